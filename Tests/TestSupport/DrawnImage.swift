public import Imaging

/// A grey canvas with simple shapes and letters, so that tests need no picture files or fonts.
///
/// Everything is clipped to the canvas; coordinates are pixels, origin top-left.
public struct DrawnImage: Sendable {
  /// Pixels across.
  public let width: Int
  /// Pixels down.
  public let height: Int
  private var pixels: [UInt8]

  /// Makes a canvas of one shade, white unless told otherwise.
  public init(width: Int, height: Int, shade: UInt8 = 255) {
    self.width = width
    self.height = height
    pixels = [UInt8](repeating: shade, count: width * height)
  }

  /// What has been drawn so far.
  public var image: GrayImage { GrayImage(width: width, height: height, pixels: pixels) }

  /// Sets one pixel.
  public mutating func dot(x: Int, y: Int, shade: UInt8 = 0) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    pixels[y * width + x] = shade
  }

  /// Fills a rectangle.
  public mutating func fill(_ rect: PixelRect, shade: UInt8 = 0) {
    let part = rect.clamped(toWidth: width, height: height)
    for y in part.y..<part.y + part.height {
      for x in part.x..<part.x + part.width { pixels[y * width + x] = shade }
    }
  }

  /// Draws the border of a rectangle, inward.
  public mutating func frame(_ rect: PixelRect, thickness: Int = 1, shade: UInt8 = 0) {
    let (x, y, w, h, t) = (rect.x, rect.y, rect.width, rect.height, thickness)
    fill(PixelRect(x: x, y: y, width: w, height: t), shade: shade)
    fill(PixelRect(x: x, y: y + h - t, width: w, height: t), shade: shade)
    fill(PixelRect(x: x, y: y, width: t, height: h), shade: shade)
    fill(PixelRect(x: x + w - t, y: y, width: t, height: h), shade: shade)
  }

  /// Fills a disc.
  public mutating func disc(centreX: Int, centreY: Int, radius: Int, shade: UInt8 = 0) {
    for y in -radius...radius {
      for x in -radius...radius where x * x + y * y <= radius * radius {
        dot(x: centreX + x, y: centreY + y, shade: shade)
      }
    }
  }

  /// Draws a line, one pixel wide.
  public mutating func line(
    fromX: Int, fromY: Int, toX: Int, toY: Int, shade: UInt8 = 0
  ) {
    let steps = max(abs(toX - fromX), abs(toY - fromY), 1)
    for step in 0...steps {
      dot(
        x: fromX + (toX - fromX) * step / steps, y: fromY + (toY - fromY) * step / steps,
        shade: shade)
    }
  }

  /// Blends the canvas from one shade at the left edge to another at the right edge.
  public mutating func gradient(from left: UInt8, to right: UInt8) {
    for y in 0..<height {
      for x in 0..<width {
        let part = (Int(right) - Int(left)) * x / max(1, width - 1)
        pixels[y * width + x] = UInt8(Int(left) + part)
      }
    }
  }

  /// Writes a line of text in the 5 × 7 font; what the font lacks is left blank.
  ///
  /// A character cell is 6 × `scale` wide; small letters are drawn as capitals.
  /// - Returns: the rectangle that the text covers.
  @discardableResult
  public mutating func text(
    _ text: String, x: Int, y: Int, scale: Int = 2, shade: UInt8 = 0
  ) -> PixelRect {
    var left = x
    for character in text.uppercased() {
      let rows = BitmapFont.rows(of: character)
      for row in 0..<7 {
        for column in 0..<5 where rows[row] >> (4 - column) & 1 == 1 {
          fill(
            PixelRect(x: left + column * scale, y: y + row * scale, width: scale, height: scale),
            shade: shade)
        }
      }
      left += 6 * scale
    }
    return PixelRect(
      x: x, y: y, width: max(0, left - x - (text.isEmpty ? 0 : scale)), height: 7 * scale)
  }
}

extension DrawnImage {
  /// A light picture, wider than high, with a dark square in its top-left corner alone.
  ///
  /// Where the square lies after decoding tells every orientation from every other, together with
  /// the size.
  public static func cornerMarked(width: Int = 48, height: Int = 32) -> GrayImage {
    var canvas = DrawnImage(width: width, height: height, shade: 220)
    canvas.fill(PixelRect(x: 0, y: 0, width: 16, height: 16), shade: 20)
    canvas.fill(PixelRect(x: 16, y: 0, width: 16, height: 8), shade: 120)
    return canvas.image
  }
}
