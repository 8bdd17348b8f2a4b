import Testing

@testable import IMEI

@Suite("Payloads of bar codes")
struct PayloadTests {
  static let digits = "865234030249733"

  @Test(
    "Every known shape gives the number",
    arguments: [
      "SN:MP0618221C73A15;IMEI:865234030249733;SW:1.0", "P/N:S2-107;SN:MP0618;IMEI:865234030249733",
      "P/N:S2-107;SN:MP0618;IMEI:865234030249733;SW:SIM7000", "IMEI:865234030249733",
      "IMEI1=865234030249733", "imei=865234030249733&sn=R58M12ABCDE",
      "{\"imei\":\"865234030249733\",\"sn\":\"R58M12ABCDE\"}", "{\"imei\": 865234030249733}",
      "{\"sn\":\"R58M12ABCDE\",\"imei1\":\"865234030249733\"}",
      "SN R58M12ABCDE\nIMEI 865234030249733\n",
      "IMEI: 865234030249733\r\nSN: R58M12ABCDE", "https://example.org/d?imei=865234030249733",
      "(8002)865234030249733", "IMEI,865234030249733", "deviceImei=865234030249733",
      "<imei>865234030249733</imei>",
    ])
  func captioned(payload: String) {
    let list = CandidateFinder.find(payload: payload)
    #expect(list.undoubted.map(\.imei.digits) == [Self.digits], "\(payload): \(list)")
    #expect(list.unreadableCaptions == 0)
    #expect(list.candidates.first?.digitBoxes.isEmpty == true)
    #expect(list.candidates.first?.digitConfidences == [Double](repeating: 1, count: 15))
  }

  @Test(
    "Without a caption within the payload the number is doubted for that alone",
    arguments: [
      "865234030249733", " 865234030249733\n", "865234030249733;D1Y23KG2H000048",
      "D1Y23KG2H000048;865234030249733", "865234030249733,865234030249741",
      "865234030249733\n865234030249741",
    ])
  func bare(payload: String) {
    let list = CandidateFinder.find(payload: payload)
    #expect(list.numbers.first == Self.digits)
    #expect(list.slugs.allSatisfy { $0 == ["noCaption"] }, "\(payload): \(list.slugs)")
  }

  @Test("Both numbers of a dual-SIM payload keep their slots")
  func dual() {
    let list = CandidateFinder.find(payload: "IMEI1=356938035643809&IMEI2=356938035643817")
    #expect(list.undoubted.map { $0.caption?.slot } == [1, 2])
  }

  @Test("An interleaved code of 16 digits is explained and never accepted")
  func interleaved() {
    for extra in 0...9 {
      let list = CandidateFinder.find(payload: Self.digits + String(extra))
      #expect(list.numbers == [Self.digits])
      #expect(list.candidates.first?.doubts.contains(.extraDigit(UInt8(extra))) == true)
    }
    let other = CandidateFinder.find(payload: "8652340302497341")
    #expect(other.candidates.isEmpty)
    #expect(other.others.count == 1)
  }

  @Test(
    "What is another number is named",
    arguments: [
      ("4006381333931", OtherIdentifier.Kind.gtin), ("30885909173823", .gtin),
      ("036000291452", .gtin),
      ("89490200001234567892", .iccid), ("89049032123451234512345678901235", .eid),
      ("A0000044B85495", .meid), ("268435462812080277", .meid), ("RR473124829GB", .tracking),
      ("005-3379497200006", .tracking), ("31001171800000017989625355702636", .unknown),
    ])
  func others(payload: String, kind: OtherIdentifier.Kind) {
    let list = CandidateFinder.find(payload: payload)
    #expect(list.candidates.isEmpty)
    #expect(list.others.first?.kind == kind)
  }

  @Test(
    "A wrong check digit stays as printed", arguments: ["865234030249734", "IMEI:865234030249734"])
  func differs(payload: String) {
    let list = CandidateFinder.find(payload: payload)
    #expect(list.numbers == ["865234030249734"])
    #expect(list.slugs.first?.first == "checkDigitDiffers")
  }

  @Test(
    "Empty, huge and odd payloads are nothing",
    arguments: ["", " \n", "*#06#", "IMEI", "\u{0}", "]C1", String(repeating: "8", count: 20_000)])
  func nothing(payload: String) {
    #expect(CandidateFinder.find(payload: payload).candidates.isEmpty)
  }

  @Test("Other digits behind a caption in a payload are no IMEI")
  func notTaken() {
    #expect(CandidateFinder.find(payload: "SN:865234030249733").undoubted.isEmpty)
    #expect(CandidateFinder.find(payload: "IMEI:8652340302497331").candidates.isEmpty)
    #expect(
      CandidateFinder.find(payload: "ICCID:89490200001234567892;IMEI:").unreadableCaptions == 1)
  }
}
