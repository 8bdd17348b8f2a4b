import Testing

@testable import Reporting

@Suite struct PageSetterTests {
  private let setter = PageSetter(measure: EvenMeasure(), shelf: PictureShelf(.none))

  private func facts(_ count: Int) -> ReportBlock {
    .facts((0..<count).map { ReportFact("name \($0)", "value") })
  }

  private func section(
    _ title: String, level: Int = 1, staysTogether: Bool = false, _ blocks: ReportBlock...
  ) -> ReportSection {
    ReportSection(
      anchor: title, title: title, level: level, staysTogether: staysTogether, blocks: blocks)
  }

  private func sections(of pages: [PageContent]) -> [[Int]] {
    pages.map { $0.destinations.map(\.section) }
  }

  @Test func setsTheFirstSectionSmallerWhereItFitsOnOnePageThen() throws {
    let fitting = SampleDocument.document([section("a", facts(50)), section("b")])
    let pages = try setter.pages(of: fitting)
    #expect(sections(of: pages) == [[0], [1]])
    #expect(pages[0].groups.flatMap(\.marks).allSatisfy { $0.scale == 1 })

    let tight = SampleDocument.document([section("a", facts(68)), section("b")])
    let smaller = try setter.pages(of: tight)
    #expect(sections(of: smaller) == [[0], [1]])
    let scales = Set(smaller[0].groups.flatMap(\.marks).map(\.scale))
    #expect(scales.count == 1)
    #expect(scales.allSatisfy { $0 >= 0.8 && $0 < 1 })
    #expect(smaller[1].groups.flatMap(\.marks).allSatisfy { $0.scale == 1 })
  }

  @Test func setsALongFirstSectionAtItsSize() throws {
    let pages = try setter.pages(of: SampleDocument.document([section("a", facts(300))]))
    #expect(pages.count > 3)
    #expect(pages.flatMap(\.groups).flatMap(\.marks).allSatisfy { $0.scale == 1 })
  }

  @Test func setsAChapterOfFewWordsWithItsFirstPart() throws {
    let pages = try setter.pages(
      of: SampleDocument.document([
        section("a"), section("b", facts(58)), section("c", .paragraph("Parts follow.")),
        section("d", level: 2, staysTogether: true, facts(30)),
      ]))
    #expect(sections(of: pages) == [[0], [1], [2, 3]])
  }

  @Test func setsWordsUnderAHeadingWithTheTableThatTheyIntroduce() throws {
    let table = ReportTable(columns: [.init("A")], rows: [[.init("1")], [.init("2")]])
    for count in 40...66 {
      let pages = try setter.pages(
        of: SampleDocument.document([
          section("a"), section("b", facts(count)),
          section("c", .paragraph("These."), .table(table)),
        ]))
      let page = try #require(pages.firstIndex { $0.destinations.contains { $0.section == 2 } })
      #expect(pages[page].groups.contains { $0.role == .row })
    }
  }

  @Test func keepsEverythingBetweenTheMargins() throws {
    let blocks: [ReportBlock] = [
      .figures(ReportTone.allCases.map { ReportFigure("12", "figures", tone: $0) }),
      .bars(title: "Bars", [ReportBar("a", 10, flagged: 3), ReportBar("b", 0)]),
      .code(text: "text", caption: "caption"), .signature("Officer"), .notice("Notice", .flagged),
      .pictures([ReportPicture(.crop(photo: "a", position: 0), caption: "35")]),
      .table(ReportTable(columns: [.init("A"), .init("B")], rows: [[.init("1"), .init("2")]])),
    ]
    let document = SampleDocument.document(
      (0..<9).map { ReportSection(anchor: "\($0)", title: "\($0)", blocks: blocks) })
    for mark in try setter.pages(of: document).flatMap(\.groups).flatMap(\.marks) {
      #expect(mark.box.x >= Paper.left - 0.001)
      #expect(mark.box.x + mark.box.width <= Paper.right + 0.001)
      #expect(mark.box.y >= Paper.top - 0.001)
      #expect(mark.box.y + mark.box.height <= Paper.bottom + 0.001)
    }
  }

  @Test func saysOnEachFurtherPageWhichPartItIsOf() throws {
    let document = SampleDocument.document([
      section("a"), section("Exhibits"),
      section("Exhibit AB-1", level: 2, staysTogether: true, facts(150)),
    ])
    let pages = try setter.pages(of: document)
    #expect(pages.count == 4)
    let words = pages.map { page in
      page.groups.flatMap(\.marks).compactMap { mark -> String? in
        if case .text(let text, _, _, _) = mark.kind { text.text } else { nil }
      }
    }
    #expect(words.map { $0.contains("Exhibit AB-1, continued") } == [false, false, true, true])
    #expect(words[2].first == "Exhibit AB-1, continued")
    let lowest =
      pages.flatMap(\.groups).flatMap(\.marks).map { $0.box.y + $0.box.height }.max() ?? 0
    #expect(lowest <= Paper.bottom + 1)
  }

  @Test func partsNoNumberFromItsPictureAndNoPhotosFacts() throws {
    let picture = ReportBlock.pictures([
      ReportPicture(.crop(photo: "a", position: 0), caption: "35-693803-564380-9")
    ])
    // However far down it begins, what is told of one number or photo stands on one page.
    for count in 20..<66 {
      let document = SampleDocument.document([
        section("a"), section("b", facts(count)),
        section("c", level: 2, staysTogether: false, facts(2), picture, facts(9), facts(4)),
      ])
      let pages = try setter.pages(of: document)
      let names = pages.map { page in
        page.groups.flatMap(\.marks).compactMap { mark -> String? in
          if case .text(let text, _, _, _) = mark.kind, text.text.hasPrefix("name") {
            text.text
          } else {
            nil
          }
        }
      }
      let number = pages.firstIndex { $0.groups.contains { $0.role == .figure } }
      let page = try #require(number)
      #expect(names[page].contains("name 8"), "\(count)")
    }
  }
}
