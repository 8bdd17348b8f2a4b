import Testing

@testable import IMEI

@Suite("Reporting bodies and placeholders")
struct ReportingBodyTests {
  static let allocating: Set<Int> = [1, 35, 86, 99]
  static let historic: Set<Int> = [10, 30, 33, 44, 45, 49, 50, 51, 52, 53, 54, 91]
  static let test: Set<Int> = [0, 2, 3, 4, 5, 6, 7, 8, 9]

  @Test("Every prefix from 00 to 99 has its state", arguments: 0..<100)
  func everyPrefix(code: Int) throws {
    let text = (code < 10 ? "0" : "") + String(code)
    let body = try #require(IMEI(text + "123456789012")).reportingBody
    #expect(body.code == text)
    #expect(!body.name.isEmpty)
    let expected: ReportingBody.State =
      Self.allocating.contains(code)
      ? .allocating
      : Self.historic.contains(code)
        ? .historic : Self.test.contains(code) ? .test : .unassigned
    #expect(body.state == expected)
    if code != 98 { #expect(ReportingBody.table[code] == body) }
  }

  @Test(
    "98 was given out in part only",
    arguments: [
      ("98000099", ReportingBody.State.unassigned), ("98000100", .historic),
      ("98004000", .historic),
      ("98007800", .historic), ("98007801", .unassigned), ("98999999", .unassigned),
    ])
  func reserved(text: String, state: ReportingBody.State) throws {
    let tac = try #require(TAC(text))
    #expect(ReportingBody.of(tac: tac).state == state)
    #expect(tac.reportingBody.code == "98")
  }

  @Test("Bodies of today carry their names")
  func names() {
    #expect(ReportingBody.table[1].name == "CTIA/PTCRB")
    #expect(ReportingBody.table[35].name == "TÜV SÜD BABT")
    #expect(ReportingBody.table[86].name == "TAF")
    #expect(ReportingBody.table[99].name == "GHA")
    #expect(ReportingBody.table[91].name == "MSAI")
  }

  @Test(
    "Known dummies are told with any last digit and without one",
    arguments: [
      "000000000000000", "004999010640000", "358240051111110", "135790246811220",
      "012345678901234", "111111111111111", "123456789012345",
    ])
  func placeholders(text: String) throws {
    let placeholder = try #require(IMEI(text)?.placeholder)
    #expect(placeholder.digits == text)
    #expect(!placeholder.note.isEmpty)
    #expect(IMEI(String(text.prefix(14)))?.placeholder == placeholder)
  }

  @Test("Placeholders split by check digit as recorded")
  func placeholderCheckDigits() {
    for text in ["000000000000000", "004999010640000", "358240051111110"] {
      #expect(IMEI(text)?.checkDigit == .agrees)
    }
    for text in ["135790246811220", "012345678901234", "111111111111111"] {
      #expect(IMEI(text)?.checkDigit == .differs)
    }
  }

  @Test("Ordinary numbers are no dummies, and each dummy has one note")
  func noFalsePlaceholder() {
    var random = SeededGenerator(3)
    for _ in 0..<500 { #expect(IMEI(random.imei())?.placeholder == nil) }
    #expect(Set(Placeholder.known.map(\.digits)).count == Placeholder.known.count)
    #expect(Placeholder.known.allSatisfy { IMEI($0.digits) != nil })
  }
}
