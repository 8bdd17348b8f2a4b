import IMEI
import Imaging
import Testing

@testable import Reading

@Suite("PlaneTransform")
struct PlaneTransformTests {
  @Test(arguments: 0..<4)
  func undoesAQuarterTurnOfTheImage(turns: Int) throws {
    // One dark pixel; its centre must map back to where it was before the turn.
    var pixels = [UInt8](repeating: 255, count: 7 * 4)
    pixels[1 * 7 + 5] = 0
    let turned = GrayImage(width: 7, height: 4, pixels: pixels).rotated(quarterTurns: turns)
    let index = try #require(turned.pixels.firstIndex(of: 0))
    let found = Point(
      x: Double(index % turned.width) + 0.5, y: Double(index / turned.width) + 0.5)
    let back = PlaneTransform.undoing(quarterTurns: turns, width: 7, height: 4).apply(found)
    #expect(back == Point(x: 5.5, y: 1.5))
  }

  @Test(arguments: 0..<4)
  func turningAndUndoingAreInverse(turns: Int) {
    let point = Point(x: 3, y: 2)
    let there = PlaneTransform.turning(quarterTurns: turns, width: 7, height: 4)
    let back = PlaneTransform.undoing(quarterTurns: turns, width: 7, height: 4)
    #expect(back.apply(there.apply(point)) == point)
    #expect(back.following(there).apply(point) == point)
  }

  @Test func scalesBeforeItTurns() {
    let transform = PlaneTransform.undoing(quarterTurns: 2, width: 100, height: 50).scaled(by: 2)
    #expect(transform.apply(Point(x: 10, y: 5)) == Point(x: 80, y: 40))
  }

  @Test func aBoxKeepsTheTextsReadingOrder() {
    let quad = PlaneTransform.undoing(quarterTurns: 2, width: 100, height: 50)
      .apply(TextBox(x: 10, y: 5, width: 20, height: 10))
    #expect(quad.corners.first == Point(x: 90, y: 45))
    #expect(quad.bounds == TextBox(x: 70, y: 35, width: 20, height: 10))
  }
}

@Suite("QuarterTurnLocator")
struct QuarterTurnLocatorTests {
  private let locator = QuarterTurnLocator()

  @Test func offersTheFourQuarterTurns() {
    let regions = locator.regions(in: GrayImage(width: 60, height: 40, filledWith: 255))
    #expect(regions.map(\.image.width) == [60, 40, 60, 40])
    #expect(regions.map(\.image.height) == [40, 60, 40, 60])
  }

  @Test func turnsDarkPagesLight() {
    let regions = locator.regions(in: GrayImage(width: 30, height: 30, filledWith: 10))
    #expect(regions.allSatisfy { $0.image.pixels.allSatisfy { $0 > 200 } })
  }

  @Test func halvesLargePhotosAndMapsPlacesBack() {
    let photo = GrayImage(width: 4_000, height: 30, filledWith: 255)
    let region = locator.regions(in: photo)[0]
    #expect(region.image.width == 2_000)
    #expect(region.toPhoto.apply(Point(x: 1_000, y: 5)) == Point(x: 2_000, y: 10))
  }

  @Test func leavesASinglePixelAlone() {
    #expect(locator.regions(in: GrayImage(width: 1, height: 1, filledWith: 0)).count == 4)
  }
}
