/// JSON that is not parted by lines: each object, or plain value of an array, is one row.
extension ListReader {
  /// Goes to the next value; ``row`` spans it and has no fields.
  ///
  /// - Returns: `false` at the end of the file.
  /// - Throws: ``BlockListError`` `damagedFile` when the file ends in the middle of a value or of the
  ///   array around it, or when an object is longer than ``JSONScan/maximumObjectBytes``.
  mutating func advanceValue() throws(BlockListError) -> Bool {
    guard try skipToValue() else {
      guard openArrays == 0 else { throw cutOff("inside a JSON array") }
      return false
    }
    switch Self.scan(buffer.span, from: start) {
    case .end(let end): take(start..<end, as: .fields)
    case .brokenString: take(start..<lineEnd(from: start), as: .damaged(.notJSON))
    case .open where atEnd && buffer.count - start <= JSONScan.maximumObjectBytes:
      throw cutOff("inside the JSON value that begins on line \(nextLine)")
    case .open:
      throw BlockListError(
        .damagedFile,
        "\(text.input.name) has a JSON value longer than 1 MiB on line \(nextLine)",
        cure: "Give one object for each entry.")
    }
    return true
  }

  /// Makes `range` the current row.
  private mutating func take(_ range: Range<Int>, as kind: ListRow.Kind) {
    var value = ListRow()
    value.kind = kind == .fields ? Self.kind(buffer.span.extracting(range)) : kind
    value.line = nextLine
    value.lineCount = 1 + Self.lineEnds(buffer.span.extracting(range))
    value.range = range
    value.firstLineEnd = range.upperBound
    value.next = range.upperBound
    row = value
    start = value.next
    nextLine += value.lineCount - 1
  }

  private static func scan(_ bytes: Span<UInt8>, from start: Int) -> JSONScan.Result {
    let window = bytes.extracting(..<min(bytes.count, start + JSONScan.maximumObjectBytes))
    return bytes[start] == 0x7B
      ? JSONScan.object(window, from: start) : JSONScan.scalar(window, from: start)
  }

  /// Goes over space, commas and the brackets of arrays.
  ///
  /// - Returns: `false` at the end of the file.
  private mutating func skipToValue() throws(BlockListError) -> Bool {
    while true {
      try fill(JSONScan.maximumObjectBytes)
      while start < buffer.count {
        switch buffer[start] {
        case 0x20, 0x09, 0x2C: break
        case 0x0A: nextLine += 1
        case 0x0D:
          if start + 1 >= buffer.count || buffer[start + 1] != 0x0A { nextLine += 1 }
        case 0x5B: openArrays += 1
        case 0x5D where openArrays > 0: openArrays -= 1
        default: return true
        }
        start += 1
      }
      if atEnd { return false }
    }
  }

  /// Refuses what no text holds, so that it is not taken for another encoding.
  private static func kind(_ value: Span<UInt8>) -> ListRow.Kind {
    if value.indices.contains(where: { value[$0] == 0 }) { return .damaged(.nulByte) }
    return (try? UTF8Span(validating: value)) == nil ? .damaged(.notUTF8) : .fields
  }

  private static func lineEnds(_ bytes: Span<UInt8>) -> Int {
    var count = 0
    for index in bytes.indices {
      let isLoneReturn =
        bytes[index] == 0x0D && (index + 1 >= bytes.count || bytes[index + 1] != 0x0A)
      if bytes[index] == 0x0A || isLoneReturn { count += 1 }
    }
    return count
  }

  private func cutOff(_ place: String) -> BlockListError {
    BlockListError(
      .damagedFile, "\(text.input.name) ends \(place)",
      cure: "Get the file again; it was cut off on its way.")
  }
}
