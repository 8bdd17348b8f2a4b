import IMEI
import Testing

@testable import Reading

@Suite("LineAssembly")
struct LineAssemblyTests {
  private func text(of line: TextLine) -> String { String(line.glyphs.map(\.character)) }

  @Test func wordsOfALineArePartedBySpaces() {
    var assembly = LineAssembly(width: 200, height: 50)
    for (index, word) in ["35", "693803"].enumerated() {
      let box = TextBox(x: Double(index) * 60, y: 10, width: 40, height: 12)
      assembly.beginWord(box: box, quarterTurns: 0, startsLine: index == 0)
      for character in word { assembly.add(character, confidence: 0.9, box: box) }
    }
    let texts = assembly.texts()
    #expect(texts.count == 1)
    #expect(texts[0].lines.map(text) == ["35 693803"])
  }

  @Test(arguments: 1..<4)
  func turnedWordsStandUprightInAFrameOfTheirOwnAndMapBack(turns: Int) {
    // Words of text that runs up or down have a place, their symbols have none.
    let box = TextBox(x: 20, y: 30, width: turns == 2 ? 90 : 12, height: turns == 2 ? 12 : 90)
    var assembly = LineAssembly(width: 200, height: 150)
    assembly.beginWord(box: box, quarterTurns: turns, startsLine: true)
    for character in "356" { assembly.add(character, confidence: 0.9, box: nil) }
    let texts = assembly.texts()
    #expect(texts.count == 1)
    let line = texts[0].lines[0]
    #expect(line.box.width == 90)
    #expect(line.box.height == 12)
    #expect(line.glyphs.map(\.box.width) == [30, 30, 30])
    #expect(texts[0].toRegion.apply(line.box).bounds == box)
  }

  @Test func aWordWithoutAPlaceIsLeftOut() {
    var assembly = LineAssembly(width: 200, height: 50)
    assembly.beginWord(box: nil, quarterTurns: 0, startsLine: true)
    assembly.add("3", confidence: 1, box: nil)
    #expect(assembly.texts().isEmpty)
  }
}
