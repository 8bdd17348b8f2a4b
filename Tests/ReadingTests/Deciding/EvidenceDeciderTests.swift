import IMEI
import Testing

@testable import Reading

@Suite("EvidenceDecider")
struct EvidenceDeciderTests {
  private let decider = EvidenceDecider()
  private let first = Seen.first
  private let second = Seen.second
  /// Not sure enough to be accepted alone.
  private let unsure = Acceptance.alone.nextDown

  @Test func printAndBarcodeThatAgreeAreAccepted() throws {
    let decision = decider.decide(Seen.print("IMEI: \(first)") + Seen.barcode(first))
    let reading = try #require(decision.readings.first)
    #expect(decision.readings.count == 1)
    #expect(reading.status == .accepted)
    #expect(reading.imei.digits == first)
    #expect(reading.sources.map(\.rawValue) == ["barcode.code128", "ocr.digits"])
  }

  @Test func onePrintingReadTwiceByOneEngineIsOneSource() {
    let decision = decider.decide(
      Seen.print("IMEI \(first)", posterior: unsure)
        + Seen.print("IMEI \(first)", y: 104, posterior: unsure))
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func printWithoutAPlaceIsNoSecondPrinting() {
    var placeless = Seen.print("IMEI \(first)", y: 500, posterior: unsure)
    placeless[0].place = PlaneTransform.rotation(by: 0).apply(.zero)
    let decision = decider.decide(Seen.print("IMEI \(first)", posterior: unsure) + placeless)
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func aBarcodeAloneIsForReview() {
    let decision = decider.decide(Seen.barcode(first) + Seen.barcode(first, y: 700))
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func printWithoutCaptionIsForReviewEvenWithABarcode() {
    let decision = decider.decide(Seen.print(first) + Seen.barcode(first))
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func aCheckDigitThatDiffersIsReportedAsPrintedAndNeverAccepted() {
    let wrong = Seen.misprinted
    let decision = decider.decide(
      Seen.print("IMEI \(wrong)") + Seen.byTesseract("IMEI \(wrong)") + Seen.barcode(wrong)
        + Seen.print("IMEI \(wrong)", y: 600))
    #expect(decision.readings.map(\.imei.digits) == [wrong])
    #expect(decision.readings.map(\.status) == [.review])
  }

  @Test func aBarcodeThatDiffersInOneDigitStopsTwoPrintings() {
    let decision = decider.decide(
      Seen.print("IMEI \(first)", y: 100) + Seen.print("IMEI \(first)", y: 500)
        + Seen.barcode(second))
    #expect(!decision.readings.contains { $0.status == .accepted })
  }

  @Test func neighbouringNumbersOfADualSIMDeviceAreTwoReadings() {
    let decision = decider.decide(
      Seen.print("IMEI 1: \(first)", y: 100) + Seen.barcode(first, y: 140)
        + Seen.print("IMEI 2: \(second)", y: 300) + Seen.barcode(second, y: 340))
    #expect(decision.readings.map(\.imei.digits) == [first, second])
    #expect(decision.readings.map(\.status) == [.accepted, .accepted])
    #expect(decision.readings.map(\.caption?.slot) == [1, 2])
  }

  @Test func anotherCaptionMakesTheNumberSomethingElse() {
    let decision = decider.decide(Seen.print("Order No. \(first)") + Seen.barcode(first))
    #expect(!decision.readings.contains { $0.status == .accepted })
  }

  @Test func theOrderOfEvidenceDoesNotMatter() {
    let evidence =
      Seen.print("IMEI 1: \(first)", posterior: unsure) + Seen.barcode(first)
      + Seen.print("IMEI 2: \(second)", y: 300) + Seen.barcode(second)
      + Seen.byTesseract("IMEI \(second)", y: 305, confidence: 0.7)
    let expected = decider.decide(evidence)
    for shift in 1..<evidence.count {
      let turned = Array(evidence[shift...] + evidence[..<shift])
      #expect(decider.decide(turned) == expected)
    }
    #expect(decider.decide(evidence.reversed()) == expected)
  }

  @Test func aBareNumberIsDismissedForItsDigitsOnlyWhenTheseAreCertain() {
    let least = Acceptance.leastToDismiss
    let certain = decider.decide(Seen.print(Seen.misprinted, posterior: least))
    #expect(certain.readings.isEmpty)
    #expect(certain.others.map(\.value) == [Seen.misprinted])
    let uncertain = decider.decide(Seen.print(Seen.misprinted, posterior: least.nextDown))
    #expect(uncertain.readings.map(\.status) == [.review])
  }

  @Test func aNumberOfACaptionedModelNeedsNoCaptionOfItsOwn() {
    let pair = Seen.print("IMEI 2: \(first)") + Seen.print(second, y: 300)
    #expect(decider.decide(pair).readings.map(\.status) == [.accepted, .accepted])
  }

  @Test func aNumberOfAnotherModelNeedsItsCaption() {
    let other = "490154203237518"
    let decision = decider.decide(Seen.print("IMEI: \(first)") + Seen.print(other, y: 300))
    #expect(decision.readings.map(\.status) == [.accepted, .review])
  }

  @Test func aCaptionedNumberInReviewVouchesForNoOther() {
    let decision = decider.decide(
      Seen.print("IMEI 2: \(first)", posterior: unsure) + Seen.print(second, y: 300))
    #expect(decision.readings.map(\.status) == [.review, .review])
  }

  @Test func aBarcodeOfACaptionedModelIsStillForReview() {
    let decision = decider.decide(Seen.print("IMEI 1: \(first)") + Seen.barcode(second))
    #expect(decision.readings.first { $0.imei.digits == second }?.status == .review)
  }

  @Test func noEvidenceGivesNoReading() {
    #expect(decider.decide([]).readings.isEmpty)
  }
}
