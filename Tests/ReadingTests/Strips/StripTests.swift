import Foundation
import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("Strip")
struct StripTests {
  private let photo = GrayImage(width: 400, height: 300, filledWith: 255)

  private func line(_ degrees: Double) -> LocatedLine {
    LocatedLine(
      center: PixelPoint(x: 200, y: 150), angle: degrees * .pi / 180, length: 200, height: 16,
      score: 1)
  }

  private func strip(_ degrees: Double, of photo: GrayImage? = nil) -> Strip {
    Strip(line(degrees), of: photo ?? self.photo, rows: 32, across: 0.25, ends: 0.5)
  }

  @Test(arguments: [0.0, 30, 90, 180, -120])
  func theEndsOfTheStripLieBeyondTheEndsOfTheLine(degrees: Double) {
    let strip = strip(degrees)
    let (along, width) = (strip.line.along, Double(strip.image.width))
    for (column, side) in [(0.0, -1.0), (width / 2, 0), (width, 1)] {
      let place = strip.place(column: column)
      // Half the line and a margin of half a digit's height.
      let reach = side * (100 + 0.5 * 16)
      #expect(hypot(place.x - 200 - reach * along.x, place.y - 150 - reach * along.y) < 1e-6)
    }
    #expect(abs(strip.scale - 216 / width) < 1e-9)
  }

  @Test(arguments: [0.0, 30, 90, 180, -120])
  func theReversedStripShowsTheSamePlacesFromBehind(degrees: Double) {
    let strip = strip(degrees)
    let reversed = strip.reversed
    let width = Double(strip.image.width)
    for column in stride(from: 0, through: width, by: 20) {
      let (here, there) = (strip.place(column: column), reversed.place(column: width - column))
      #expect(hypot(here.x - there.x, here.y - there.y) < 1e-6)
    }
    let (there, back) = (reversed.place(of: 10..<20), reversed.reversed.place(of: 10..<20))
    let mirrored = strip.place(of: width - 20..<width - 10)
    for corner in 0..<4 {
      let (a, b) = (there.corners[corner], mirrored.corners[(corner + 2) % 4])
      #expect(hypot(a.x - b.x, a.y - b.y) < 1e-6)
      let (c, d) = (back.corners[corner], strip.place(of: 10..<20).corners[corner])
      #expect(hypot(c.x - d.x, c.y - d.y) < 1e-6)
    }
    #expect(reversed.reversed.image == strip.image)
  }

  @Test func whatIsDrawnAtAPlaceIsSeenInItsColumn() {
    var canvas = DrawnImage(width: 400, height: 300)
    canvas.fill(PixelRect(x: 250, y: 142, width: 10, height: 16))
    let strip = strip(0, of: canvas.image)
    let dark = (0..<strip.image.width).filter { strip.image[$0, 16] < 128 }
    let (first, last) = (dark.first ?? 0, dark.last ?? 0)
    #expect(abs(strip.place(column: Double(first)).x - 250) < 1)
    #expect(abs(strip.place(column: Double(last + 1)).x - 260) < 1)
    let seen = strip.reversed.image
    #expect(seen[strip.image.width - 1 - first, 15] == strip.image[first, 16])
  }

  @Test func aHugeLineIsReduced() {
    var long = line(0)
    long.length = 100_000
    #expect(Strip(long, of: photo, rows: 32, across: 0.2, ends: 0.5).image.width == 2000)
  }
}
