/// How a JSON list is laid out.
enum JSONLayout: Equatable {
  /// One object a line (NDJSON, JSON Lines): a bad line costs that line.
  case lines
  /// Objects one behind the other over any lines, in an array or not.
  case document

  /// What parts the fields of a line that is taken whole: no JSON text holds this byte.
  static let lineDelimiter: UInt8 = 0x1F

  /// The layout of a file that begins with `head`; `nil` when it is no JSON.
  ///
  /// A list of rows and columns never begins with a brace or a bracket. One object a line is told by a
  /// whole object on one of the first lines, with every line before it beginning with a brace.
  static func detect(_ head: Span<UInt8>) -> JSONLayout? {
    var index = 0
    while index < head.count, isSpace(head[index]) { index += 1 }
    guard index < head.count else { return nil }
    if head[index] == 0x5B { return .document }
    guard head[index] == 0x7B else { return nil }
    for _ in 0..<10 {
      guard index < head.count, head[index] == 0x7B else { return .document }
      var end = index
      while end < head.count, head[end] != 0x0A, head[end] != 0x0D { end += 1 }
      var last = end
      while last > index, isSpace(head[last - 1]) { last -= 1 }
      if case .end(let objectEnd) = JSONScan.object(head.extracting(index..<last), from: 0),
        objectEnd == last - index
      {
        return .lines
      }
      index = end
      while index < head.count, isSpace(head[index]) { index += 1 }
    }
    return .document
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
