extension ListRow {
  /// The text of field `index` without space around it; `""` in quotes becomes `"`.
  ///
  /// The row's bytes are valid UTF-8 when its kind is `fields`.
  func text(of index: Int, in bytes: Span<UInt8>) -> String {
    let field = fields[index]
    let trimmed = Self.trimmed(field.range, in: bytes)
    if !field.hasDoubledQuotes, let text = try? UTF8Span(validating: bytes.extracting(trimmed)) {
      return String(copying: text)
    }
    var copy: [UInt8] = []
    copy.reserveCapacity(trimmed.count)
    var position = trimmed.lowerBound
    while position < trimmed.upperBound {
      copy.append(bytes[position])
      position += field.hasDoubledQuotes && bytes[position] == 0x22 ? 2 : 1
    }
    return String(decoding: copy, as: UTF8.self)
  }

  /// Whether a line end stands in field `index`.
  func hasLineEnd(in index: Int, _ bytes: Span<UInt8>) -> Bool {
    guard lineCount > 1 else { return false }
    for position in fields[index].range
    where bytes[position] == 0x0A || bytes[position] == 0x0D {
      return true
    }
    return false
  }

  /// Whether a field holds what looks like an entry, 14 digits in a row, behind a line end: what a
  /// quote mark that is missing its partner swallows.
  func swallowsEntries(_ bytes: Span<UInt8>) -> Bool {
    guard lineCount > 1 else { return false }
    for field in fields {
      var isLaterLine = false
      var run = 0
      for position in field.range {
        let byte = bytes[position]
        if byte == 0x0A || byte == 0x0D { isLaterLine = true }
        run = (0x30...0x39).contains(byte) ? run + 1 : 0
        if isLaterLine, run == 14 { return true }
      }
    }
    return false
  }

  /// The first line of the row for a report: cut, control characters as escapes.
  func excerpt(_ bytes: Span<UInt8>) -> String {
    var end = min(firstLineEnd, range.upperBound)
    while end > range.lowerBound, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return VisibleText.escaping(
      bytes: bytes.extracting(range.lowerBound..<max(end, range.lowerBound)),
      limit: RefusedRow.textLimit)
  }

  /// Where field `index` lies without space around it; empty when the row has no such field.
  func trimmedField(_ index: Int, _ bytes: Span<UInt8>) -> Range<Int> {
    index < fields.count ? Self.trimmed(fields[index].range, in: bytes) : 0..<0
  }

  /// `range` without spaces and tabs at its ends.
  static func trimmed(_ range: Range<Int>, in bytes: Span<UInt8>) -> Range<Int> {
    var lower = range.lowerBound
    var upper = range.upperBound
    while lower < upper, bytes[lower] == 0x20 || bytes[lower] == 0x09 { lower += 1 }
    while upper > lower, bytes[upper - 1] == 0x20 || bytes[upper - 1] == 0x09 { upper -= 1 }
    return lower..<upper
  }
}
