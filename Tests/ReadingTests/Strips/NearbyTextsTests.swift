import Foundation
import IMEI
import Imaging
import Testing

@testable import Reading

@Suite("NearbyTexts")
struct NearbyTextsTests {
  /// Digits twenty pixels high, in the frame.
  private let number = TextBox(x: 400, y: 490, width: 300, height: 20)

  /// A line with its middle left edge at a place in the frame, as the photo shows it.
  private func line(
    x: Double, midY: Double, length: Double = 80, height: Double = 20, frame: Double
  ) -> LocatedLine {
    let middle = PlaneTransform.rotation(by: frame).apply(Point(x: x + length / 2, y: midY))
    return LocatedLine(
      center: PixelPoint(x: middle.x, y: middle.y), angle: frame, length: length, height: height,
      score: 1)
  }

  private func captions(
    _ texts: [LocatedLine], frame: Double, atMost count: Int = 5
  ) -> [LocatedLine] {
    NearbyTexts(texts, frame: ReadingFrame(angle: frame)).captions(of: number, atMost: count)
  }

  @Test(arguments: [0.0, 0.5, .pi / 2, 3.0])
  func whatStandsAboveIsGivenNearestFirst(frame: Double) {
    let near = line(x: 400, midY: 460, frame: frame)
    let far = line(x: 420, midY: 500 - 20 * (NearbyTexts.above - 0.5), frame: frame)
    let beyond = line(x: 400, midY: 500 - 20 * (NearbyTexts.above + 0.5), frame: frame)
    let below = line(x: 400, midY: 540, frame: frame)
    let aside = line(x: 800, midY: 460, frame: frame)
    #expect(captions([aside, beyond, far, below, near], frame: frame) == [near, far])
    #expect(captions([far, near], frame: frame, atMost: 1) == [near])
  }

  @Test(arguments: [0.0, 0.5, .pi / 2, 3.0])
  func whatStandsLeftIsGiven(frame: Double) {
    let near = line(x: 280, midY: 500, frame: frame)
    let far = line(x: 400 - 20 * NearbyTexts.left - 60, midY: 502, frame: frame)
    let beyond = line(x: 400 - 20 * NearbyTexts.left - 120, midY: 500, frame: frame)
    let right = line(x: 760, midY: 500, frame: frame)
    #expect(captions([right, beyond, far, near], frame: frame) == [near, far])
  }

  @Test func printOfAnotherSizeIsNoCaption() {
    let huge = line(x: 400, midY: 440, height: 60, frame: 0)
    let tiny = line(x: 400, midY: 460, height: 6, frame: 0)
    #expect(captions([huge, tiny], frame: 0).isEmpty)
  }

  @Test func linesAcrossAreNoCaptionsAndLinesUpsideDownAre() {
    var across = line(x: 400, midY: 460, frame: 0)
    across.angle = .pi / 2
    let reversed = line(x: 400, midY: 460, frame: 0).reversed
    #expect(captions([across, reversed], frame: 0) == [reversed])
  }

  @Test(arguments: [false, true], [0.0, 0.5, .pi / 2])
  func theBeginningOfARowEndsWhereTheNumberBegins(isReversed: Bool, frame: Double) throws {
    let row = line(x: 280, midY: 500, length: 420, frame: frame)
    let nearby = NearbyTexts([isReversed ? row.reversed : row], frame: ReadingFrame(angle: frame))
    let beginning = try #require(nearby.beginning(before: number))
    let box = ReadingFrame(angle: frame).box(of: beginning)
    #expect(abs(box.maxX - (400 - 0.3 * 20)) < 1e-6)
    #expect(abs(box.x - (280 - NearbyTexts.missingEnd * 20)) < 1e-6)
    #expect(abs(box.midY - 500) < 1e-6)
    #expect(cos(beginning.angle - frame) > 0.999)
  }

  @Test(arguments: [0.0, 0.5, .pi / 2])
  func aRowBeginsWhereItsFirstWordDoes(frame: Double) throws {
    let row = line(x: 340, midY: 500, length: 360, frame: frame)
    let word = line(x: 240, midY: 502, length: 70, frame: frame)
    let first = line(x: 120, midY: 503, length: 85, frame: frame)
    let tooFar = line(x: -20, midY: 500, length: 95, frame: frame)
    let above = line(x: 260, midY: 460, frame: frame)
    let nearby = NearbyTexts(
      [above, first, tooFar, row, word], frame: ReadingFrame(angle: frame))
    let beginning = try #require(nearby.beginning(before: number))
    let box = ReadingFrame(angle: frame).box(of: beginning)
    #expect(abs(box.x - (120 - NearbyTexts.missingEnd * 20)) < 1e-6)
    #expect(abs(box.maxX - (400 - 0.3 * 20)) < 1e-6)
  }

  @Test func aRowThatBeginsWithTheNumberHasNoBeginning() {
    let frame = ReadingFrame(angle: 0)
    let own = line(x: 395, midY: 500, length: 310, frame: 0)
    let caption = line(x: 280, midY: 500, frame: 0)
    let above = line(x: 280, midY: 460, length: 420, frame: 0)
    #expect(NearbyTexts([own, caption, above], frame: frame).beginning(before: number) == nil)
  }
}
