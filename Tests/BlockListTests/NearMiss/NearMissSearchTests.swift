import IMEI
import Testing

@testable import BlockList

@Suite("Near-miss search")
struct NearMissSearchTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
  }

  private func leads(_ masked: String, bound: Int = 20_000) throws -> NearMissResult {
    try NearMissSearch(store: store, bound: bound).leads(for: DoubtfulNumber(masked: masked))
  }

  @Test("A masked digit gives the one listed number whose check digit agrees")
  func oneDigit() throws {
    // 356938035643809 agrees; 356932035643809 stands on the list too and does not.
    try store.importText("356938035643809\n356932035643809\n")
    let result = try leads("35693?035643809")
    #expect(result.possible == 1)
    #expect(result.tried == 1)
    #expect(!result.hitBound)
    #expect(result.leads.map(\.imei.digits) == ["356938035643809"])
    #expect(result.leads.map(\.probability) == [1])
    #expect(result.leads.first?.derivedCheckDigit == nil)
    #expect(result.leads.first?.answer.state == .flagged)
    #expect(result.lists.map(\.name) == ["list"])
  }

  @Test("With the check digit masked every body is possible and the check digit is derived")
  func maskedCheckDigit() throws {
    try store.importText("356938035643809\n356932035643809\n")
    let result = try leads("35693?03564380?")
    #expect(result.possible == 10)
    #expect(result.leads.map(\.imei.digits) == ["35693203564380", "35693803564380"])
    #expect(result.leads.last?.derivedCheckDigit == 9)
    #expect(result.leads.allSatisfy { $0.imei.printedCheckDigit == nil })
    #expect(result.leads.allSatisfy { abs($0.probability - 0.1) < 1e-9 })
  }

  @Test("The bound cuts the least probable numbers and says so")
  func bound() throws {
    var digits = "356938035643809".utf8.map { DigitChance.certain($0 - 0x30) }
    // Two doubtful places that pass the check together: 8/6 at the sixth, 0/1 at the seventh.
    digits[5] = (0..<10).map { DigitChance(digit: $0, probability: $0 == 8 ? 0.5 : 0.05) }
    digits[6] = (0..<10).map { DigitChance(digit: $0, probability: $0 == 0 ? 0.5 : 0.05) }
    let number = try #require(DoubtfulNumber(digits: digits))
    let other = try #require(
      (0..<10).lazy.compactMap { IMEI("356937\($0)35643809") }.first { $0.checkDigit == .agrees })
    try store.importText("356938035643809\n\(other.digits)\n")

    let all = try NearMissSearch(store: store).leads(for: number)
    #expect(all.possible == 10)
    #expect(all.leads.map(\.imei.digits) == ["356938035643809", other.digits])
    #expect(abs(all.triedProbability - 1) < 1e-9)
    #expect(all.leads[0].probability > 10 * all.leads[1].probability)

    let one = try NearMissSearch(store: store, bound: 1).leads(for: number)
    #expect(one.hitBound)
    #expect(one.tried == 1)
    #expect(one.leads.map(\.imei.digits) == ["356938035643809"])
    #expect(one.leads[0].probability == all.leads[0].probability)
    #expect(one.triedProbability < 1)
    #expect(one.explanation.contains("only 1 of 10"))
  }

  @Test("Six masked places are searched up to the bound")
  func sixPlaces() throws {
    try store.importText("356938035643809\n")
    let cut = try leads("35????03564??09", bound: 100)
    #expect(cut.possible == 100_000)
    #expect(cut.tried == 100)
    #expect(cut.hitBound)
    let whole = try leads("3569????5643809")
    #expect(whole.possible == 1_000)
    #expect(whole.leads.map(\.imei.digits) == ["356938035643809"])
  }

  @Test("Of a reader's whole values those whose check digit agrees are asked for")
  func wholeValues() throws {
    try store.importText(
      "356938035643809\n356938035643803\n490154203237518\n", overrides: [.conflicts])
    let values = [
      ("356938035643803", 0.7), ("490154203237518", 0.1), ("356938035643809", 0.15),
      ("356938035643809", 0.15), ("355555555555551", .nan), ("355555555555552", 0),
    ]
    let number = DoubtfulNumber(
      alternatives: try values.map { (imei: try #require(IMEI($0.0)), confidence: $0.1) })
    let result = try NearMissSearch(store: store).leads(for: number)
    #expect(result.possible == 2)
    #expect(result.leads.map(\.imei.digits) == ["356938035643809", "490154203237518"])
    #expect(zip(result.leads, [0.75, 0.25]).allSatisfy { abs($0.probability - $1) < 1e-9 })
  }

  @Test("What the search finds is what a set finds among all completions", arguments: 0..<8)
  func oracle(seed: Int) throws {
    let listed = (0..<4_000).map { 93_803_000_000 + 10 * (($0 * 7_919 + seed * 104_729) % 100_000) }
    try store.importText(listed.map { "356\($0)" }.joined(separator: "\n"))
    let set = Set(listed)
    var text = Array("35693803\(seed)")
    text += ["?", "?", "?", "?", "0", Character("\(seed)")]
    let masked = String(text)
    let wanted = (0..<10_000).compactMap { filled -> String? in
      let digits = String(format(filled))
      let body = "35693803\(seed)\(digits)0"
      guard let imei = IMEI(body + "\(seed)"), imei.checkDigit == .agrees else { return nil }
      guard let number = Int(body.dropFirst(3)), set.contains(number) else { return nil }
      return imei.digits
    }
    let result = try leads(masked)
    #expect(result.possible == 1_000)
    #expect(result.leads.map(\.imei.digits) == wanted.sorted())
  }

  private func format(_ number: Int) -> Substring { String(10_000 + number).dropFirst() }

  @Test("Digits of next to no probability give a lead of next to none")
  func tiny() throws {
    try store.importText("356938035643809\n")
    var digits = "356932035643803".utf8.map { DigitChance.certain($0 - 0x30) }
    digits[5].append(DigitChance(digit: 8, probability: 1e-300))
    digits[14].append(DigitChance(digit: 9, probability: 1e-300))
    let number = try #require(DoubtfulNumber(digits: digits))
    let lead = try #require(try NearMissSearch(store: store).leads(for: number).leads.first)
    #expect(lead.imei.digits == "356938035643809")
    #expect((0...1).contains(lead.probability))
  }

  @Test("Without a list nothing is asked and nothing is a lead")
  func noList() throws {
    for search in [NearMissSearch(store: nil), NearMissSearch(store: store)] {
      let result = try search.leads(for: DoubtfulNumber(masked: "35693?035643809"))
      #expect(result.lists.isEmpty)
      #expect(result.leads.isEmpty)
      #expect(!result.hitBound)
      #expect(result.explanation == "Not checked: no block list is loaded.")
    }
  }
}
