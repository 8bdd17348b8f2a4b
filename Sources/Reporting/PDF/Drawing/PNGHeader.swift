/// What a PNG file says of its picture, before anything of it is decoded.
struct PNGHeader: Hashable, Sendable {
  /// The longest side, the most pixels and the largest file that are shown.
  static let longestSide = 20_000
  static let mostPixels = 8_000_000
  static let mostBytes = 16 << 20

  let width: Int
  let height: Int

  /// Nil when the bytes are no PNG file, or one beyond the limits.
  init?(_ bytes: [UInt8]) {
    let start: [UInt8] = [
      0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
    ]
    guard (start.count + 8...Self.mostBytes).contains(bytes.count), bytes.starts(with: start)
    else { return nil }
    func number(at place: Int) -> Int {
      bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    width = number(at: start.count)
    height = number(at: start.count + 4)
    guard (1...Self.longestSide).contains(width), (1...Self.longestSide).contains(height),
      width * height <= Self.mostPixels
    else { return nil }
  }
}
