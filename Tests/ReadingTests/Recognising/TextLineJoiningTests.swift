import IMEI
import Testing

@testable import Reading

@Suite("Joining the pieces of a row")
struct TextLineJoiningTests {
  private func piece(
    _ text: String, x: Double, y: Double = 0, width: Double = 100, height: Double = 20
  ) -> TextLine {
    TextLine(text, box: TextBox(x: x, y: y, width: width, height: height))
  }

  private func texts(_ pieces: [TextLine]) -> [String] {
    TextLine.joiningRows(pieces).map { String($0.glyphs.map(\.character)) }
  }

  @Test func piecesOfOneRowBecomeOneLine() {
    #expect(
      texts([piece("564380 9", x: 220), piece("35 693803", x: 105)]) == ["35 693803 564380 9"])
  }

  @Test func columnsStayApart() {
    #expect(texts([piece("IMEI", x: 0), piece("356938035643809", x: 400)]).count == 2)
  }

  @Test func rowsStayApart() {
    #expect(texts([piece("IMEI 1", x: 0), piece("IMEI 2", x: 0, y: 30)]) == ["IMEI 1", "IMEI 2"])
  }

  @Test func printOfAnotherSizeStaysApart() {
    #expect(texts([piece("35", x: 0), piece("693803", x: 105, y: -20, height: 60)]).count == 2)
  }

  @Test func nothingGivesNothing() {
    #expect(TextLine.joiningRows([]).isEmpty)
  }
}
