import Testing

@testable import Reading

@Suite("Readings and their witnesses")
struct StripReadingConsensusTests {
  private let caption = "IMEI: "
  private let number = "356938035643809"
  private var whole: Range<Int> { caption.count..<caption.count + number.count }

  /// The line, with a doubt about one digit of the number.
  private func reading(
    digit: Int, other: Character, _ probability: Double, pitch: Int = 2
  ) -> StripReading {
    KnownReading.reading(
      caption + number, pitch: pitch,
      doubts: [.init(place: caption.count + digit, other: other, probability: probability)])
  }

  private func digits(_ reading: StripReading) -> String { String(reading.text.suffix(15)) }

  @Test(arguments: [2, 3, 4])
  func aWitnessHasAnEqualSayWhateverItsScale(pitch: Int) {
    var reading = reading(digit: 5, other: "3", 0.4)
    #expect(abs(reading.posterior(of: whole) - 0.6) < 1e-6)
    reading.witnesses = [self.reading(digit: 5, other: "3", 0.1, pitch: pitch)]
    #expect(abs(reading.posterior(of: whole) - (0.6 + 0.9) / 2) < 1e-6)
  }

  @Test func aWitnessThatSeesAnotherDigitTakesHalfTheProbabilityAway() {
    var reading = KnownReading.reading(caption + number)
    #expect(reading.posterior(of: whole) > 0.999)
    reading.witnesses = [KnownReading.reading(caption + "356938035643808")]
    #expect(reading.posterior(of: whole) < 0.501)
  }

  @Test func aWitnessThatReadsNoCaptionCountsAllTheSame() {
    var reading = KnownReading.reading(caption + number)
    reading.witnesses = [KnownReading.reading("      " + number)]
    #expect(reading.posterior(of: whole) > 0.99)
  }

  @Test func whatAllThinkLikeliestIsRead() {
    var reading = reading(digit: 5, other: "3", 0.4)
    reading.witnesses = [self.reading(digit: 5, other: "3", 0.95)]
    #expect(digits(reading.agreed()) == "356933035643809")
    #expect(reading.agreed().posterior(of: whole) > reading.posterior(of: whole))
    #expect(reading.agreed().text.hasPrefix(caption))
  }

  @Test func thatACheckDigitAgreesGivesNoAdvantage() {
    // 356938035643809 agrees; the reading and its witness both see 356933035643809.
    var reading = reading(digit: 5, other: "3", 0.51)
    reading.witnesses = [self.reading(digit: 5, other: "3", 0.51)]
    #expect(digits(reading.agreed()) == "356933035643809")
  }

  @Test func aDigitMoreOrLessIsSettledTogether() {
    var reading = KnownReading.reading(
      number, doubts: [.init(place: 7, other: " ", probability: 0.6)])
    #expect(reading.digitCount == 14)
    reading.witnesses = [
      KnownReading.reading(number, doubts: [.init(place: 7, other: " ", probability: 0.01)])
    ]
    #expect(reading.agreed().text == number)
  }

  @Test func withoutWitnessesNothingChanges() {
    let reading = reading(digit: 5, other: "3", 0.4)
    #expect(reading.agreed().tokens == reading.tokens)
  }
}
