import IMEI
import Testing

@testable import Reading

@Suite("TwoSourceDecider")
struct TwoSourceDeciderTests {
  private let decider = TwoSourceDecider()
  private let first = "356938035643809"
  private let second = "356938035643817"

  /// What a recogniser saw of one line at a height in the photo.
  private func print(
    _ text: String, y: Double = 100, source: Source = .tesseract, confidence: Double = 0.9
  ) -> [Evidence] {
    let box = TextBox(x: 50, y: y, width: 400, height: 30)
    let found = CandidateFinder.find(in: [TextLine(text, confidence: confidence, box: box)])
    return found.candidates.map {
      Evidence(candidate: $0, source: source, place: PlaneTransform.identity.apply($0.box))
    }
  }

  private func barcode(_ payload: String, y: Double = 300) -> [Evidence] {
    let box = TextBox(x: 50, y: y, width: 400, height: 80)
    return CandidateFinder.find(payload: payload).candidates.map {
      Evidence(
        candidate: $0, source: Source(rawValue: "barcode.code128"),
        place: PlaneTransform.identity.apply(box))
    }
  }

  @Test func printAndBarcodeThatAgreeAreAccepted() throws {
    let decision = decider.decide(print("IMEI: \(first)") + barcode(first))
    let reading = try #require(decision.readings.first)
    #expect(decision.readings.count == 1)
    #expect(reading.status == .accepted)
    #expect(reading.imei.digits == first)
    #expect(reading.sources.map(\.rawValue) == ["barcode.code128", "ocr.tesseract"])
  }

  @Test func twoPrintingsThatAgreeAreAccepted() {
    let decision = decider.decide(
      print("IMEI \(first)", y: 100) + print("IMEI 1: 35 693803 564380 9", y: 400))
    #expect(decision.readings.map(\.status) == [.accepted])
  }

  @Test func twoRecognisersThatAgreeAreAccepted() {
    let decision = decider.decide(
      print("IMEI \(first)") + print("IMEI \(first)", source: Source(rawValue: "ocr.digits")))
    #expect(decision.readings.map(\.status) == [.accepted])
  }

  @Test func onePrintingReadTwiceByOneEngineIsOneSource() {
    let decision = decider.decide(print("IMEI \(first)") + print("IMEI \(first)", y: 104))
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func printWithoutAPlaceIsNoSecondPrinting() {
    var placeless = print("IMEI \(first)", y: 500)
    placeless[0].place = PlaneTransform.identity.apply(.zero)
    let decision = decider.decide(print("IMEI \(first)") + placeless)
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func aBarcodeAloneIsForReview() {
    let decision = decider.decide(barcode(first) + barcode(first, y: 700))
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func printWithoutCaptionIsForReviewEvenWithABarcode() {
    let decision = decider.decide(print(first) + barcode(first))
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func aCheckDigitThatDiffersIsReportedAsPrintedAndNeverAccepted() {
    let wrong = "356938035643808"
    let decision = decider.decide(
      print("IMEI \(wrong)") + barcode(wrong) + print("IMEI \(wrong)", y: 600))
    #expect(decision.readings.map(\.imei.digits) == [wrong])
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func aBarcodeThatDiffersInOneDigitStopsTwoPrintings() {
    let decision = decider.decide(
      print("IMEI \(first)", y: 100) + print("IMEI \(first)", y: 500) + barcode(second))
    #expect(!decision.readings.contains { $0.status == .accepted })
  }

  @Test func aSecondValueAtTheSamePlaceIsForReviewAndShownAsAlternative() throws {
    let decision = decider.decide(
      print("IMEI \(first)") + print("IMEI \(second)", y: 103, confidence: 0.8) + barcode(first))
    let reading = try #require(decision.readings.first { $0.imei.digits == first })
    #expect(reading.status == .review)
    #expect(reading.alternatives.map(\.imei.digits) == [second])
  }

  @Test func neighbouringNumbersOfADualSIMDeviceAreTwoReadings() {
    let decision = decider.decide(
      print("IMEI 1: \(first)", y: 100) + barcode(first, y: 140)
        + print("IMEI 2: \(second)", y: 300) + barcode(second, y: 340))
    #expect(decision.readings.map(\.imei.digits) == [first, second])
    #expect(decision.readings.map(\.status) == [.accepted, .accepted])
    #expect(decision.readings.map(\.caption?.slot) == [1, 2])
  }

  @Test func anotherCaptionMakesTheNumberSomethingElse() {
    let decision = decider.decide(print("Order No. \(first)") + barcode(first))
    #expect(!decision.readings.contains { $0.status == .accepted })
  }

  @Test func theOrderOfEvidenceDoesNotMatter() {
    let evidence =
      print("IMEI 1: \(first)") + barcode(first) + print("IMEI 2: \(second)", y: 300)
      + print("IMEI \(second)", y: 305, confidence: 0.7) + barcode(second)
    let expected = decider.decide(evidence)
    for shift in 1..<evidence.count {
      let turned = Array(evidence[shift...] + evidence[..<shift])
      #expect(decider.decide(turned) == expected)
    }
    #expect(decider.decide(evidence.reversed()) == expected)
  }

  @Test func noEvidenceGivesNoReading() {
    #expect(decider.decide([]).readings.isEmpty)
  }
}
