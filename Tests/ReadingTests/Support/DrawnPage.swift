import Foundation
import Imaging
import TestSupport

/// A page with lines of text, drawn as a label or a screen would show them.
///
/// The dot font is drawn large and reduced, so that strokes have soft edges as in a photo.
struct DrawnPage {
  /// Dots of a character in pixels of the canvas that is reduced later.
  private static let dot = 6
  /// How far the canvas is reduced.
  private static let reduction = 2

  private var canvas: DrawnImage
  private let ink: UInt8

  /// Makes an empty page.
  init(width: Int, height: Int, paper: UInt8 = 235, ink: UInt8 = 25) {
    canvas = DrawnImage(
      width: width * Self.reduction, height: height * Self.reduction, shade: paper)
    self.ink = ink
  }

  /// The height of a digit on the page.
  static var digitHeight: Double { Double(7 * dot / reduction) }

  /// The page as a picture.
  var image: GrayImage { canvas.image.halved() }

  /// Writes a line.
  ///
  /// - Returns: where it stands on the page.
  @discardableResult
  mutating func write(_ text: String, x: Int, y: Int) -> PixelRect {
    let rect = canvas.text(
      text, x: x * Self.reduction, y: y * Self.reduction, scale: Self.dot, shade: ink)
    return PixelRect(
      x: x, y: y, width: rect.width / Self.reduction, height: rect.height / Self.reduction)
  }
}

extension GrayImage {
  /// The picture, turned clockwise about its middle on a ground large enough for it.
  func turned(degrees: Double, ground: UInt8 = 235) -> GrayImage {
    let angle = degrees * .pi / 180
    let (cosine, sine) = (cos(angle), sin(angle))
    let size = (
      width: (Double(width) * abs(cosine) + Double(height) * abs(sine)).rounded(.up),
      height: (Double(width) * abs(sine) + Double(height) * abs(cosine)).rounded(.up)
    )
    func source(_ x: Double, _ y: Double) -> PixelPoint {
      let (dx, dy) = (x - size.width / 2, y - size.height / 2)
      return PixelPoint(
        x: Double(width) / 2 + dx * cosine + dy * sine,
        y: Double(height) / 2 - dx * sine + dy * cosine)
    }
    return warped(
      PixelQuad(
        topLeft: source(0, 0), topRight: source(size.width, 0),
        bottomRight: source(size.width, size.height), bottomLeft: source(0, size.height)),
      toWidth: Int(size.width), height: Int(size.height), outside: ground)
  }
}
