import Foundation
import Imaging
import Testing

@testable import Reading

@Suite("Lines from maps")
struct LineMapsTests {
  /// Maps on which lines are painted: middle, angle, length and height in pixels.
  private func maps(
    _ lines: [(x: Double, y: Double, angle: Double, length: Double, height: Double)]
  ) -> LineMaps {
    let (width, height) = (80, 60)
    var values = [Float](repeating: -6, count: width * height * 5)
    for cell in 0..<width * height {
      let x = (Double(cell % width) + 0.5) * 4
      let y = (Double(cell / width) + 0.5) * 4
      for line in lines {
        let (dx, dy) = (x - line.x, y - line.y)
        let along = dx * cos(line.angle) + dy * sin(line.angle)
        let across = dy * cos(line.angle) - dx * sin(line.angle)
        guard abs(along) <= line.length / 2, abs(across) <= max(line.height / 4, 3) else {
          continue
        }
        values[cell * 5] = 6
        values[cell * 5 + 1] = 6
        values[cell * 5 + 2] = Float(log2(line.height / 8))
        values[cell * 5 + 3] = Float(cos(2 * line.angle))
        values[cell * 5 + 4] = Float(sin(2 * line.angle))
      }
    }
    return LineMaps(width: width, height: height, maps: 5, values: values)
  }

  private func lines(in maps: LineMaps) -> [LocatedLine] {
    maps.components(of: .digits, above: 0.35)
      .flatMap(LineFitting(maps, .digits).lines(of:)).withoutRepetitions()
  }

  @Test(arguments: [0, 17, 45, 90, 133, 178])
  func aLineIsFoundAtAnyAngle(degrees: Int) throws {
    let angle = Double(degrees) * .pi / 180
    let found = lines(in: maps([(160, 120, angle, 150, 12)]))
    #expect(found.count == 1)
    let line = try #require(found.first)
    #expect(abs(sin(line.angle - angle)) < 0.03)
    #expect(hypot(line.center.x - 160, line.center.y - 120) < 4)
    #expect(abs(line.length - 150) < 10)
    #expect(abs(line.height - 12) < 0.1)
  }

  @Test func linesThatRunTogetherAreCutApart() {
    let found = lines(in: maps([(160, 110, 0, 200, 12), (160, 122, 0, 200, 12)]))
    #expect(found.count == 2)
    #expect(found.map(\.center.y).sorted().map { ($0 / 6).rounded() * 6 } == [108, 120])
  }

  @Test func piecesOfOneRowAreAlsoOfferedAsOne() throws {
    let found = lines(in: maps([(80, 120, 0, 90, 12), (190, 120, 0, 90, 12)]))
    let linked = found.linkedPairs()
    #expect(linked.count == 1)
    let line = try #require(linked.first)
    #expect(abs(line.length - 200) < 8)
    #expect(abs(line.center.x - 135) < 4)
  }

  @Test func rowsOneAboveTheOtherAreNotLinked() {
    #expect(lines(in: maps([(80, 100, 0, 90, 12), (190, 130, 0, 90, 12)])).linkedPairs().isEmpty)
  }

  @Test func anEmptyMapHasNoLine() { #expect(lines(in: maps([])).isEmpty) }
}
