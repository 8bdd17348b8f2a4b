/// Cuts rows into fields: RFC 4180 with any delimiter and with LF, CRLF or lone CR as line end.
///
/// Works on bytes: all delimiters, quotes and line ends are ASCII, and no byte of a longer UTF-8
/// character is.
struct RowScanner {
  let delimiter: UInt8
  /// Whether a quote mark that begins a field quotes it; else it is a sign like any other.
  var isQuoted = true

  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D
  private static let quote: UInt8 = 0x22
  private static let space: UInt8 = 0x20
  private static let tab: UInt8 = 0x09
  private static let hash: UInt8 = 0x23

  /// Scans the row that begins at `start`.
  ///
  /// `row.kind` is `.damaged(.lineTooLong)` when `limit` is reached before the line ends; `row.next`
  /// is then `limit`. A damaged quote ends the row at its first line, so that one stray quote mark
  /// costs one line and not all that follow.
  ///
  /// - Parameters:
  ///   - limit: how far the scan may go; the byte at `limit` is only looked at for a line feed.
  ///   - isLast: whether the file ends at `limit`.
  func scan(
    _ bytes: Span<UInt8>, from start: Int, limit: Int, isLast: Bool, into row: inout ListRow
  ) {
    row.fields.removeAll(keepingCapacity: true)
    row.kind = .fields
    row.lineCount = 1
    row.firstLineEnd = -1
    var index = start
    while index < limit, bytes[index] == Self.space { index += 1 }
    if index < limit, bytes[index] == Self.hash {
      endAtFirstLine(bytes, start: start, limit: limit, isLast: isLast, as: .comment, &row)
      return
    }

    var seen: UInt8 = 0
    var hasNUL = false
    var isBlank = true
    index = start
    while true {
      // One field a turn.
      var fieldStart = index
      while fieldStart < limit, bytes[fieldStart] == Self.space { fieldStart += 1 }
      if isQuoted, fieldStart < limit, bytes[fieldStart] == Self.quote {
        guard
          let end = scanQuoted(
            bytes, open: fieldStart, limit: limit, isLast: isLast, seen: &seen, hasNUL: &hasNUL,
            &row)
        else {
          endAtFirstLine(bytes, start: start, limit: limit, isLast: isLast, as: row.kind, &row)
          return
        }
        index = end
        isBlank = false
      } else {
        while index < limit {
          let byte = bytes[index]
          if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
          seen |= byte
          if byte == 0 { hasNUL = true }
          if byte != Self.space, byte != Self.tab { isBlank = false }
          index += 1
        }
        row.fields.append(.init(range: fieldStart..<max(fieldStart, index)))
      }
      guard index < limit else {
        if !isLast { row.kind = .damaged(.lineTooLong) }
        finish(bytes, start: start, end: index, next: index, &row)
        break
      }
      if bytes[index] == delimiter {
        index += 1
        continue
      }
      finish(
        bytes, start: start, end: index, next: Self.afterLineEnd(bytes, index), &row)
      break
    }
    if row.kind == .fields {
      if isBlank {
        row.kind = .blank
      } else if hasNUL {
        row.kind = .damaged(.nulByte)
      } else if seen >= 0x80, (try? UTF8Span(validating: bytes.extracting(row.range))) == nil {
        row.kind = .damaged(.notUTF8)
      }
    }
    if row.kind != .fields { row.fields.removeAll(keepingCapacity: true) }
  }

  /// Scans a quoted field and the space behind it.
  ///
  /// - Returns: where its delimiter or line end stands, or `nil` with `row.kind` set.
  private func scanQuoted(
    _ bytes: Span<UInt8>, open: Int, limit: Int, isLast: Bool, seen: inout UInt8,
    hasNUL: inout Bool, _ row: inout ListRow
  ) -> Int? {
    var field = ListRow.Field(range: (open + 1)..<(open + 1))
    var index = open + 1
    while index < limit {
      let byte = bytes[index]
      switch byte {
      case Self.quote where index + 1 < limit && bytes[index + 1] == Self.quote:
        field.hasDoubledQuotes = true
        index += 2
      case Self.quote:
        field.range = (open + 1)..<index
        index += 1
        while index < limit, bytes[index] == Self.space { index += 1 }
        if index < limit, bytes[index] != delimiter, bytes[index] != Self.lineFeed,
          bytes[index] != Self.carriageReturn
        {
          row.kind = .damaged(.quoteInField)
          return nil
        }
        row.fields.append(field)
        return index
      case Self.lineFeed, Self.carriageReturn:
        index = Self.afterLineEnd(bytes, index)
        if row.firstLineEnd < 0 { row.firstLineEnd = index }
        row.lineCount += 1
      default:
        seen |= byte
        if byte == 0 { hasNUL = true }
        index += 1
      }
    }
    row.kind = .damaged(.quoteNotClosed)
    return nil
  }

  /// Makes the row its first line alone.
  private func endAtFirstLine(
    _ bytes: Span<UInt8>, start: Int, limit: Int, isLast: Bool, as kind: ListRow.Kind,
    _ row: inout ListRow
  ) {
    var index = start
    while index < limit, bytes[index] != Self.lineFeed, bytes[index] != Self.carriageReturn {
      index += 1
    }
    row.kind = kind
    row.lineCount = 1
    row.firstLineEnd = -1
    row.fields.removeAll(keepingCapacity: true)
    if index < limit {
      finish(bytes, start: start, end: index, next: Self.afterLineEnd(bytes, index), &row)
    } else {
      if !isLast, kind != .comment { row.kind = .damaged(.lineTooLong) }
      finish(bytes, start: start, end: index, next: index, &row)
    }
  }

  private func finish(
    _ bytes: Span<UInt8>, start: Int, end: Int, next: Int, _ row: inout ListRow
  ) {
    row.range = start..<end
    row.next = next
    if row.firstLineEnd < 0 { row.firstLineEnd = next }
  }

  /// Where the line behind the line end at `index` begins.
  static func afterLineEnd(_ bytes: Span<UInt8>, _ index: Int) -> Int {
    let isPair =
      bytes[index] == carriageReturn && index + 1 < bytes.count && bytes[index + 1] == lineFeed
    return index + (isPair ? 2 : 1)
  }
}
