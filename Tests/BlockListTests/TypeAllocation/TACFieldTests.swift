import IMEI
import Testing

@testable import BlockList

@Suite struct TACFieldTests {
  private func digits(_ text: String) -> String? {
    guard case .tac(let tac) = TACField(text) else { return nil }
    return tac.digits
  }

  private func code(_ text: String) -> String? {
    guard case .refused(let code, _, _) = TACField(text) else { return nil }
    return code
  }

  @Test(arguments: [
    "35693803", "35-693803", "35 693803", "\"35693803\"", "=\"35693803\"", "'35693803",
    "35693803.0",
  ])
  func eightDigitsAreReadAsSpreadsheetsWriteThem(text: String) {
    #expect(digits(text) == "35693803")
  }

  @Test(arguments: [
    ("", "noTAC"), ("1194800", "lostLeadingZero"), ("1194800.0", "lostLeadingZero"),
    ("356938", "wrongLength"), ("123", "wrongLength"), ("123456789", "wrongLength"),
    ("356938035643809", "wholeIMEI"), ("35693803564380", "wholeIMEI"),
    ("3.57E+07", "spreadsheetNumber"), ("3,57e7", "spreadsheetNumber"), ("A1000049", "meid"),
    ("3569380x", "notDigits"), ("cff96c002766bde09400", "notDigits"), ("３５６９３８０３", "notDigits"),
    ("3569-3803", "notDigits"), ("*#06#", "notDigits"),
  ])
  func anythingElseIsRefusedWithItsDiagnosis(text: String, expected: String) {
    #expect(code(text) == expected)
  }
}
