/// The fast way through plain lists: lines of digits alone, which need no fields.
extension ListReader {
  /// A line of 14 to 16 digits and nothing else.
  struct PlainLine {
    /// The line, from 1.
    var line: Int
    /// The digits as a number.
    var number: UInt64
    /// How many digits there are.
    var digits: Int

    /// The digits as they stood in the line.
    var text: String {
      let text = String(number)
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    }
  }

  /// Takes the next line if it is plain; else leaves it to ``advance()``.
  ///
  /// - Throws: ``BlockListError`` like ``advance()``.
  mutating func takePlainLine(ofDigits wanted: Int? = nil) throws(BlockListError) -> PlainLine? {
    try fill()
    guard let (number, digits, next) = Self.scan(buffer.span, from: start, isLast: atEnd),
      wanted == nil || wanted == digits
    else { return nil }
    start = next
    nextLine += 1
    return PlainLine(line: nextLine - 1, number: number, digits: digits)
  }

  /// The number of the line at `start`, how many digits it has, and where the next line begins.
  private static func scan(
    _ bytes: Span<UInt8>, from start: Int, isLast: Bool
  ) -> (number: UInt64, digits: Int, next: Int)? {
    let end = min(bytes.count, start + 17)
    var index = start
    var number: UInt64 = 0
    while index < end {
      let digit = bytes[index] &- 0x30
      if digit > 9 { break }
      number = number &* 10 &+ UInt64(digit)
      index += 1
    }
    let digits = index - start
    guard digits >= 14, digits <= 16 else { return nil }
    guard index < bytes.count else { return isLast ? (number, digits, index) : nil }
    switch bytes[index] {
    case 0x0A: return (number, digits, index + 1)
    case 0x0D: return (number, digits, RowScanner.afterLineEnd(bytes, index))
    default: return nil
    }
  }
}
