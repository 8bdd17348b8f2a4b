import GRDB
import IMEI
import Testing

@testable import BlockList

@Suite("Deltas, removals, ranges and kinds in the store")
struct DeltaTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore
  private let first = "356938035643809"
  private let second = "490154203237518"

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  private func day(_ text: String) throws -> ListDate { try ListDate(text) }

  @Test("A delta adds, updates and removes; what it removes is said and flags nothing")
  func delta() throws {
    try store.importText(
      "imei,reporting_date,status\n\(first),20260101,stolen\n\(second),20260102,lost\n")
    let third = Sample.imei(7)
    let report = try store.importText(
      """
      imei,reporting_date,status,change_type
      \(first),20260301,recovered,remove
      \(second),20260302,stolen,update
      \(third),20260303,stolen,add
      """, date: try day("2026-03-05"))
    #expect(report.outcome == .changed)
    #expect(report.info.total == 2)
    #expect(report.info.deltaTo == Sample.day)

    let removed = try store.answer(to: first)
    #expect(removed.state == .notFlagged)
    #expect(removed.removed.map(\.line) == [2])
    #expect(removed.removed.first?.removed?.date == "20260301")
    #expect(removed.explanation.contains("removed on 20260301 (recovered)"))

    let updated = try store.answer(to: second)
    #expect(updated.matches.map(\.reason) == ["stolen"])
    #expect(updated.matches.map(\.date) == ["20260302"])
    #expect(try store.state(of: third) == .flagged)
    #expect(try store.lists().map(\.list.date.description) == ["2026-03-05"])
  }

  @Test("A second delta goes upon the first, and a whole list upon neither")
  func layers() throws {
    try store.importText("imei\n\(first)\n")
    try store.importText("imei,change_type\n\(second),add\n", date: try day("2026-03-05"))
    try store.importText(
      "imei,change_type\n\(second),remove\n\(first),remove\n", date: try day("2026-03-06"))
    #expect(try store.state(of: first) == .notFlagged)
    #expect(try store.answer(to: second).removed.count == 1)
    #expect(try store.lists().first?.total == 0)
    try store.importText(
      "imei,change_type\n\(first),add\n", date: try day("2026-03-07"))
    #expect(try store.answer(to: first).matches.count == 1)
    #expect(try store.answer(to: first).removed.count == 1)
    try store.importText("imei\n\(second)\n", date: try day("2026-03-08"))
    #expect(try store.state(of: second) == .flagged)
    #expect(try store.answer(to: first).removed.isEmpty)
    #expect(try store.history().count == 4)
  }

  @Test("What an override lets through of a delta changes nothing that is not so")
  func misfits() throws {
    try store.importText("imei\n\(first)\n")
    let delta = "imei,change_type\n\(first),add\n\(second),remove\n"
    let error = #expect(throws: BlockListError.self) { try store.importText(delta) }
    #expect(error?.code == .guarded)
    #expect(error?.message.contains("2 rows of the delta do not fit") == true)
    #expect(error?.message.contains("line 2 adds 35693803564380") == true)
    let report = try store.importText(delta, overrides: [.delta])
    #expect(report.info.total == 1)
    #expect(try store.state(of: first) == .flagged)
    #expect(try store.state(of: second) == .notFlagged)
  }

  @Test("A delta without its list is refused")
  func deltaAlone() throws {
    let error = #expect(throws: BlockListError.self) {
      try store.importText("imei,change_type\n\(first),add\n")
    }
    #expect(error?.code == .noListForDelta)
    #expect(try store.lists().isEmpty)
  }

  @Test("Whole TACs and ranges cover their numbers and no others, alone and in bulk")
  func ranges() throws {
    try store.importText("tac\n35693803\n49015420\n", name: "models", kind: .watch)
    try store.importText(
      "from,to,reason\n35693803564300,35693803564399,stolen lot\n"
        + "01234500000000,01234500000000,one\n", name: "lots")
    let answer = try store.answer(to: first)
    #expect(answer.matches.map(\.list.name) == ["lots", "models"])
    #expect(
      answer.matches.map(\.listed) == [
        "35693803564300-35693803564399", "35693803000000-35693803999999",
      ])
    #expect(answer.explanation.contains("within 35693803564300-35693803564399"))
    for (digits, state) in [
      ("35693802999999", Answer.State.notFlagged), ("35693803000000", .flagged),
      ("35693803999999", .flagged), ("35693804000000", .notFlagged), ("01234500000000", .flagged),
      ("01234500000001", .notFlagged),
    ] {
      #expect(try store.state(of: digits) == state, "\(digits)")
    }
    // Fewer ranges than numbers, so that each range is laid over the numbers.
    let asked = (0..<2_000).compactMap { IMEI("\(35_693_802_999_000 + $0)") }
    let flagged = zip(asked, try store.lookUp(asked)).filter { $1.state == .flagged }.map(\.0)
    #expect(flagged == asked.filter { $0.tac.digits == "35693803" })
  }

  @Test("A delta removes a range that it names whole, and nothing within another")
  func rangeDelta() throws {
    try store.importText("tac\n35693803\n49015420\n")
    let error = #expect(throws: BlockListError.self) {
      try store.importText("imei,change_type\n\(first),remove\n")
    }
    #expect(error?.code == .guarded)
    try store.importText("tac,change_type\n35693803,remove\n")
    let answer = try store.answer(to: first)
    #expect(answer.state == .notFlagged)
    #expect(answer.removed.map(\.isRange) == [true])
    #expect(try store.state(of: second) == .flagged)
  }

  @Test("A history that ends with a removal flags nothing and is shown")
  func history() throws {
    let inserted = #"{"action":"Block Insert","reasoncode":"0011","date":"2014-08-02","by":"A"}"#
    let removed = #"{"action":"Block Remove","reasoncode":"0014","date":"2014-08-11","by":"A"}"#
    try store.importText(
      #"{"imei":"\#(first)","imeihistory":[\#(inserted),\#(removed)]}"# + "\n"
        + #"{"imei":"\#(second)","imeihistory":[\#(inserted)]}"# + "\n")
    let found = try store.answer(to: first)
    #expect(found.state == .notFlagged)
    #expect(found.removed.first?.history.map(\.kind) == [.inserted, .removed])
    #expect(found.removed.first?.removed?.date == "2014-08-11")
    #expect(try store.answer(to: second).matches.first?.history.map(\.kind) == [.inserted])
  }

  @Test("Former editions stay until they are pruned, and those that a delta needs beyond that")
  func prune() throws {
    try store.importText("\(first)\n")
    try store.importText("\(first)\n\(second)\n", date: try day("2026-03-05"))
    try store.importText(
      "imei,change_type\n\(first),remove\n", date: try day("2026-03-06"))
    #expect(try store.history().map(\.prunedAt) == [nil, nil])
    let pruned = try store.prune(keeping: 0)
    #expect(pruned.map(\.list.date.description) == ["2026-03-04"])
    #expect(try store.answer(to: first).removed.count == 1)
    #expect(try store.state(of: second) == .flagged)
    #expect(try store.prune().isEmpty)
    #expect(try store.retire(name: "list")?.list.name == "list")
    #expect(try store.lists().isEmpty)
    #expect(try store.prune().count == 2)
    let blocks = try store.connection.read { db in
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM block")
    }
    #expect(blocks == 0)
  }

  @Test("An allow list is shown and does not flag")
  func allow() throws {
    try store.importText(first, name: "fleet", kind: .allow)
    #expect(try store.state(of: first) == .notChecked)
    try store.importText(second, name: "register", kind: .stolen)
    let answer = try store.answer(to: first)
    #expect(answer.state == .notFlagged)
    #expect(answer.allowed.map(\.list.kind) == [.allow])
    #expect(try store.answer(to: second).explanation.contains("own stolen register “register”"))
  }
}
