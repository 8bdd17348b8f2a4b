import Imaging

/// The picture of a number's digits as a phone's screen shows them: grey, a little uneven, always the same.
enum MadeCrop {
  /// Fifteen columns of five dots and seven rows, from 0 to 9.
  private static let glyphs: [[UInt8]] = [
    [0x0E, 0x11, 0x13, 0x15, 0x19, 0x11, 0x0E], [0x04, 0x0C, 0x04, 0x04, 0x04, 0x04, 0x0E],
    [0x0E, 0x11, 0x01, 0x02, 0x04, 0x08, 0x1F], [0x1F, 0x02, 0x04, 0x02, 0x01, 0x11, 0x0E],
    [0x02, 0x06, 0x0A, 0x12, 0x1F, 0x02, 0x02], [0x1F, 0x10, 0x1E, 0x01, 0x01, 0x11, 0x0E],
    [0x06, 0x08, 0x10, 0x1E, 0x11, 0x11, 0x0E], [0x1F, 0x01, 0x02, 0x04, 0x08, 0x08, 0x08],
    [0x0E, 0x11, 0x11, 0x0E, 0x11, 0x11, 0x0E], [0x0E, 0x11, 0x11, 0x0F, 0x01, 0x02, 0x0C],
  ]
  private static let dot = 4
  private static let margin = 10

  /// A PNG file's bytes.
  static func png(_ digits: String) throws -> [UInt8] {
    let values = digits.utf8.map { Int($0) - 48 }.filter { (0...9).contains($0) }
    let width = 2 * margin + values.count * 6 * dot
    let height = 2 * margin + 7 * dot
    var noise = UInt64(values.reduce(7) { $0 &* 31 &+ $1 }.magnitude) | 1
    var pixels = [UInt8](repeating: 0, count: width * height)
    for y in 0..<height {
      for x in 0..<width {
        noise ^= noise << 13
        noise ^= noise >> 7
        noise ^= noise << 17
        let ground = 228 - y / 4 + Int(noise & 7)
        pixels[y * width + x] = UInt8(isInk(x, y, values) ? 40 + Int(noise & 15) : min(255, ground))
      }
    }
    return try GrayImage(width: width, height: height, pixels: pixels).pngData()
  }

  private static func isInk(_ x: Int, _ y: Int, _ values: [Int]) -> Bool {
    guard x >= margin, y >= margin else { return false }
    let (column, row) = ((x - margin) / dot, (y - margin) / dot)
    guard row < 7, column / 6 < values.count, column % 6 < 5 else { return false }
    return glyphs[values[column / 6]][row] >> UInt8(4 - column % 6) & 1 == 1
  }
}
