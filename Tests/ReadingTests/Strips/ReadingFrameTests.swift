import Foundation
import IMEI
import Imaging
import Testing

@testable import Reading

@Suite("ReadingFrame")
struct ReadingFrameTests {
  private func line(_ degrees: Double, length: Double = 300) -> LocatedLine {
    LocatedLine(
      center: PixelPoint(x: 300, y: 200), angle: degrees * .pi / 180, length: length, height: 20,
      score: 1)
  }

  @Test(arguments: [0.0, 25, 90, 180, -100])
  func aLineLiesLevelInItsOwnFrameAndComesBackToItsPlace(degrees: Double) {
    let line = line(degrees)
    let frame = ReadingFrame(angle: line.angle)
    let box = frame.box(of: line)
    #expect(box.width == 300)
    #expect(box.height == 20)
    let quad = Quad(line.quad(across: 0, ends: 0))
    for (ours, theirs) in zip(frame.toPhoto.apply(box).corners, quad.corners) {
      #expect(hypot(ours.x - theirs.x, ours.y - theirs.y) < 1e-6)
    }
    let there = frame.place(of: Point(x: 30, y: 40))
    let back = frame.toPhoto.apply(there)
    #expect(hypot(back.x - 30, back.y - 40) < 1e-9)
  }

  @Test(arguments: [0.0, 70])
  func aStripsColumnsLieInTheBoxOfItsLine(degrees: Double) {
    let line = line(degrees)
    let frame = ReadingFrame(angle: line.angle)
    let photo = GrayImage(width: 600, height: 400, filledWith: 255)
    let strip = Strip(line, of: photo, rows: 32, across: 0.2, ends: 0)
    let (whole, width) = (frame.box(of: line), Double(strip.image.width))
    let half = frame.box(of: 0..<width / 2, in: strip)
    #expect(abs(half.x - whole.x) < 1e-6)
    #expect(abs(half.y - whole.y) < 1e-6)
    #expect(abs(half.width - whole.width / 2) < 1e-6)
    #expect(half.height == whole.height)
  }

  @Test func aFrameHoldsLinesOfItsDirection() {
    let frame = ReadingFrame(angle: 0)
    for degrees in [0.0, 15, -15, 360] { #expect(frame.holds(line(degrees))) }
    for degrees in [25.0, -25, 90, 180] { #expect(!frame.holds(line(degrees))) }
  }

  @Test func aLongLineMustBeStraighterToBeLevel() {
    let frame = ReadingFrame(angle: 0)
    #expect(frame.isLevel(with: line(2, length: 100)))
    #expect(!frame.isLevel(with: line(2, length: 300)))
    #expect(!frame.isLevel(with: line(180)))
    #expect(frame.levelness(of: line(1)) > frame.levelness(of: line(-3)))
  }
}
