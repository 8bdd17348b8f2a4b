/// The records that registers write in front of their rows and behind them.
///
/// In front: a first field `H`, `HD`, `HDR`, `HEAD`, `HEADER` or `HEADER RECORD`, or one that begins with
/// `HDR` or `HEADER` and goes on with anything but a letter. Behind: `T`, `TR`, `TRL`, `TLR`, `TRAILER`,
/// `TRAILER RECORD`, `FOOTER`, `EOF` or `END`, or one that begins with `TRL`, `TLR` or `TRAILER` and goes
/// on with the count. Case does not matter. A row with an IMEI in it is neither.
enum RegisterRecord {
  private static let headers: Set<String> = ["H", "HD", "HDR", "HEAD", "HEADER", "HEADER RECORD"]
  private static let headerPrefixes = ["HEADER", "HDR"]
  private static let trailers: Set<String> = [
    "T", "TR", "TRL", "TLR", "TRAILER", "TRAILER RECORD", "FOOTER", "EOF", "END",
  ]
  private static let trailerPrefixes = ["TRAILER", "TRL", "TLR"]
  private static let longest = 200

  /// Whether `row` is a header record.
  static func isHeader(_ row: ListRow, _ bytes: Span<UInt8>) -> Bool {
    guard let tag = tag(row, bytes, initials: "H") else { return false }
    return headers.contains(tag)
      // `HEADER` alone is a title; a record says more.
      ? row.fields.count > 1 : rest(of: tag, behind: headerPrefixes) != nil
  }

  /// Whether the first letter allows a trailer: nearly every row is sorted out by it.
  static func mayBeTrailer(_ row: ListRow, _ bytes: Span<UInt8>) -> Bool {
    guard let field = row.fields.first, field.range.lowerBound < field.range.upperBound else {
      return false
    }
    let letter = bytes[field.range.lowerBound] & 0xDF
    return letter == 0x54 || letter == 0x45 || letter == 0x46
  }

  /// The numbers in `row` if it is a trailer; `nil` if it is none.
  static func trailerNumbers(_ row: ListRow, _ bytes: Span<UInt8>) -> [Int]? {
    guard let tag = tag(row, bytes, initials: "TEF") else { return nil }
    var numbers: [Int] = []
    if !trailers.contains(tag) {
      guard let rest = rest(of: tag, behind: trailerPrefixes), let number = number(rest) else {
        return nil
      }
      numbers.append(number)
    }
    for column in row.fields.indices.dropFirst().prefix(16) {
      guard row.fields[column].range.count <= longest else { return nil }
      if let number = number(row.text(of: column, in: bytes)) { numbers.append(number) }
    }
    return numbers
  }

  /// The count that a trailer promises: the number that agrees with what was found, so that a date
  /// beside it does not count, else the last. A trailer without a number promises nothing.
  static func promised(_ numbers: [Int], found: Int) -> Int {
    numbers.contains(found) ? found : numbers.last ?? found
  }

  private static func tag(_ row: ListRow, _ bytes: Span<UInt8>, initials: String) -> String? {
    guard let field = row.fields.first, field.range.count <= longest else { return nil }
    let tag = row.text(of: 0, in: bytes).uppercased()
    guard let initial = tag.first, initials.contains(initial) else { return nil }
    return tag
  }

  /// What follows the prefix that `tag` begins with, unless it is a letter.
  private static func rest(of tag: String, behind prefixes: [String]) -> Substring? {
    guard let prefix = prefixes.first(where: tag.hasPrefix) else { return nil }
    let rest = tag.dropFirst(prefix.count)
    guard let next = rest.first, !next.isLetter else { return nil }
    return rest
  }

  /// A count of at most twelve digits, spaces and separators around it left out.
  private static func number(_ text: some StringProtocol) -> Int? {
    let digits = text.utf8.filter { (0x30...0x39).contains($0) }
    let others = text.utf8.filter { !(0x30...0x39).contains($0) }
    guard (1...12).contains(digits.count), others.allSatisfy({ " :=-_".utf8.contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}
