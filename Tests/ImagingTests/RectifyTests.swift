import Imaging
import TestSupport
import Testing

@Suite("Rectifying pulls a quadrilateral straight")
struct RectifyTests {
  static func quad(_ values: Double...) -> PixelQuad {
    func point(_ index: Int) -> PixelPoint {
      PixelPoint(x: values[2 * index], y: values[2 * index + 1])
    }
    return PixelQuad(
      topLeft: point(0), topRight: point(1), bottomRight: point(2), bottomLeft: point(3))
  }

  @Test("an upright rectangle at its own size is the crop")
  func uprightIsCrop() {
    let image = GrayImageTests.sample(40, 30)
    let rect = PixelRect(x: 5, y: 7, width: 20, height: 11)
    #expect(
      image.warped(PixelQuad(rect), toWidth: 20, height: 11) == image.cropped(to: rect))
  }

  @Test("corners given in turned order turn the picture", arguments: 0..<4)
  func turnedCorners(turns: Int) {
    let image = GrayImageTests.sample(24, 16)
    var corners = [(0.0, 0.0), (24.0, 0.0), (24.0, 16.0), (0.0, 16.0)]
    // One clockwise turn brings the bottom-left corner to the top left.
    for _ in 0..<turns { corners.insert(corners.removeLast(), at: 0) }
    let quad = Self.quad(
      corners[0].0, corners[0].1, corners[1].0, corners[1].1, corners[2].0, corners[2].1,
      corners[3].0, corners[3].1)
    let expected = image.rotated(quarterTurns: turns)
    #expect(image.warped(quad, toWidth: expected.width, height: expected.height) == expected)
  }

  @Test("a perspective view comes back: marks lie where they were before it")
  func perspective() {
    // Marks at known places of a trapezium drawn through the same mapping by hand:
    // the midpoint of the diagonals is the centre of the rectified picture.
    var canvas = DrawnImage(width: 200, height: 120)
    let quad = Self.quad(40, 20, 160, 20, 190, 110, 10, 110)
    // Diagonals 40,20–190,110 and 160,20–10,110 meet at x = 100, y = 56.
    canvas.disc(centreX: 100, centreY: 56, radius: 6)
    let flat = canvas.image.warped(quad, toWidth: 101, height: 61)
    #expect(flat[50, 30] < 40)
    #expect(flat[20, 30] == 255 && flat[50, 50] == 255)
  }

  @Test("what lies outside the picture takes the shade asked for")
  func outsideShade() {
    let image = GrayImage(width: 10, height: 10, filledWith: 0)
    let quad = Self.quad(-10, 0, 10, 0, 10, 10, -10, 10)
    let flat = image.warped(quad, toWidth: 20, height: 10, outside: 99)
    #expect(flat[0, 5] == 99 && flat[9, 5] == 99 && flat[10, 5] == 0 && flat[19, 5] == 0)
  }

  @Test("a picture that shrinks is averaged, not picked from")
  func averagesWhenShrinking() {
    let stripes = GrayImage(
      width: 64, height: 16, pixels: (0..<1024).map { $0 % 2 == 0 ? 0 : 200 })
    let flat = stripes.warped(
      PixelQuad(PixelRect(x: 0, y: 0, width: 64, height: 16)), toWidth: 16, height: 4)
    #expect(flat.pixels.allSatisfy { abs(Int($0) - 100) <= 26 })
  }

  @Test(
    "corners that make no picture give the outside shade, never a crash",
    arguments: [
      quad(0, 0, 0, 0, 0, 0, 0, 0), quad(0, 0, 5, 5, 10, 10, 15, 15),
      quad(.nan, 0, 5, 0, 5, 5, 0, 5), quad(.infinity, 0, 5, 0, 5, 5, 0, 5),
      quad(1e300, 0, 5, 0, 5, 5, 0, 5), quad(0, 0, 9, 0, 2, 2, 0, 9), quad(0, 0, 9, 9, 9, 0, 0, 9),
    ])
  func degenerate(quad: PixelQuad) {
    let image = GrayImage(width: 10, height: 10, filledWith: 7)
    let flat = image.warped(quad, toWidth: 6, height: 4, outside: 200)
    #expect(flat.width == 6 && flat.height == 4)
  }

  @Test("random corners never crash and never leave the size asked for")
  func randomCorners() {
    var random = SeededRandom(seed: 7)
    let image = GrayImageTests.sample(30, 20)
    for _ in 0..<500 {
      func next() -> Double { Double(Int.random(in: -100...130, using: &random)) / 2 }
      let quad = Self.quad(next(), next(), next(), next(), next(), next(), next(), next())
      #expect(image.warped(quad, toWidth: 9, height: 5).pixels.count == 45)
    }
  }
}
