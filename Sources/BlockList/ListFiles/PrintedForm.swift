internal import IMEI

/// What an entry has behind its 14 digits.
enum PrintedForm: Hashable, Sendable {
  /// Nothing: 14 digits.
  case bare
  /// A 15th digit, 0...9.
  case checkDigit(UInt8)
  /// Digits 15 and 16, a software version 0...99.
  case softwareVersion(UInt8)

  /// The number that stands for it in the store: -1, 0...9, 100...199. Part of the file format.
  var stored: Int64 {
    switch self {
    case .bare: -1
    case .checkDigit(let digit): Int64(digit)
    case .softwareVersion(let version): 100 + Int64(version)
    }
  }

  /// The form that `stored` stands for; `nil` for a number that no release writes.
  init?(stored: Int64) {
    switch stored {
    case -1: self = .bare
    case 0...9: self = .checkDigit(UInt8(stored))
    case 100...199: self = .softwareVersion(UInt8(stored - 100))
    default: return nil
    }
  }

  /// The digits of the entry: 14, 15 or 16.
  func digits(of key: EquipmentKey) -> String {
    switch self {
    case .bare: key.digits
    case .checkDigit(let digit): key.digits + "\(digit)"
    case .softwareVersion(let version): key.digits + (version < 10 ? "0\(version)" : "\(version)")
    }
  }

  /// Whether this is a 15th digit 0 where the 14 digits of `reading` give another check digit.
  func isSpareZero(for reading: IMEI) -> Bool {
    self == .checkDigit(0) && reading.computedCheckDigit != 0
  }
}
