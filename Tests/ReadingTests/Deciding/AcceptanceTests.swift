import IMEI
import Testing

@testable import Reading

@Suite("What accepts digits")
struct AcceptanceTests {
  private let text = "IMEI: \(Seen.first)"

  private func statuses(_ evidence: [Evidence]) -> [IMEIReading.Status] {
    EvidenceDecider().decide(evidence).readings.map(\.status)
  }

  @Test func oneReadingThatIsSureEnoughNeedsNoOtherSource() throws {
    let decision = EvidenceDecider().decide(Seen.print(text, posterior: Acceptance.alone))
    let reading = try #require(decision.readings.first)
    #expect(reading.status == .accepted)
    #expect(reading.sources == [.digits])
    #expect(reading.confidence >= Acceptance.alone - 1e-9)
  }

  @Test func theConfidenceIsTheCalibratedProbability() throws {
    for posterior in [0.01, 0.3, 0.5, 0.9, 1] {
      let agreeing = EvidenceDecider().decide(Seen.print(text, posterior: posterior)).readings
      let expected = posterior / (posterior + (1 - posterior) * Acceptance.oddsAgainstAgreeing)
      #expect(abs(try #require(agreeing.first).confidence - expected) < 1e-9)
      let differing = EvidenceDecider().decide(
        Seen.print("IMEI: \(Seen.misprinted)", posterior: posterior)
      ).readings
      #expect(try #require(differing.first).confidence <= expected)
    }
    #expect(Acceptance.certainty(of: 0, checkDigitAgrees: true) == 0)
  }

  @Test func oneReadingBelowThatIsForReview() {
    #expect(statuses(Seen.print(text, posterior: Acceptance.alone.nextDown)) == [.review])
  }

  @Test func tesseractConfirmsAReadingFromItsThresholdOn() {
    let other = Seen.byTesseract(text, y: 103)
    let least = Acceptance.withTesseract
    #expect(statuses(Seen.print(text, posterior: least) + other) == [.accepted])
    #expect(statuses(Seen.print(text, posterior: least.nextDown) + other) == [.review])
  }

  @Test func aSecondPrintingConfirmsAReadingFromItsThresholdOn() {
    let least = Acceptance.printedTwice
    let here = Seen.print(text, posterior: least)
    #expect(statuses(here + Seen.print(text, y: 400, posterior: least)) == [.accepted])
    #expect(statuses(here + Seen.print(text, y: 400, posterior: least.nextDown)) == [.review])
  }

  @Test func aBarcodeConfirmsAReadingFromItsThresholdOn() {
    let barcode = Seen.barcode(Seen.first)
    let least = Acceptance.withBarcode
    #expect(statuses(Seen.print(text, posterior: least) + barcode) == [.accepted])
    #expect(statuses(Seen.print(text, posterior: least.nextDown) + barcode) == [.review])
  }

  @Test func whatOnlyTesseractReadsIsNeverAccepted() {
    let once = Seen.byTesseract(text, confidence: 1)
    #expect(statuses(once) == [.review])
    #expect(statuses(once + Seen.byTesseract(text, y: 400, confidence: 1)) == [.review])
    #expect(statuses(once + Seen.barcode(Seen.first)) == [.review])
  }

  @Test func aRivalAtTheSamePlaceForcesReviewAndIsShownAsAlternative() throws {
    let evidence =
      Seen.print(text, posterior: 1) + Seen.byTesseract("IMEI: \(Seen.second)", y: 103)
      + Seen.barcode(Seen.first)
    let decision = EvidenceDecider().decide(evidence)
    let reading = try #require(decision.readings.first { $0.imei.digits == Seen.first })
    #expect(reading.status == .review)
    #expect(reading.alternatives.map(\.imei.digits) == [Seen.second])
  }

  @Test func alternativesWhoseCheckDigitAgreesComeFirst() throws {
    func alternative(_ digits: String, _ confidence: Double) throws -> IMEIReading.Alternative {
      IMEIReading.Alternative(imei: try #require(IMEI(digits)), confidence: confidence)
    }
    let possible = try [
      alternative(Seen.misprinted, 0.3), alternative(Seen.second, 0.01),
      alternative("490154203237518", 0.02),
    ]
    let decision = EvidenceDecider().decide(
      Seen.print(text, posterior: 0.5, alternatives: possible))
    let reading = try #require(decision.readings.first)
    #expect(
      reading.alternatives.map(\.imei.digits)
        == ["490154203237518", Seen.second, Seen.misprinted])
  }

  /// Upright boxes round two tilted rows overlap, and the rows do not.
  @Test(arguments: [0.4, -0.8, 1.6])
  func tiltedRowsCloseTogetherAreTwoPrintings(radians: Double) throws {
    let rows =
      Seen.print("IMEI 1: \(Seen.first)", y: 100, turned: radians)
      + Seen.print("IMEI 2: \(Seen.second)", y: 140, turned: radians)
    #expect(!rows[0].place.overlaps(rows[1].place))
    #expect(!rows[1].place.overlaps(rows[0].place))
    let decision = EvidenceDecider().decide(rows)
    #expect(Set(decision.readings.map(\.imei.digits)) == [Seen.first, Seen.second])
    #expect(decision.readings.map(\.status) == [.accepted, .accepted])
  }

  @Test(arguments: [0.0, 0.4, -0.8, 3.0])
  func aLineOverlapsItselfAndItsPartsButNotItsNeighbours(radians: Double) {
    func quad(x: Double, y: Double, width: Double) -> Quad {
      PlaneTransform.rotation(by: radians).apply(TextBox(x: x, y: y, width: width, height: 30))
    }
    let line = quad(x: 50, y: 100, width: 400)
    #expect(line.overlaps(line))
    #expect(line.overlaps(quad(x: 250, y: 104, width: 200)))
    #expect(line.overlaps(quad(x: 250, y: 96, width: 400)))
    #expect(!line.overlaps(quad(x: 460, y: 100, width: 400)))
    #expect(!line.overlaps(quad(x: 50, y: 120, width: 400)))
  }
}
