import IMEI
import Testing

@testable import BlockList

@Suite("Guards of an import")
struct GuardTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  private func list(_ numbers: ClosedRange<Int>) -> String {
    numbers.map(Sample.imei).joined(separator: "\n")
  }

  /// Imports what a guard stops, then with the override, and checks what is in force and on record.
  private func expectGuard(
    _ guarded: ImportGuard, on text: String, date: ListDate = Sample.day
  ) throws {
    let before = try store.lists()
    let error = #expect(throws: BlockListError.self) {
      try store.importText(text, date: date)
    }
    #expect(error?.code == .guarded)
    #expect(error?.cure.contains("--allow \(guarded.rawValue)") == true)
    #expect(try store.lists() == before)
    #expect(throws: BlockListError.self) {
      try store.importText(
        text, date: date, overrides: Set(ImportGuard.allCases).subtracting([guarded]))
    }
    let report = try store.importText(text, date: date, overrides: [guarded])
    #expect(report.info.overrides.map(\.name) == [guarded])
    #expect(try store.lists().first?.overrides == report.info.overrides)
  }

  @Test("A list with less than three quarters of the entries is held back, one with them is not")
  func smaller() throws {
    try store.importText(list(1...100))
    try store.importText(list(1...75))
    try store.importText(list(1...100))
    try expectGuard(.smaller, on: list(1...74))
  }

  @Test("A list of an earlier day is held back")
  func older() throws {
    try store.importText(list(1...3))
    try expectGuard(.older, on: list(1...4), date: try ListDate("2026-03-03"))
  }

  @Test(
    "Rows of one IMEI that say different things are held back",
    arguments: [
      "imei,reason\n356938035643809,stolen\n356938035643809,found",
      "356938035643809\n356938035643808",
    ])
  func conflicts(text: String) throws {
    try expectGuard(.conflicts, on: text)
  }

  @Test("Rows that repeat each other, or give more or fewer digits, are no conflict")
  func noConflict() throws {
    let report = try store.importText(
      "imei,reason,date\n356938035643809,stolen,20260101\n356938035643809,stolen,20260101\n"
        + "35693803564380,stolen,20260101\n356938035643809,stolen,20260102")
    #expect(report.info.counts.disagreeing == 2)
  }

  @Test("A spreadsheet's damage to many rows holds the list back; to a few, those rows")
  func spreadsheet() throws {
    let damaged = Array(repeating: "3.57E+14", count: 12).joined(separator: "\n")
    try expectGuard(.spreadsheet, on: list(1...50) + "\n" + damaged)
    let few = try store.importText(list(1...60) + "\n3.57E+14")
    #expect(few.info.counts.refused == 1)
  }

  @Test("Leading zeros lost in more than half the rows hold the list back")
  func lostZeros() throws {
    // 01 is the one allocating body that begins with 0; fourteen digits are left of fifteen.
    let numbers = (1...30).map { number -> String in
      let body = "0\(12_345_600_000_00 + number * 37)".prefix(14)
      let padded = body + String(repeating: "0", count: 14 - body.count)
      let digit = Luhn.checkDigit(of: padded.utf8.map { $0 - 0x30 })
      return String((padded + "\(digit)").dropFirst())
    }
    try expectGuard(.zeros, on: list(1...20) + "\n" + numbers.joined(separator: "\n"))
  }

  @Test("Rows in another encoding hold the list back")
  func encoding() throws {
    var bytes = Array("imei,reason\n".utf8)
    for number in 1...20 {
      bytes += Array("\(Sample.imei(number)),gestohlen in M".utf8) + [0xFC] + Array("nchen\n".utf8)
    }
    bytes += Array("\(Sample.imei(99)),ok\n".utf8)
    let error = #expect(throws: BlockListError.self) { try store.importBytes(bytes) }
    #expect(error?.cure.contains("--allow encoding") == true)
  }

  @Test("Several guards that hold are named together")
  func together() throws {
    try store.importText(list(1...100))
    let error = #expect(throws: BlockListError.self) {
      try store.importText(
        "356938035643809\n356938035643808", date: try ListDate("2026-01-01"))
    }
    for name in ["smaller", "older", "conflicts"] {
      #expect(error?.cure.contains("--allow \(name)") == true)
    }
  }
}
