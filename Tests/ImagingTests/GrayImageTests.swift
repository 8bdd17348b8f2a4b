import Imaging
import TestSupport
import Testing

@Suite("Grey pictures keep what they hold when cropped and turned")
struct GrayImageTests {
  /// A picture without symmetry, so that every turn shows.
  static func sample(_ width: Int, _ height: Int) -> GrayImage {
    let pixels = (0..<width * height).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 7) }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  static let sizes = [(1, 1), (1, 9), (9, 1), (7, 5), (64, 64), (65, 130), (200, 3)]

  @Test("four quarter turns lead back", arguments: sizes)
  func fourTurnsAreNone(width: Int, height: Int) {
    let image = Self.sample(width, height)
    var turned = image
    for _ in 0..<4 { turned = turned.rotated(quarterTurns: 1) }
    #expect(turned == image)
    #expect(image.rotated(quarterTurns: 1).width == height)
    #expect(image.rotated(quarterTurns: -1) == image.rotated(quarterTurns: 3))
    #expect(image.rotated(quarterTurns: 6) == image.rotated(quarterTurns: 2))
  }

  @Test("a clockwise turn brings the top-left pixel to the top-right corner")
  func clockwise() {
    let image = GrayImage(width: 3, height: 2, pixels: [1, 2, 3, 4, 5, 6])
    #expect(
      image.rotated(quarterTurns: 1) == GrayImage(width: 2, height: 3, pixels: [4, 1, 5, 2, 6, 3]))
    #expect(
      image.rotated(quarterTurns: 2) == GrayImage(width: 3, height: 2, pixels: [6, 5, 4, 3, 2, 1]))
    #expect(
      image.rotated(quarterTurns: 3) == GrayImage(width: 2, height: 3, pixels: [3, 6, 2, 5, 1, 4]))
  }

  @Test("every orientation moves each pixel as EXIF says", arguments: 1...8)
  func orientation(exif: Int) {
    let image = Self.sample(70, 41)
    let upright = image.oriented(exif)
    let (w, h) = (image.width, image.height)
    for y in 0..<upright.height {
      for x in 0..<upright.width {
        let place: (Int, Int) =
          switch exif {
          case 2: (w - 1 - x, y)
          case 3: (w - 1 - x, h - 1 - y)
          case 4: (x, h - 1 - y)
          case 5: (y, x)
          case 6: (y, h - 1 - x)
          case 7: (w - 1 - y, h - 1 - x)
          case 8: (w - 1 - y, x)
          default: (x, y)
          }
        #expect(upright[x, y] == image[place.0, place.1])
      }
    }
  }

  @Test("every orientation is undone by its inverse", arguments: 1...8)
  func inverse(exif: Int) {
    let image = Self.sample(33, 66)
    let inverse = exif == 6 ? 8 : exif == 8 ? 6 : exif
    #expect(image.oriented(exif).oriented(inverse) == image)
  }

  @Test("orientations that do not exist change nothing", arguments: [0, -1, 9, Int.max])
  func unknownOrientation(exif: Int) {
    let image = Self.sample(5, 4)
    #expect(image.oriented(exif) == image)
  }

  @Test("a crop is clamped to the picture")
  func crops() {
    let image = Self.sample(10, 8)
    #expect(image.cropped(to: PixelRect(x: -5, y: -5, width: 100, height: 100)) == image)
    let part = image.cropped(to: PixelRect(x: 8, y: 6, width: 9, height: 9))
    #expect(part.width == 2 && part.height == 2)
    #expect(part[1, 1] == image[9, 7])
    for outside in [
      PixelRect(x: 10, y: 0, width: 5, height: 5), PixelRect(x: 0, y: -9, width: 5, height: 5),
      PixelRect(x: 2, y: 2, width: 0, height: 5), PixelRect(x: 2, y: 2, width: -3, height: 5),
      PixelRect(x: Int.max, y: Int.min, width: Int.max, height: Int.min),
    ] {
      #expect(image.cropped(to: outside).isEmpty)
    }
    let whole = PixelRect(x: 0, y: 0, width: .max, height: .max)
    #expect(image.cropped(to: whole) == image)
  }

  @Test("inverting twice leads back, once swaps dark and light")
  func inversion() {
    let image = Self.sample(13, 11)
    #expect(image.inverted().inverted() == image)
    #expect(image.inverted()[3, 3] == 255 - image[3, 3])
  }

  @Test("pictures without pixels survive every operation")
  func emptyPictures() {
    let empty = GrayImage(width: 0, height: 0, pixels: [])
    #expect(empty.rotated(quarterTurns: 1).isEmpty)
    #expect(empty.inverted().isEmpty)
    #expect(empty.scaled(toWidth: 3, height: 2) == GrayImage(width: 3, height: 2))
    #expect(throws: ImagingError.self) { try empty.pngData() }
    let quad = PixelQuad(PixelRect(x: 0, y: 0, width: 1, height: 1))
    #expect(empty.warped(quad, toWidth: 2, height: 2) == GrayImage(width: 2, height: 2))
  }

  @Test("a PNG that is written reads back as the same pixels", arguments: sizes)
  func pngRoundTrip(width: Int, height: Int) throws {
    let image = Self.sample(width, height)
    let bytes = try image.pngData()
    #expect(try ImageDecoder().decode(bytes) == image)
    #expect(try image.pngData() == bytes)
  }
}
