/// Width and height in pixels, as a PNG file's header has them.
struct PictureSize: Sendable, Hashable {
  let width: Int
  let height: Int

  /// The largest side that a crop may say it has.
  private static let largest = 65_535

  /// The size of a PNG file; nil for anything else.
  init?(png bytes: [UInt8]) {
    // Signature, length of the first chunk, its name, width and height (W3C PNG, 5.2 and 11.2.2).
    let start: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
    guard bytes.count >= 24, bytes.starts(with: start),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    func whole(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 << 8 | Int($1) } }
    width = whole(16..<20)
    height = whole(20..<24)
    guard (1...Self.largest).contains(width), (1...Self.largest).contains(height) else {
      return nil
    }
  }
}
