internal import IMEI

/// What stands in the TAC column of a list: a code, or why it is none.
enum TACField {
  case tac(TAC)
  /// A stable word for the reason, the reason, and what to do.
  case refused(code: String, message: String, cure: String)

  /// Reads a field. A quote, `="…"` and a `.0` of spreadsheets and one space or hyphen behind the
  /// first two digits are taken off; nothing is filled in.
  init(_ text: String) {
    var field = text[...]
    for _ in 0..<4 {
      if field.first == "=" || field.first == "'" || field.first == "\"" { field.removeFirst() }
      if field.last == "\"" || field.last == "'" { field.removeLast() }
    }
    if field.hasSuffix(".0") { field.removeLast(2) }
    let bytes = Array(field.utf8)
    if bytes.count == 9, bytes[2] == 0x2D || bytes[2] == 0x20 {
      field = (field.prefix(2) + field.dropFirst(3))[...]
    }
    self = TAC(field).map(Self.tac) ?? Self.refusal(of: field)
  }

  private static func refusal(of field: Substring) -> TACField {
    let bytes = Array(field.utf8)
    let areDigits = bytes.allSatisfy { (0x30...0x39).contains($0) }
    switch bytes.count {
    case 0:
      return .refused(
        code: "noTAC", message: "The row has no TAC.", cure: "Complete the row or take it out.")
    case 7 where areDigits:
      return .refused(
        code: "lostLeadingZero",
        message: "Seven digits: a TAC has eight, and a spreadsheet drops a 0 in front.",
        cure: "Export the column as text. The kit fills nothing in.")
    case 6 where areDigits:
      return .refused(
        code: "wrongLength",
        message: "Six digits: a TAC of before 2003 without its assembly code, or zeros were lost.",
        cure: "Give the first eight digits of the IMEI.")
    case 14...16 where areDigits:
      return .refused(
        code: "wholeIMEI", message: "\(bytes.count) digits: an IMEI, no TAC.",
        cure: "Give the first eight digits.")
    default: break
    }
    if areDigits {
      return .refused(
        code: "wrongLength", message: "\(bytes.count) digits: a TAC has eight.",
        cure: "Correct the row or take it out.")
    }
    if isExponent(field) {
      return .refused(
        code: "spreadsheetNumber", message: "A spreadsheet turned the TAC into a rounded number.",
        cure: "Export the column as text.")
    }
    let isHexadecimal = field.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit }
    if isHexadecimal, bytes.count == 8 || bytes.count == 14, let first = bytes.first, first > 0x39 {
      return .refused(
        code: "meid", message: "Hexadecimal digits: a part of an MEID, which has no TAC.",
        cure: "Take the row out.")
    }
    return .refused(
      code: "notDigits", message: "A TAC is eight digits and nothing else.",
      cure: "Correct the row or take it out.")
  }

  /// `3.57E+07`, `3,57e7`.
  private static func isExponent(_ field: Substring) -> Bool {
    let parts = field.lowercased().split(separator: "e", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    let mantissa = parts[0].filter { $0 != "." && $0 != "," }
    let exponent = parts[1].drop { $0 == "+" }
    guard !mantissa.isEmpty, !exponent.isEmpty, exponent.utf8.count <= 2 else { return false }
    guard parts[0].count != mantissa.count || parts[1].hasPrefix("+") else { return false }
    return (mantissa + String(exponent)).utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
