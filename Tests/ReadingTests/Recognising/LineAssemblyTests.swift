import IMEI
import Testing

@testable import Reading

@Suite("LineAssembly")
struct LineAssemblyTests {
  @Test func wordsArePartedBySpaces() {
    var assembly = LineAssembly()
    for (index, word) in ["35", "693803"].enumerated() {
      let box = TextBox(x: Double(index) * 60, y: 10, width: 40, height: 12)
      assembly.beginWord(box: box)
      for character in word { assembly.add(character, confidence: 0.9, box: box) }
    }
    #expect(String(assembly.glyphs().map(\.character)) == "35 693803")
  }

  @Test func symbolsWithoutABoxShareTheirWords() {
    var assembly = LineAssembly()
    assembly.beginWord(box: TextBox(x: 20, y: 30, width: 90, height: 12))
    for character in "356" { assembly.add(character, confidence: 0.9, box: nil) }
    #expect(assembly.glyphs().map(\.box.x) == [20, 50, 80])
    #expect(assembly.glyphs().map(\.box.width) == [30, 30, 30])
  }

  @Test func aWordWithoutAPlaceIsLeftOut() {
    var assembly = LineAssembly()
    assembly.beginWord(box: nil)
    assembly.add("3", confidence: 1, box: nil)
    #expect(assembly.glyphs().isEmpty)
  }
}
