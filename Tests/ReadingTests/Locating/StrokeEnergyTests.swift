import Imaging
import TestSupport
import Testing

@testable import Reading

@Suite("StrokeEnergy")
struct StrokeEnergyTests {
  /// A strip with upright bars in some rows of some columns.
  private func strip(rows: Range<Int>, columns: Range<Int>) -> GrayImage {
    var canvas = DrawnImage(width: 200, height: 48, shade: 230)
    for x in stride(from: columns.lowerBound, to: columns.upperBound, by: 6) {
      canvas.fill(PixelRect(x: x, y: rows.lowerBound, width: 3, height: rows.count), shade: 30)
    }
    return canvas.image
  }

  @Test(arguments: [14..<34, 10..<30, 20..<40])
  func theBandIsWhereStrokesStand(rows: Range<Int>) {
    let band = StrokeEnergy(strip(rows: rows, columns: 40..<160)).band(in: 40..<160)
    #expect(abs(band.lowerBound - rows.lowerBound) <= 1)
    #expect(abs(band.upperBound - rows.upperBound) <= 1)
  }

  @Test func aLineAboveIsNoPartOfTheBand() {
    var canvas = DrawnImage(width: 200, height: 48, shade: 230)
    for x in stride(from: 40, to: 160, by: 6) {
      canvas.fill(PixelRect(x: x, y: 0, width: 3, height: 8), shade: 30)
      canvas.fill(PixelRect(x: x, y: 14, width: 3, height: 20), shade: 30)
    }
    let band = StrokeEnergy(canvas.image).band(in: 40..<160)
    #expect(abs(band.lowerBound - 14) <= 1)
    #expect(abs(band.upperBound - 34) <= 1)
  }

  @Test func levelRulesHaveNoEnergy() {
    var canvas = DrawnImage(width: 200, height: 48, shade: 230)
    for x in stride(from: 40, to: 160, by: 6) {
      canvas.fill(PixelRect(x: x, y: 14, width: 3, height: 20), shade: 30)
    }
    canvas.fill(PixelRect(x: 0, y: 40, width: 200, height: 3), shade: 0)
    let band = StrokeEnergy(canvas.image).band(in: 40..<160)
    #expect(abs(band.upperBound - 34) <= 1)
  }

  @Test func theEndsReachOverSmallGapsAndStopAtLargeOnes() {
    var canvas = DrawnImage(width: 200, height: 48, shade: 230)
    for x in stride(from: 10, to: 190, by: 6)
    where !(22..<46).contains(x) && !(150..<158).contains(x) {
      canvas.fill(PixelRect(x: x, y: 14, width: 3, height: 20), shade: 30)
    }
    let ends = StrokeEnergy(canvas.image).ends(of: 14..<34, inside: 60..<140, inset: 5, gap: 15)
    #expect(abs(ends.lowerBound - 46) <= 2)
    #expect(abs(ends.upperBound - 187) <= 4)
  }

  @Test(arguments: [(1, 1), (30, 1), (1, 48), (200, 48)])
  func anEmptyStripStopsNothing(width: Int, height: Int) {
    let energy = StrokeEnergy(GrayImage(width: width, height: height, filledWith: 200))
    let band = energy.band(in: 0..<width)
    #expect(band.lowerBound >= 0)
    #expect(band.upperBound <= height)
    let ends = energy.ends(of: band, inside: 0..<width, inset: 0, gap: 3)
    #expect(ends.upperBound < width + 1)
  }
}
