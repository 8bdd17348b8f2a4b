import Foundation
import IMEI
import Testing

@testable import BlockList

@Suite("Imports")
struct ImportTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  @Test("A plain list goes in; refused rows are listed with line, text and cure, the rest goes in")
  func plain() throws {
    let report = try store.importText(
      "# list\n\(Sample.imei(1))\n\nnonsense 12\n\(Sample.imei(2))\n\(Sample.imei(1))\n")
    #expect(report.outcome == .added)
    #expect(report.info.counts == EntryCounts(accepted: 2, duplicates: 1, refused: 1))
    #expect(report.ignoredLines == 2)
    #expect(report.isComplete == false)
    let refusal = try #require(report.refusals.first)
    #expect(refusal.line == 4)
    #expect(refusal.text == "nonsense 12")
    #expect(!refusal.message.isEmpty && !refusal.cure.isEmpty)
    #expect(report.summary.contains("2 accepted, 1 duplicates, 1 refused"))
  }

  @Test(
    "Every delimiter, mark and line end gives the same entries",
    arguments: [",", ";", "\t", "|"], ["\n", "\r\n", "\r"])
  func shapes(delimiter: String, end: String) throws {
    let lines =
      [["Reason", "IMEI", "block_date"], ["", Sample.imei(1), ""]]
      + (2...9).map { ["a\(delimiter)\"b\"\n\($0)", Sample.imei($0), "2026"] }
    let text =
      lines.map { fields in
        fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }.joined(separator: delimiter)
      }.joined(separator: end) + end + "x" + end
    for bytes in [
      Array(text.utf8), Array("\u{FEFF}\(text)".utf8),
      TextInputTests.utf16("\u{FEFF}\(text)", bigEndian: true),
      TextInputTests.utf16("\u{FEFF}\(text)", bigEndian: false),
    ] {
      let report = try store.importBytes(bytes)
      #expect(report.info.counts == EntryCounts(accepted: 9, refused: 1))
      // A header, a row of one line, eight of two lines: the last row is on line 19.
      #expect(report.refusals.map(\.line) == [19])
      let match = try #require(store.answer(to: Sample.imei(5)).matches.first)
      #expect(match.line == 9)
      #expect(match.date == "2026")
      #expect(match.reason == VisibleText.escaping("a\(delimiter)\"b\"\n5", limit: 99))
    }
  }

  @Test("The digest is that of sha256sum")
  func digest() throws {
    let report = try store.importText("356938035643809\n")
    #expect(
      report.info.list.sha256
        == "d5dc5ec252b814c790fa1878765e15b02cac4d80ba049a0781b78d00c2dcdf82")
  }

  @Test("A list of the same name takes the former's place, which is kept in the history")
  func replaced() throws {
    try store.importText(Sample.imei(1))
    let later = try #require(ListDate(year: 2026, month: 4, day: 1))
    let report = try store.importText(Sample.imei(2), date: later)
    #expect(report.outcome == .replaced)
    #expect(report.former?.list.date == Sample.day)
    #expect(try store.lists().map(\.list.date) == [later])
    #expect(try store.state(of: Sample.imei(1)) == .notFlagged)
    #expect(try store.state(of: Sample.imei(2)) == .flagged)
    let history = try store.history(name: "list")
    #expect(history.map(\.list.date) == [Sample.day])
    #expect(history.first?.replacedAt == Sample.options.timestamp)
    #expect(history.first?.counts.accepted == 1)
    #expect(try store.history(name: "other").isEmpty)
  }

  @Test("The same bytes for the same day change nothing, from a file and from a pipe alike")
  func unchanged() throws {
    let text = "\(Sample.imei(1))\nx1\n"
    try store.importText(text)
    let file = try folder.write(text, to: "list.csv")
    let fromFile = try store.importList(
      from: .file(file), name: "list", date: Sample.day, options: Sample.options)
    let pipe = Pipe()
    pipe.fileHandleForWriting.write(Data(text.utf8))
    try pipe.fileHandleForWriting.close()
    let fromPipe = try store.importList(
      from: .descriptor(pipe.fileHandleForReading.fileDescriptor, name: "-"), name: "list",
      date: Sample.day, options: Sample.options)
    for report in [fromFile, fromPipe] {
      #expect(report.outcome == .unchanged)
      #expect(report.info.counts.refused == 1)
      #expect(report.summary.contains("already imported, unchanged"))
    }
    #expect(try store.history().isEmpty)
    #expect(try store.state(of: Sample.imei(1)) == .flagged)
  }

  @Test("The same bytes for another day change the day and keep the entries")
  func dateChanged() throws {
    try store.importText(Sample.imei(1))
    let later = try #require(ListDate(year: 2026, month: 4, day: 1))
    let report = try store.importText(Sample.imei(1), date: later)
    #expect(report.outcome == .dateChanged)
    #expect(try store.answer(to: Sample.imei(1)).matches.map(\.list.date) == [later])
    #expect(try store.history().map(\.list.date) == [Sample.day])
    try store.importText(Sample.imei(2), date: later)
    #expect(try store.state(of: Sample.imei(1)) == .notFlagged)
  }

  @Test(
    "A file without a usable row is refused whole and the former list stays",
    arguments: ["", "# x\n\n", "imei,reason\n", "hello\n", "12,13\n14\n"])
  func nothingUsable(text: String) throws {
    try store.importText(Sample.imei(1))
    let error = #expect(throws: BlockListError.self) { try store.importText(text) }
    #expect(error?.code == .noUsableRows)
    #expect(error?.cure.isEmpty == false)
    #expect(try store.state(of: Sample.imei(1)) == .flagged)
    #expect(try store.history().isEmpty)
  }

  @Test("A day to come is refused, today anywhere on Earth is not")
  func future() throws {
    let today = try #require(
      ListDate.latest(atSecondsSince1970: Sample.now.timeIntervalSince1970))
    try store.importText(Sample.imei(1), date: today)
    let tomorrow = try #require(ListDate(year: today.year, month: today.month, day: today.day + 1))
    let error = #expect(throws: BlockListError.self) {
      try store.importText(Sample.imei(2), date: tomorrow)
    }
    #expect(error?.code == .dateInFuture)
  }

  @Test("Rows of one IMEI that disagree are all kept, equal ones once, the first in the file")
  func disagreeing() throws {
    let report = try store.importText(
      """
      imei,reason
      356938035643809,stolen
      356938035643809,stolen
      356938035643804,stolen
      35693803564380,lost
      356938035643809,lost
      """, overrides: [.conflicts])
    #expect(report.info.counts == EntryCounts(accepted: 1, duplicates: 4, disagreeing: 3))
    let matches = try store.answer(to: "356938035643809").matches
    #expect(matches.map(\.line) == [2, 4, 5, 6])
    #expect(matches.map(\.checkDigit) == [.agrees, .differs, .listHasNone, .agrees])
    #expect(matches.map(\.listed.count) == [15, 15, 14, 15])
    #expect(matches.map(\.reason) == ["stolen", "stolen", "lost", "lost"])
  }

  @Test("The report keeps a capped number of refusals; the callback gets all of them in order")
  func cap() throws {
    let text = (1...50).map { "bad\($0)" }.joined(separator: "\n") + "\n\(Sample.imei(1))"
    var lines: [Int] = []
    let report = try store.importList(
      from: .bytes(Array(text.utf8), name: "x"), name: "x", date: Sample.day,
      options: ImportOptions(refusalsKept: 7, now: Sample.now)
    ) { lines.append($0.line) }
    #expect(report.refusals.map(\.line) == Array(1...7))
    #expect(report.refusalsNotKept == 43)
    #expect(report.info.counts.refused == 50)
    #expect(lines == Array(1...50))
  }

  @Test("Hostile names and texts are data, not SQL")
  func injection() throws {
    let name = "x'); DROP TABLE entry; --"
    try store.importText("imei,reason\n\(Sample.imei(1)),'); DROP TABLE list; --", name: name)
    let answer = try store.answer(to: Sample.imei(1))
    #expect(answer.matches.first?.list.name == name)
    #expect(answer.matches.first?.reason == "'); DROP TABLE list; --")
  }

  @Test("Long lines, NUL bytes and broken UTF-8 are refused one by one")
  func hostileRows() throws {
    var bytes = Array("imei,reason\n\(Sample.imei(1)),a\n".utf8)
    bytes += Array("\(Sample.imei(2)),".utf8) + [UInt8](repeating: 0x78, count: 100_000) + [0x0A]
    bytes += Array("\(Sample.imei(3)),".utf8) + [0x00, 0x0A]
    bytes += Array("\(Sample.imei(4)),".utf8) + [0xC3, 0x28, 0x0A]
    bytes += Array("\(Sample.imei(5)),z\n".utf8)
    let report = try store.importBytes(bytes)
    #expect(report.info.counts == EntryCounts(accepted: 2, refused: 3))
    #expect(report.refusals.map(\.line) == [3, 4, 5])
    #expect(report.refusals.map(\.code) == ["lineTooLong", "nulByte", "notUTF8"])
    #expect(report.refusals.allSatisfy { $0.text.count <= RefusedRow.textLimit + 1 })
  }

  @Test("Random bytes never crash the import and never leave half a list")
  func fuzz() throws {
    var random = SystemRandomNumberGenerator()
    let alphabet = Array("0123456789,;\t|\"\n\r #ime356938035643809".utf8) + [0, 0xFF, 0xC3, 0xA9]
    for round in 0..<300 {
      let count = Int.random(in: 0...600, using: &random)
      let bytes = (0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count)] }
      let before = try store.lists()
      do {
        let report = try store.importBytes(bytes)
        #expect(report.info.counts.accepted > 0)
      } catch is BlockListError {
        #expect(try store.lists() == before, "round \(round)")
      }
    }
  }
}
