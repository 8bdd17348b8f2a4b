import IMEI
import Testing

@testable import BlockList

@Suite("Check digits compared")
struct CheckDigitComparisonTests {
  private func compare(_ reading: String, _ form: PrintedForm) throws -> CheckDigitComparison {
    CheckDigitComparison(reading: try #require(IMEI(reading)), form: form)
  }

  @Test("Equal and differing digits are told apart")
  func both() throws {
    #expect(try compare("356938035643809", .checkDigit(9)) == .agrees)
    #expect(try compare("356938035643809", .checkDigit(4)) == .differs)
    #expect(try compare("356938035643804", .checkDigit(9)) == .differs)
  }

  @Test("The side without a check digit is named")
  func missing() throws {
    #expect(try compare("356938035643809", .bare) == .listHasNone)
    #expect(try compare("356938035643809", .softwareVersion(78)) == .listHasNone)
    #expect(try compare("35693803564380", .checkDigit(9)) == .readingHasNone)
    #expect(try compare("35693803564380", .bare) == .listHasNone)
  }

  @Test("A spare 0 in the 15th place of the list is no check digit")
  func spareZero() throws {
    #expect(try compare("356938035643809", .checkDigit(0)) == .listHasNone)
    #expect(try compare("35693803564380", .checkDigit(0)) == .listHasNone)
    #expect(try compare("356938035643800", .checkDigit(0)) == .agrees)
  }

  @Test("A 0 that is the computed check digit is one")
  func trueZero() throws {
    let body = try #require((0..<10).map(Sample.imei).first { $0.hasSuffix("0") })
    #expect(try compare(body, .checkDigit(0)) == .agrees)
    #expect(try compare(String(body.dropLast()), .checkDigit(0)) == .readingHasNone)
    #expect(try compare(String(body.dropLast()) + "5", .checkDigit(0)) == .differs)
  }

  @Test("Every form survives the number that stands for it in the store")
  func stored() {
    let forms =
      [PrintedForm.bare] + (0...9).map { .checkDigit(UInt8($0)) }
      + (0...99).map { .softwareVersion(UInt8($0)) }
    for form in forms { #expect(PrintedForm(stored: form.stored) == form) }
    #expect(Set(forms.map(\.stored)).count == forms.count)
    for number: Int64 in [-2, 10, 99, 200, .max, .min] {
      #expect(PrintedForm(stored: number) == nil)
    }
  }
}
