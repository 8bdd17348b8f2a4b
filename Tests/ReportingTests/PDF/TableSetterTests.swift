import Testing

@testable import Reporting

@Suite struct TableSetterTests {
  private let setter = TableSetter(
    measure: EvenMeasure(), textWidth: Paper.textWidth, sections: ["exhibit-1": 7])

  private func texts(_ strips: [Strip]) -> [(PageText, Int?, PageBox)] {
    strips.flatMap(\.marks).compactMap { mark in
      if case .text(let text, _, _, let section) = mark.kind {
        (text, section, mark.box)
      } else {
        nil
      }
    }
  }

  @Test func setsCountsToTheRight() throws {
    let strips = setter.strips(
      ReportTable(
        columns: [.init("Make"), .init("Count", isNumeric: true)], rows: [[.init("A"), .init("3")]])
    )
    let set = texts(strips)
    #expect(set.map(\.0.text) == ["Make", "Count", "A", "3"])
    #expect(set.map(\.0.alignment) == [.left, .right, .left, .right])
  }

  @Test func keepsItsTitleAndHeadWithTheFirstRow() {
    let strips = setter.strips(
      ReportTable(title: "All", columns: [.init("Make")], rows: [[.init("A")], [.init("B")]]))
    #expect(strips.map(\.keepsWithNext) == [true, true, true, false])
    #expect(strips.map { $0.headHeight > 0 } == [false, false, true, true])
  }

  @Test func leadsToSectionsThatThereAre() {
    let strips = setter.strips(
      ReportTable(
        columns: [.init("Exhibit")],
        rows: [[.init("AB/1", anchor: "exhibit-1")], [.init("AB/2", anchor: "nowhere")]]))
    #expect(texts(strips).map(\.1) == [nil, 7, nil])
  }

  @Test func cutsAndPartsALongCell() {
    let strips = setter.strips(
      ReportTable(
        columns: Array(repeating: .init("Note"), count: 8),
        rows: [Array(repeating: .init(String(repeating: "x", count: 10_000)), count: 8)]))
    #expect(strips.count > 5)
    #expect(strips.allSatisfy { $0.height < Paper.textHeight / 4 })
    #expect(texts(strips).allSatisfy { $0.0.text.count <= PageText.longestCell + 1 })
  }

  @Test(arguments: [Double.nan, -1, 0, .infinity, 1e300])
  func keepsEveryColumnOnThePage(weight: Double) {
    let strips = setter.strips(
      ReportTable(
        columns: [.init("A", weight: weight), .init("B"), .init("C", isNumeric: true)],
        rows: [[.init("1"), .init("2"), .init("3")]]))
    for (_, _, box) in texts(strips) {
      #expect(box.x >= 0 && box.width > 0 && box.x + box.width <= Paper.textWidth)
    }
  }

  @Test func keepsColumnsOfLongHeadingsOnThePage() {
    let columns = (1...20).map {
      ReportTable.Column(String(repeating: "x", count: $0 * 3), weight: Double($0))
    }
    for count in 1...20 {
      let head = texts(setter.strips(ReportTable(columns: Array(columns.suffix(count)), rows: [])))
      #expect(head.count == count)
      #expect(head.allSatisfy { $0.2.x >= 0 && $0.2.x < Paper.textWidth && $0.0.width > 0 })
      #expect(zip(head, head.dropFirst()).allSatisfy { $0.2.x < $1.2.x })
    }
  }

  @Test func breaksNoWordOfAHeading() {
    let strips = setter.strips(
      ReportTable(
        columns: [.init("Flagged", weight: 0.2), .init("Note", weight: 20)], rows: []))
    let head = texts(strips).map(\.0)
    #expect(EvenMeasure().lines(of: head[0]).count == 1)
  }

  @Test func bearsRowsOfTheWrongLength() {
    let strips = setter.strips(
      ReportTable(
        columns: [.init("A"), .init("B")], rows: [[], [.init("1"), .init("2"), .init("3")]]))
    #expect(texts(strips).map(\.0.text) == ["A", "B", "1", "2"])
    #expect(setter.strips(ReportTable(columns: [], rows: [[.init("1")]])).isEmpty)
  }

  @Test func saysTonesInSigns() {
    let strips = setter.strips(
      ReportTable(columns: [.init("A")], rows: ReportTone.allCases.map { [.init("x", tone: $0)] }))
    let signs = texts(strips).dropFirst().map(\.0.text)
    #expect(Set(signs).count == ReportTone.allCases.count)
    #expect(signs.allSatisfy { $0.hasSuffix("x") })
  }

  @Test func leavesNoRowOfALargeTableAlone() {
    let rows = (0..<40).map { [ReportTable.Cell("\($0)")] }
    let strips = setter.strips(ReportTable(columns: [.init("Make")], rows: rows))
    let kept = strips.dropFirst().map(\.keepsWithNext)
    #expect(kept.count == 40)
    #expect(kept.indices.filter { kept[$0] } == [kept.startIndex, kept.endIndex - 2])
  }
}
