/// The mod-10 check of an IMEI (3GPP TS 23.003, Annex B), which also guards ICCIDs and card numbers.
///
/// One wrong digit is always noticed, a swap of neighbours always but for 09 and 90. A random string
/// passes once in ten times, so agreement is never proof on its own.
public enum Luhn {
  /// The digit that completes `digits`.
  ///
  /// - Parameter digits: digit values 0...9 in reading order, without the check digit; a larger value
  ///   counts by its last decimal place.
  @inlinable
  public static func checkDigit(of digits: some Sequence<UInt8>) -> UInt8 {
    // Which places are doubled depends on the length, which a sequence only tells at its end: both
    // sums are kept, `last` with the newest digit doubled, `other` with it plain.
    var last = 0
    var other = 0
    for digit in digits {
      let value = Int(digit % 10)
      (last, other) = (other + doubled(value), last + value)
    }
    return UInt8((10 - last % 10) % 10)
  }

  /// Whether the last of `digits` is the check digit of those before it.
  ///
  /// - Returns: `false` for fewer than two digits and for any value above 9.
  @inlinable
  public static func isValid(_ digits: some Collection<UInt8>) -> Bool {
    guard digits.count >= 2 else { return false }
    var last = 0
    var other = 0
    for digit in digits {
      guard digit <= 9 else { return false }
      let value = Int(digit)
      (last, other) = (other + doubled(value), last + value)
    }
    return other % 10 == 0
  }

  @inlinable
  static func doubled(_ value: Int) -> Int { value < 5 ? value * 2 : value * 2 - 9 }

  /// The check digit of a 14-digit body held as a number.
  @usableFromInline
  static func checkDigit(ofBody body: UInt64) -> UInt8 {
    var rest = body
    var sum: UInt64 = 0
    for _ in 0..<7 {
      let pair = rest % 100
      rest /= 100
      let low = pair % 10
      sum += pair / 10 + (low < 5 ? low * 2 : low * 2 - 9)
    }
    return UInt8((10 - sum % 10) % 10)
  }
}
