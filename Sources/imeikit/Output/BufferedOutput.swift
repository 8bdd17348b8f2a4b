/// Standard output for many short lines.
struct BufferedOutput {
  private static let capacity = 1 << 16

  private let output = DataOutput()
  private var buffer: [UInt8] = []

  init() {
    buffer.reserveCapacity(Self.capacity + 4_096)
  }

  /// Adds a line; it is written when enough has come together.
  mutating func writeLine(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Adds a line in parts.
  mutating func writeLine(parts: String...) throws {
    for part in parts { buffer.append(contentsOf: part.utf8) }
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count >= Self.capacity { try flush() }
  }

  /// Writes what has come together.
  mutating func flush() throws {
    try output.write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }
}
