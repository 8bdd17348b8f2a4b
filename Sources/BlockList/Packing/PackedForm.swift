internal import IMEI

/// What stands behind the 14 digits, as a small number: 0 for what nearly all entries have, a check digit
/// that agrees.
enum PackedForm {
  private static let bare: Int64 = 1
  private static let firstCheckDigit: Int64 = 2
  private static let firstVersion: Int64 = 12

  /// The number of a form. Part of the file format.
  static func code(of form: PrintedForm, key: EquipmentKey) -> Int64 {
    switch form {
    case .bare: bare
    case .checkDigit(let digit):
      digit == IMEI(key: key).computedCheckDigit ? 0 : firstCheckDigit + Int64(digit)
    case .softwareVersion(let version): firstVersion + Int64(version)
    }
  }

  /// The form of a number; `nil` for one that no release writes.
  static func form(of code: Int64, key: EquipmentKey) -> PrintedForm? {
    switch code {
    case 0: .checkDigit(IMEI(key: key).computedCheckDigit)
    case bare: .bare
    case firstCheckDigit..<firstVersion: .checkDigit(UInt8(code - firstCheckDigit))
    case firstVersion..<firstVersion + 100: .softwareVersion(UInt8(code - firstVersion))
    default: nil
    }
  }
}
