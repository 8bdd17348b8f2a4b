/// The day a block list stands for, as its issuer gave it: a date of the Gregorian calendar.
///
/// Coded and described as `YYYY-MM-DD`.
public struct ListDate: Hashable, Comparable, Sendable, Codable, CustomStringConvertible {
  /// The year, 1990...9999.
  public let year: Int
  /// The month, 1...12.
  public let month: Int
  /// The day of the month, 1...31.
  public let day: Int

  /// A date that the calendar has, from 1990 (no block list is older than GSM) to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1990...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A date from `YYYY-MM-DD`.
  ///
  /// - Throws: ``BlockListError`` `badDate`. Other orders are refused: 03/04/2026 has two readings.
  public init(_ text: some StringProtocol) throws(BlockListError) {
    guard let date = Self.parse(text) else {
      throw BlockListError(
        .badDate, "“\(VisibleText.escaping(text, limit: 40))” is not a date",
        cure: "Write the day the list stands for as YYYY-MM-DD, for example 2026-03-04.")
    }
    self = date
  }

  /// The latest calendar day anywhere on Earth (UTC+14) at `secondsSince1970`.
  ///
  /// A date after it is in the future for every issuer.
  static func latest(atSecondsSince1970 seconds: Double) -> ListDate? {
    let days = Int(((seconds + 14 * 3_600) / 86_400).rounded(.down))
    return ListDate(daysSince1970: days)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    func padded(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    return "\(year)-\(padded(month))-\(padded(day))"
  }

  /// Order in time.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// Reads `YYYY-MM-DD`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let date = Self.parse(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "not a date YYYY-MM-DD"))
    }
    self = date
  }

  /// Writes `YYYY-MM-DD`.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }

  private static func parse(_ text: some StringProtocol) -> ListDate? {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == 0x2D, bytes[7] == 0x2D else { return nil }
    func number(_ range: Range<Int>) -> Int? {
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else {
      return nil
    }
    return ListDate(year: year, month: month, day: day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
