import Testing

@testable import Evaluation

@Suite("TesseractReader")
struct TesseractReaderTests {
  @Test(arguments: [
    "IMEI 356938035643809", "35 693803 564380 9", "35-693803-564380-9", "x 356938/03/564380/9 y",
  ])
  func findsNumbersWithAnAgreeingCheckDigit(text: String) {
    #expect(TesseractReader.numbers(in: text) == ["356938035643809"])
  }

  @Test(arguments: ["356938035643808", "3569380356438090", "35693803564380", ""])
  func leavesEverythingElse(text: String) {
    #expect(TesseractReader.numbers(in: text).isEmpty)
  }
}
