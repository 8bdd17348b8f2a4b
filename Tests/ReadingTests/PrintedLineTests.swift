import IMEI
import Testing

@testable import Reading

@Suite("PrintedLine")
struct PrintedLineTests {
  private func line(_ boxes: [TextBox]) throws -> PrintedLine {
    PrintedLine(
      Candidate(
        imei: try #require(IMEI("356938035643809")), digitBoxes: boxes, box: .union(boxes)),
      toPhoto: .identity)
  }

  private func column(step: Double) -> [TextBox] {
    (0..<15).map { TextBox(x: 100, y: 500 + Double($0) * step, width: 30, height: 18) }
  }

  @Test func anUprightLineKeepsItsCorners() throws {
    let boxes = (0..<15).map { TextBox(x: Double($0) * 20, y: 7, width: 18, height: 30) }
    let line = try line(boxes)
    #expect(line.place == PlaneTransform.identity.apply(TextBox.union(boxes)))
    #expect(line.digitPlaces == boxes.map { PlaneTransform.identity.apply($0) })
  }

  @Test func aLineThatRunsDownThePageIsReadFromItsTopRightCorner() throws {
    let line = try line(column(step: 20))
    #expect(line.place.corners[0] == Point(x: 130, y: 500))
    #expect(line.place.corners[1] == Point(x: 130, y: 798))
    #expect(line.digitPlaces[0].corners[0] == Point(x: 130, y: 500))
    #expect(line.digitPlaces.count == 15)
  }

  @Test func aLineThatRunsUpThePageIsReadFromItsBottomLeftCorner() throws {
    let line = try line(column(step: -20))
    #expect(line.place.corners[0] == Point(x: 100, y: 518))
    #expect(line.place.corners[1] == Point(x: 100, y: 220))
  }

  @Test func digitsThatDoNotFollowEachOtherHaveNoPlace() throws {
    let slits = (0..<15).map { TextBox(x: 100 + Double($0) * 2, y: 500, width: 2, height: 300) }
    let line = try line(slits)
    #expect(line.digitPlaces.isEmpty)
    #expect(line.place.corners[0] == Point(x: 130, y: 500))
  }
}
