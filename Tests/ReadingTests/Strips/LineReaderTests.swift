import Imaging
import Testing

@testable import Reading

@Suite("Reading lines")
struct LineReaderTests {
  /// A page with one line, and the line as a locator gives it that leaves out what is set apart.
  private func read(_ found: String, setApart rest: String) throws -> [StripReading] {
    var page = DrawnPage(width: 900, height: 120)
    let rect = page.write(found, x: 80, y: 50)
    let height = DrawnPage.digitHeight
    page.write(rest, x: rect.x + rect.width + Int(0.9 * height), y: 50)
    let line = LocatedLine(
      center: PixelPoint(
        x: Double(rect.x) + Double(rect.width) / 2, y: Double(rect.y) + Double(rect.height) / 2),
      angle: 0, length: Double(rect.width), height: height, score: 1)
    var lines = LineReader(page.image, with: try StripRecogniser(), refining: false)
    lines.readDigitRuns([line])
    return lines.readings
  }

  @Test("A check digit that the located line leaves out is read with it")
  func aCheckDigitSetApart() throws {
    let readings = try read("35 693803 564380", setApart: "9")
    #expect(readings.map { $0.text.filter(\.isNumber) } == ["356938035643809"])
  }

  @Test("Other print beside fourteen digits is left alone", arguments: ["7", "B", "21"])
  func otherPrintBeside(rest: String) throws {
    let readings = try read("35 693803 564380", setApart: rest)
    #expect(readings.map { $0.text.filter(\.isNumber) } == ["35693803564380"])
  }
}
