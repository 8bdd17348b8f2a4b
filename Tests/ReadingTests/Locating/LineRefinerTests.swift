import Foundation
import Imaging
import Testing

@testable import Reading

@Suite("LineRefiner")
struct LineRefinerTests {
  private let height = DrawnPage.digitHeight

  /// A page with one line of digits, and where the line really lies.
  private func page(turned degrees: Double) -> (image: GrayImage, line: LocatedLine) {
    var page = DrawnPage(width: 640, height: 640)
    let rect = page.write("356938035643809", x: 180, y: 310)
    let angle = degrees * .pi / 180
    let image = page.image.turned(degrees: degrees)
    // The first and the last digit fill their cells, so that ink reaches from end to end.
    let middle = (
      x: Double(rect.x) + Double(rect.width) / 2 - 320,
      y: Double(rect.y) + Double(rect.height) / 2 - 320
    )
    let center = PixelPoint(
      x: Double(image.width) / 2 + middle.x * cos(angle) - middle.y * sin(angle),
      y: Double(image.height) / 2 + middle.x * sin(angle) + middle.y * cos(angle))
    return (
      image,
      LocatedLine(
        center: center, angle: angle, length: Double(rect.width), height: height, score: 0.9)
    )
  }

  @Test(arguments: [0.0, 30, 90, -50], [4.0, -4])
  func cutEndsAndTiltAreSettled(degrees: Double, error: Double) throws {
    let (image, truth) = page(turned: degrees)
    var located = truth
    located.angle += error * .pi / 180
    located.length -= 3 * height
    located.center.x += 0.7 * height * truth.along.x
    located.center.y += 0.7 * height * truth.along.y
    let line = try #require(LineRefiner(image).refined(located))
    let (found, wanted) = (line.quad(across: 0, ends: 0), truth.quad(across: 0, ends: 0))
    let pairs = [
      (found.topLeft, wanted.topLeft), (found.topRight, wanted.topRight),
      (found.bottomRight, wanted.bottomRight), (found.bottomLeft, wanted.bottomLeft),
    ]
    for (here, there) in pairs {
      #expect(hypot(here.x - there.x, here.y - there.y) < height / 10)
    }
  }

  @Test func aLineTooShortToTellIsLeftAlone() {
    let image = GrayImage(width: 200, height: 200, filledWith: 255)
    let line = LocatedLine(
      center: PixelPoint(x: 100, y: 100), angle: 0, length: 5, height: 20, score: 0.5)
    #expect(LineRefiner(image).refined(line) == nil)
  }
}
