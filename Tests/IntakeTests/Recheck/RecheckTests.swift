import BlockList
import Foundation
import IMEI
import Intake
import IntakeTestSupport
import Testing

@Suite("Recheck") struct RecheckTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore
  private let first = "356938035643809"
  private let second = "490154203237518"

  init() throws {
    folder = try TemporaryFolder()
    store = try BlockListStore(path: folder.path.text + "/lists.sqlite", mode: .readWrite)
  }

  private func importList(_ text: String, name: String = "Register", date: String) throws {
    _ = try store.importList(
      from: .bytes(Array(text.utf8), name: "list.csv"), name: name, date: try ListDate(date),
      options: ImportOptions(overrides: [.smaller]))
  }

  /// A photo's line as scan writes it today.
  private func photo(_ imeis: String...) throws -> String {
    var result = PhotoResult(path: PhotoPath("haul/a.jpg"), status: .accepted)
    for text in imeis {
      let imei = try #require(IMEI(text))
      result.readings.append(
        PhotoResult.Reading(
          imei: text, formatted: imei.formatted, status: .accepted, reasons: [],
          checkDigit: imei.checkDigit, reportingBody: imei.reportingBody,
          tac: PhotoResult.TAC(code: imei.tac.digits), sources: [], confidence: 1, digits: [],
          box: [], answer: try store.lookUp(imei)))
    }
    return String(decoding: try result.json(), as: UTF8.self)
  }

  /// A line of check, cut to the keys that matter.
  private func check(_ text: String) throws -> String {
    let answer = try store.lookUp(try #require(IMEI(text)))
    let json = String(decoding: try OrderedJSONEncoder().encode(answer), as: UTF8.self)
    return #"{"input":"\#(text)","imei":"\#(text)","answer":\#(json)}"#
  }

  private func recheck(
    _ lines: [String]
  ) throws -> (changes: [RecheckChange], refused: [RefusedLine], tally: Recheck.Tally) {
    let file = try folder.write(Array(lines.joined(separator: "\n").utf8), to: "results.jsonl")
    var changes: [RecheckChange] = []
    var refused: [RefusedLine] = []
    let tally = try Recheck(store: store).run(try LineFile(.file(file))) {
      changes.append($0)
    } onRefusal: {
      refused.append($0)
    }
    return (changes, refused, tally)
  }

  @Test func theSameListsChangeNothing() throws {
    try importList("\(first)\n", date: "2026-11-01")
    let run = try recheck([try photo(first, second), try check(first), try check(second)])
    #expect(run.changes.isEmpty)
    #expect(run.refused.isEmpty)
    #expect(run.tally.lines == 3)
    #expect(run.tally.imeis == 4)
  }

  @Test func aNewDayOfTheSameEntriesIsNoChange() throws {
    try importList("\(first)\n", date: "2026-11-01")
    let line = try photo(first)
    try importList("\(first)\n\(MadeUpHaul.imei("35693803999999"))\n", date: "2026-11-02")
    #expect(try recheck([line]).changes.isEmpty)
  }

  @Test func whatIsNewOnAListIsNewlyFlagged() throws {
    try importList("\(first)\n", date: "2026-11-01")
    let lines = [try photo(first), try photo(second), try check(second)]
    try importList("\(first)\n\(second)\n", date: "2026-11-02")
    let run = try recheck(lines)
    #expect(run.changes.map(\.kind) == [.flagged, .flagged])
    #expect(run.changes.map(\.line) == [2, 3])
    #expect(run.changes.map(\.source) == ["haul/a.jpg", second])
    #expect(run.tally.count(.flagged) == 2)
    let change = try #require(run.changes.first)
    #expect(change.before.lists.map(\.date) == ["2026-11-01"])
    #expect(change.after.lists.map(\.date.description) == ["2026-11-02"])
    #expect(change.before.lists.first?.sha256 != change.after.lists.first?.sha256)
    #expect(change.sentence.contains("not flagged by “Register” of 2026-11-01"))
  }

  @Test func whatIsGoneFromAListIsNoLongerFlagged() throws {
    try importList("\(first)\n\(second)\n", date: "2026-11-01")
    let line = try photo(first)
    try importList("\(second)\n", date: "2026-11-02")
    let change = try #require(try recheck([line]).changes.first)
    #expect(change.kind == .noLongerFlagged)
    #expect(
      change.sentence.contains(
        "list “Register” of 2026-11-01 had it and that of 2026-11-02 does not"))
  }

  @Test func anotherListAndAnotherReasonAreChanges() throws {
    try importList("imei,reason\n\(first),stolen\n\(second),stolen\n", date: "2026-11-01")
    let lines = [try photo(first), try photo(second)]
    try importList("imei,reason\n\(first),stolen\n\(second),lost\n", date: "2026-11-02")
    try importList("\(first)\n", name: "Customs", date: "2026-11-02")
    let run = try recheck(lines)
    #expect(run.changes.map(\.kind) == [.otherLists, .otherReasons])
    #expect(run.changes.last?.sentence.contains("before stolen") == true)
  }

  @Test func aLineStoredWithoutAnyListIsComparedAsNotChecked() throws {
    let line = try photo(first, second)
    try importList("\(first)\n", date: "2026-11-01")
    let run = try recheck([line])
    #expect(run.changes.map(\.imei.digits) == [first])
    #expect(run.tally.notCheckedBefore == 2)
    #expect(run.changes.first?.sentence.hasPrefix("Newly flagged; before not checked.") == true)
  }

  @Test func badLinesAreRefusedByNumberAndTheRestGoesOn() throws {
    try importList("\(second)\n", date: "2026-11-01")
    let good = try check(first)
    try importList("\(first)\n", date: "2026-11-02")
    let bad = [
      "nonsense", "{}", "[]", "null", "7", #"{"schema":"imeikit.photo/2","readings":[]}"#,
      #"{"schema":"imeikit.photo/1","file":"a"}"#, #"{"input":"x","imei":"12"}"#,
      #"{"input":"x","imei":"\u001b[31m"}"#, "\u{0}\u{0}", String(repeating: "[", count: 100_000),
      #"{"input":"x","imei":"\#(first)","answer":{"state":"clean","matches":[],"lists":[]}}"#,
    ]
    let refusedByCheck = #"{"input":"12345","imei":null,"answer":null,"reasons":["short"]}"#
    let run = try recheck(["", good] + bad + [refusedByCheck, good])
    #expect(run.refused.map(\.line) == Array(3..<(3 + bad.count)))
    #expect(run.changes.map(\.line) == [2, 4 + bad.count])
    #expect(run.tally.lines == 3)
    #expect(run.tally.refused == bad.count)
    #expect(run.refused.allSatisfy { !$0.cure.isEmpty && !$0.description.contains("\u{1B}") })
  }

  @Test func aChangeIsOneJSONObjectWithBothStates() throws {
    try importList("\(second)\n", date: "2026-11-01")
    let line = try check(first)
    try importList("\(first)\n", date: "2026-11-02")
    let change = try #require(try recheck([line]).changes.first)
    let json = String(decoding: try OrderedJSONEncoder().encode(change), as: UTF8.self)
    #expect(
      json.hasPrefix(#"{"line":1,"source":"\#(first)","imei":"\#(first)","change":"flagged","#))
    #expect(
      json.contains(#""before":{"state":"notFlagged","matches":[],"lists":[{"name":"Register""#))
    #expect(json.contains(#""after":{"state":"flagged","#))
  }

  @Test func listNamesFromAChangedFileCannotSteerATerminal() throws {
    try importList("\(second)\n", date: "2026-11-01")
    let answer =
      #"{"state":"flagged","matches":[{"list":{"name":"\u001b[2J\n","date":"\u202e","sha256":"x"},"#
      + #""listed":"1","reason":"\u001b"}],"lists":[]}"#
    let run = try recheck([#"{"input":"\u001b[31m","imei":"\#(first)","answer":\#(answer)}"#])
    let change = try #require(run.changes.first)
    for text in [change.sentence, change.shownSource] {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
