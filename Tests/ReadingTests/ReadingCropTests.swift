import Foundation
import IMEI
import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("ReadingCrop")
struct ReadingCropTests {
  private static let digits = "356938035643809"
  private static let size = (width: 620.0, height: 420.0)

  /// A label whose line of digits stands between two other lines, and where its digits are.
  private struct Label {
    var image: GrayImage
    var place: Quad
    var digits: [Quad]
  }

  private func label(scale: Int) -> Label {
    var canvas = DrawnImage(width: 620, height: 420, shade: 230)
    let (x, y) = (60, 180)
    let line = canvas.text(Self.digits, x: x, y: y, scale: scale)
    // Private words at one digit height above and below, and right behind the number.
    canvas.fill(PixelRect(x: x, y: y - 2 * line.height, width: line.width, height: line.height))
    canvas.fill(PixelRect(x: x, y: y + 2 * line.height, width: line.width, height: line.height))
    canvas.fill(
      PixelRect(
        x: x + line.width + line.height / 2, y: y, width: line.height, height: line.height))
    func quad(_ rect: PixelRect) -> Quad {
      PlaneTransform.rotation(by: 0).apply(
        TextBox(
          x: Double(rect.x), y: Double(rect.y), width: Double(rect.width),
          height: Double(rect.height)))
    }
    let boxes = (0..<15).map {
      quad(PixelRect(x: x + $0 * 6 * scale, y: y, width: 5 * scale, height: line.height))
    }
    return Label(image: canvas.image, place: quad(line), digits: boxes)
  }

  /// The label turned by an angle about the picture's middle.
  private func turned(_ label: Label, degrees: Double) -> Label {
    let angle = degrees * .pi / 180
    let middle = Point(x: Self.size.width / 2, y: Self.size.height / 2)
    func turn(_ point: Point, by angle: Double) -> Point {
      let (x, y) = (point.x - middle.x, point.y - middle.y)
      return Point(
        x: middle.x + x * cos(angle) - y * sin(angle),
        y: middle.y + x * sin(angle) + y * cos(angle))
    }
    func turn(_ quad: Quad) -> Quad { Quad(corners: quad.corners.map { turn($0, by: angle) }) }
    let frame = [(0, 0), (Self.size.width, 0), Self.size, (0, Self.size.height)].map {
      let corner = turn(Point(x: $0.0, y: $0.1), by: -angle)
      return PixelPoint(x: corner.x, y: corner.y)
    }
    return Label(
      image: label.image.warped(
        PixelQuad(
          topLeft: frame[0], topRight: frame[1], bottomRight: frame[2], bottomLeft: frame[3]),
        toWidth: 620, height: 420),
      place: turn(label.place), digits: label.digits.map(turn))
  }

  private func reading(_ label: Label) throws -> IMEIReading {
    IMEIReading(
      imei: try #require(IMEI(Self.digits)), softwareVersion: nil, status: .review, reasons: [],
      sources: [.tesseract], confidence: 0.5, digits: Array(repeating: 0.5, count: 15),
      caption: nil, place: label.place, digitPlaces: label.digits, alternatives: [], flags: [])
  }

  /// The mean difference of two pictures of one size.
  private func difference(_ one: GrayImage, _ other: GrayImage) -> Double {
    let sum = zip(one.pixels, other.pixels).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
    return Double(sum) / Double(max(1, one.pixels.count))
  }

  @Test(arguments: [0.0, 7, -25, 90, 133, 180, -90])
  func digitsStandUprightWhateverTheAngle(degrees: Double) throws {
    let straight = label(scale: 5)
    let crop = try #require(
      ReadingCrop(
        of: try reading(turned(straight, degrees: degrees)),
        in: turned(straight, degrees: degrees).image))
    let upright = try #require(ReadingCrop(of: try reading(straight), in: straight.image))
    #expect(abs(crop.image.width - upright.image.width) <= 1)
    #expect(abs(crop.image.height - upright.image.height) <= 1)
    let same = crop.image.scaled(toWidth: upright.image.width, height: upright.image.height)
    #expect(difference(same, upright.image) < 12)
    for (box, expected) in zip(crop.digitBoxes, upright.digitBoxes) {
      for (corner, wanted) in zip(box.corners, expected.corners) {
        #expect(abs(corner.x - wanted.x) < 1.5 && abs(corner.y - wanted.y) < 1.5)
      }
    }
  }

  @Test(arguments: [(1, 28.0), (2, 28.0), (5, 35.0), (6, 42.0)])
  func smallDigitsAreEnlargedAndOthersKeepTheirSize(scale: Int, height: Double) throws {
    let label = label(scale: scale)
    let crop = try #require(ReadingCrop(of: try reading(label), in: label.image))
    for box in crop.digitBoxes { #expect(abs(box.bounds.height - height) < 1) }
    #expect(Double(crop.image.height) >= height * (1 + 2 * ReadingCrop.margin) - 1)
  }

  @Test func largeDigitsAreShrunk() throws {
    let place = PlaneTransform.rotation(by: 0).apply(
      TextBox(x: 100, y: 100, width: 3000, height: 300))
    let label = Label(
      image: GrayImage(width: 3300, height: 600, filledWith: 90), place: place, digits: [])
    let crop = try #require(ReadingCrop(of: try reading(label), in: label.image))
    #expect(crop.image.height == Int((96 * 1.7).rounded(.up)))
    #expect(crop.digitBoxes.isEmpty)
  }

  @Test(arguments: [0.0, 12, 90])
  func nothingBeyondTheMarginIsShown(degrees: Double) throws {
    let label = turned(label(scale: 5), degrees: degrees)
    let crop = try #require(ReadingCrop(of: try reading(label), in: label.image))
    // The neighbours are black blocks; outside the digits' boxes the crop is as light as the paper.
    var dark = 0
    for y in 0..<crop.image.height {
      for x in 0..<crop.image.width where crop.image[x, y] < 100 {
        let inside = crop.digitBoxes.contains {
          let box = $0.bounds
          return Double(x) > box.x - 2 && Double(x) < box.maxX + 2 && Double(y) > box.y - 2
            && Double(y) < box.maxY + 2
        }
        if !inside { dark += 1 }
      }
    }
    #expect(dark == 0)
  }

  @Test func aTiltedLineInAnUprightPlaceIsLevelled() throws {
    var label = turned(label(scale: 4), degrees: 8)
    label.digits = label.digits.map { PlaneTransform.rotation(by: 0).apply($0.bounds) }
    label.place = PlaneTransform.rotation(by: 0).apply(TextBox.union(label.digits.map(\.bounds)))
    let crop = try #require(ReadingCrop(of: try reading(label), in: label.image))
    let middles = crop.digitBoxes.map(\.bounds.midY)
    let spread = try #require(middles.max()) - (try #require(middles.min()))
    #expect(spread < 2)
    #expect(Double(crop.image.height) < label.place.bounds.height)
  }

  @Test func aPlaceWithoutHeightOrOutsideThePhotoHasNoCrop() throws {
    var label = label(scale: 5)
    label.digits = []
    for box in [
      TextBox.zero, TextBox(x: 10, y: 10, width: 300, height: 0),
      TextBox(x: 5000, y: 10, width: 300, height: 30),
      TextBox(x: .nan, y: 10, width: 300, height: 30),
      TextBox(x: 0, y: 0, width: .infinity, height: 30),
    ] {
      label.place = PlaneTransform.rotation(by: 0).apply(box)
      #expect(ReadingCrop.image(of: try reading(label), in: label.image) == nil)
    }
  }

  @Test func theFileFitsItsLimit() throws {
    var random = SeededRandom(seed: 3)
    let noise = (0..<(2000 * 300)).map { _ in UInt8.random(in: 0...255, using: &random) }
    let place = PlaneTransform.rotation(by: 0).apply(
      TextBox(x: 100, y: 80, width: 1800, height: 96))
    let label = Label(
      image: GrayImage(width: 2000, height: 300, pixels: noise), place: place, digits: [])
    let reading = try reading(label)
    let small = try #require(
      ReadingCrop.png(of: reading, in: label.image, maximumBytes: 100_000))
    #expect(small.bytes.count <= 100_000)
    #expect(small.crop.image.height < 160)
    #expect(ReadingCrop.png(of: reading, in: label.image, maximumBytes: 100) == nil)
  }
}
