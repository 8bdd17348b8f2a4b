import GRDB
import IMEI
import Testing

@testable import BlockList

@Suite("Look-ups")
struct LookUpTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  @Test("Without a list nothing is checked")
  func noList() throws {
    let answer = try store.answer(to: Sample.imei(1))
    #expect(answer.state == .notChecked)
    #expect(answer.notCheckedBecause == .noListLoaded)
    #expect(try store.lookUp([] as [IMEI]).isEmpty)
  }

  @Test(
    "Lists match on 14 digits, whatever stands behind them",
    arguments: ["35693803564380", "356938035643809", "356938035643801", "3569380356438077"])
  func fourteenDigits(listed: String) throws {
    try store.importText(listed)
    for reading in ["35693803564380", "356938035643809", "356938035643805"] {
      let answer = try store.answer(to: reading)
      #expect(answer.state == .flagged)
      #expect(answer.matches.map(\.listed) == [listed])
    }
    #expect(try store.state(of: "356938035643819") == .notFlagged)
    #expect(try store.lookUp(#require(EquipmentKey(35_693_803_564_380))).state == .flagged)
  }

  @Test("Every list is asked and named; matches come by list name")
  func severalLists() throws {
    try store.importText(Sample.imei(1), name: "B")
    try store.importText("\(Sample.imei(1))\n\(Sample.imei(2))", name: "A")
    let both = try store.answer(to: Sample.imei(1))
    #expect(both.matches.map(\.list.name) == ["A", "B"])
    let one = try store.answer(to: Sample.imei(2))
    #expect(one.matches.map(\.list.name) == ["A"])
    #expect(one.lists.map(\.name) == ["A", "B"])
    #expect(one.lists.allSatisfy { $0.sha256.count == 64 && $0.date == Sample.day })
  }

  @Test("Answers come in the order asked, repeats and forms of one key included")
  func order() throws {
    try store.importText("\(Sample.imei(1))\n\(Sample.imei(3))")
    let asked = [3, 2, 1, 3, 2].map { Sample.imei($0) } + [Sample.body(1)]
    let answers = try store.lookUp(asked.map { try #require(IMEI($0)) })
    #expect(
      answers.map(\.state) == [
        .flagged, .notFlagged, .flagged, .flagged, .notFlagged, .flagged,
      ])
    #expect(answers.last?.matches.first?.checkDigit == .readingHasNone)
    #expect(answers.first?.matches.first?.checkDigit == .agrees)
  }

  @Test("The smallest and the largest key are found")
  func extremes() throws {
    try store.importText("000000000000000\n999999999999995\n\(Sample.imei(1))")
    #expect(try store.state(of: "00000000000000") == .flagged)
    #expect(try store.state(of: "99999999999999") == .flagged)
    #expect(try store.state(of: "99999999999998") == .notFlagged)
  }

  @Test("A list of 100,000 gives the same answers as a set in memory")
  func oracle() throws {
    var random = SystemRandomNumberGenerator()
    let listed = (0..<100_000).map { _ in Int.random(in: 0..<400_000, using: &random) }
    let text = listed.map { number in
      switch number % 3 {
      case 0: Sample.imei(number)
      case 1: Sample.body(number)
      default: Sample.body(number) + "12"
      }
    }.joined(separator: "\n")
    let report = try store.importText(text)
    let set = Set(listed)
    #expect(report.info.counts.accepted == set.count)
    #expect(report.info.counts.duplicates == listed.count - set.count)
    #expect(report.info.counts.disagreeing == 0)
    let asked = (0..<50_000).map { _ in Int.random(in: 0..<400_000, using: &random) }
    let answers = try store.lookUp(asked.map { try #require(IMEI(Sample.imei($0))) })
    #expect(answers.count == asked.count)
    for (number, answer) in zip(asked, answers) {
      #expect((answer.state == .flagged) == set.contains(number))
    }
    let lines = Dictionary(
      listed.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    for (number, answer) in zip(asked, answers) where answer.state == .flagged {
      #expect(answer.matches.map(\.line) == [lines[number]])
    }
  }

  @Test("Damaged entries are noticed, and never answered as not flagged")
  func damage() throws {
    try store.importText(Sample.imei(1))
    try store.connection.write { db in
      try db.execute(sql: "UPDATE block SET data = zeroblob(length(data))")
    }
    for digits in [Sample.imei(1), Sample.imei(2)] {
      let error = #expect(throws: BlockListError.self) { try store.answer(to: digits) }
      #expect(error?.code == .storeDamaged)
    }
    let imeis = try [1, 2].map { try #require(IMEI(Sample.imei($0))) }
    #expect(throws: BlockListError.self) { try store.lookUp(imeis) }
  }

  @Test("A look-up sees an import that another opening of the store made meanwhile")
  func seesImports() throws {
    try store.importText(Sample.imei(1))
    let other = try BlockListStore(path: folder.storePath, mode: .readOnly)
    #expect(try other.state(of: Sample.imei(2)) == .notFlagged)
    try store.importText("\(Sample.imei(1))\n\(Sample.imei(2))", date: try ListDate("2026-03-05"))
    #expect(try other.state(of: Sample.imei(2)) == .flagged)
    #expect(try other.answer(to: Sample.imei(2)).lists.map(\.date.description) == ["2026-03-05"])
  }
}
