/// A PNG file's bytes, handed out in pieces.
final class PNGBytes {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// Fills a buffer with the next bytes; false when so many are not left.
  func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    guard rest.count >= buffer.count else { return false }
    _ = buffer.initialize(from: rest.prefix(buffer.count))
    rest = rest.dropFirst(buffer.count)
    return true
  }
}
