import Foundation
import IMEI
import Imaging
import Testing

@testable import Reading

@Suite("FramedLines")
struct FramedLinesTests {
  private func reading(_ text: String, y: Double = 100, angle: Double = 0) -> StripReading {
    KnownReading.reading(text, y: y, angle: angle)
  }

  @Test func theLinesSayWhatWasRead() {
    let lines = FramedLines(
      [reading("IMEI: 12"), reading("ABC", y: 200)], frame: ReadingFrame(angle: 0)
    ).lines
    #expect(lines.map(\.text) == ["IMEI: 12", "ABC"])
    #expect(abs(lines[1].box.midY - 200) < 1e-6)
    #expect(lines.allSatisfy { abs($0.box.height - 24) < 1e-6 })
  }

  @Test(arguments: [0.0, 0.6, .pi / 2])
  func aCandidateLeadsBackToItsTokens(angle: Double) throws {
    let framed = FramedLines(
      [reading("ABC", y: 300, angle: angle), reading("IMEI: 356938035643809", angle: angle)],
      frame: ReadingFrame(angle: angle))
    let candidate = try #require(CandidateFinder.find(in: framed.lines).candidates.first)
    let source = try #require(framed.source(of: candidate))
    #expect(source.reading == 1)
    #expect(source.tokens == 6..<21)
    #expect(framed.readings[1].posterior(of: source.tokens) > 0.99)
    let places = framed.readings[1].places(of: source.tokens)
    #expect(places.count == 15)
    for (place, box) in zip(places, candidate.digitBoxes) {
      let middle = framed.frame.toPhoto.apply(Point(x: box.midX, y: box.midY))
      #expect(abs(place.corners.reduce(0) { $0 + $1.x } / 4 - middle.x) < 1e-6)
      #expect(abs(place.corners.reduce(0) { $0 + $1.y } / 4 - middle.y) < 1e-6)
    }
  }

  @Test func separatorsBelongToTheNumber() throws {
    let framed = FramedLines(
      [reading("IMEI 35 693803 564380 9")], frame: ReadingFrame(angle: 0))
    let candidate = try #require(CandidateFinder.find(in: framed.lines).candidates.first)
    let source = try #require(framed.source(of: candidate))
    #expect(source.tokens == 5..<23)
    #expect(framed.readings[0].places(of: source.tokens).count == 15)
  }

  @Test func aCandidateOfAnotherReaderHasNoSource() throws {
    let framed = FramedLines([reading("ABC")], frame: ReadingFrame(angle: 0))
    let other = TextLine(
      "IMEI 356938035643809", box: TextBox(x: 0, y: 0, width: 400, height: 24))
    let lines = framed.lines(replacing: 0, by: other)
    #expect(lines == [other])
    let candidate = try #require(CandidateFinder.find(in: lines).candidates.first)
    #expect(framed.source(of: candidate) == nil)
  }

  @Test func whatAnotherReadingGivesBetterIsLeftOut() throws {
    var cut = reading("XX 356938035643809")
    cut.leadingTokensLeftOut = 3
    let framed = FramedLines([cut], frame: ReadingFrame(angle: 0))
    #expect(framed.lines.map(\.text) == ["356938035643809"])
    let candidate = try #require(CandidateFinder.find(in: framed.lines).candidates.first)
    #expect(framed.source(of: candidate)?.tokens == 3..<18)
  }
}
