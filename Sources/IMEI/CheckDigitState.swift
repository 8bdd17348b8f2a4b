/// How a printed check digit compares with the one the first 14 digits give.
///
/// Agreement is not proof (one random string in ten agrees), and a difference is not proof of a
/// misread: a number taken from signalling carries a spare 0 in the 15th place.
public enum CheckDigitState: String, Sendable, Hashable, Codable, CaseIterable {
  /// The printed digit is the computed one.
  case agrees
  /// The printed digit is another one.
  case differs
  /// No check digit was printed: 14 digits, or an IMEISV.
  case absent
}
