/// Sets a document into pages.
struct PageSetter {
  /// Chapters that are no taller before their first part stand on the same page as that.
  private static let opening = Paper.millimetres(45)
  /// Facts of a part that take no more are not parted.
  private static let shortFacts = Paper.millimetres(35)
  /// How much smaller the first section may be set to stand on one page, step by step.
  private static let scales = [1, 0.95, 0.9, 0.85, 0.8]

  let measure: any TextMeasure
  let shelf: PictureShelf

  /// The document's pages; one at least.
  func pages(of document: ReportDocument) throws -> [PageContent] {
    let sections = Dictionary(
      document.sections.enumerated().map { ($0.element.anchor, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var stack = PageStack()
    if let first = document.sections.first {
      let strips = try titlePage(document.title, first, sections)
      stack.add(strips, staysTogether: first.staysTogether)
    }
    var waiting: [Strip] = []
    for (index, section) in document.sections.enumerated().dropFirst() {
      if section.startsPage || index == 1 {
        stack.add(waiting, staysTogether: true)
        waiting = []
        stack.beginPage()
      }
      let strips = try self.strips(of: section, number: index, sections, width: Paper.textWidth)
      let next = index + 1 < document.sections.count ? document.sections[index + 1] : nil
      if let next, next.level > section.level, strips.height < Self.opening {
        // A chapter's heading and its few words would stand alone above a part that has no room there.
        waiting += strips
        waiting[waiting.count - 1].keepsWithNext = true
      } else {
        stack.add(waiting + strips, staysTogether: section.staysTogether)
        waiting = []
      }
    }
    return stack.pages
  }

  /// The first section under the document's title, smaller where it fits on one page then.
  private func titlePage(
    _ title: String, _ section: ReportSection, _ sections: [String: Int]
  ) throws -> [Strip] {
    func strips(_ scale: Double) throws -> [Strip] {
      let width = Paper.textWidth / scale
      let strips =
        try self.title(title, width: width)
        + self.strips(of: section, number: 0, sections, width: width)
      return scale == 1 ? strips : strips.map { $0.scaled(by: scale) }
    }
    let plain = try strips(1)
    let smallest = Self.scales.last ?? 1
    // Half as wide again and as high again: what is longer fits at no scale.
    guard plain.height * smallest * smallest <= Paper.textHeight else { return plain }
    for scale in Self.scales {
      let strips = try strips(scale)
      if strips.height <= Paper.textHeight { return strips }
    }
    return plain
  }

  private func strips(
    of section: ReportSection, number: Int, _ sections: [String: Int], width: Double
  ) throws -> [Strip] {
    var strips = heading(of: section, number: number, width: width)
    let opening = strips.count
    var pictures: Range<Int>?
    for (index, block) in section.blocks.enumerated() {
      var added = try self.strips(of: block, sections, width: width)
      if index == 0, section.blocks.count > 1, case .paragraph = block, added.count == 1 {
        // The words under a heading stand with what they introduce.
        added[0].keepsWithNext = true
      }
      if case .facts = block, section.level > 1, added.height <= Self.shortFacts {
        // What is told of one photo stands on one page.
        for place in added.indices.dropLast() { added[place].keepsWithNext = true }
      }
      strips += added
      if case .facts = block, let pictures { Self.keepTogether(&strips, from: pictures.lowerBound) }
      if case .pictures = block {
        pictures = (strips.count - added.count)..<strips.count
      } else {
        pictures = nil
      }
    }
    if section.level > 1 { goOn(&strips, from: opening, section.title, width: width) }
    return strips
  }

  /// Keeps the digits' pictures and what is said of the number on one page, unless that is long.
  private static func keepTogether(_ strips: inout [Strip], from start: Int) {
    guard strips[start...].height <= Paper.textHeight / 2 else { return }
    for index in start..<(strips.count - 1) { strips[index].keepsWithNext = true }
  }

  /// Says on each further page which part it is of: a page that is taken out still names its exhibit.
  private func goOn(
    _ strips: inout [Strip], from start: Int, _ title: String, width: Double
  ) {
    let text = PageText(
      "\(title), continued", PageText.Style.small.bold(), width: width, isSingle: true)
    let height = measure.height(of: text)
    let room = height + 5
    for index in strips.indices.dropFirst(start) {
      strips[index].head =
        [.text(text, .quiet, x: 0, y: 0, height: height)]
        + strips[index].head.map { $0.moved(byX: 0, y: room) }
      strips[index].headHeight += room
    }
  }

  private func title(_ title: String, width: Double) -> [Strip] {
    let text = PageText(title, .title, width: width)
    return kept(text, .text, role: .title, before: 0)
  }

  private func heading(of section: ReportSection, number: Int, width: Double) -> [Strip] {
    let isPart = section.level > 1
    let text = PageText(section.title, isPart ? .part : .chapter, width: width)
    var strips = kept(
      text, .text, role: isPart ? .part : .heading, before: isPart ? 14 : 17)
    strips[0].section = number
    let last = strips.count - 1
    let rule = PageBox(x: 0, y: strips[last].height + 2, width: width, height: 0)
    strips[last].marks.append(
      PageMark(kind: .frame(isPart ? .rule : .text, thickness: isPart ? 0.6 : 1), box: rule))
    strips[last].height += 3
    return strips
  }

  private func strips(
    of block: ReportBlock, _ sections: [String: Int], width: Double
  ) throws -> [Strip] {
    switch block {
    case .paragraph(let text): paragraph(text, width: width)
    case .notice(let text, let tone):
      NoticeSetter(measure: measure, textWidth: width).strips(text, tone)
    case .figures(let figures): FigureSetter(measure: measure, textWidth: width).strips(figures)
    case .facts(let facts): FactSetter(measure: measure, textWidth: width).strips(facts)
    case .table(let table):
      TableSetter(measure: measure, textWidth: width, sections: sections).strips(table)
    case .bars(let title, let bars):
      BarSetter(measure: measure, textWidth: width).strips(title, bars)
    case .pictures(let pictures):
      try PictureSetter(measure: measure, textWidth: width, shelf: shelf).strips(pictures)
    case .code(let text, let caption):
      CodeSetter(measure: measure, textWidth: width).strips(text, caption)
    case .signature(let text): SignatureSetter(measure: measure, textWidth: width).strips(text)
    }
  }

  private func paragraph(_ text: String, width: Double) -> [Strip] {
    let text = PageText(text, .body, width: width, limit: PageText.longestText)
    return LineStrips(measure: measure).strips(of: text, .text, role: .paragraph, before: 5)
  }

  /// A text that stands on the same page as what follows it.
  private func kept(
    _ text: PageText, _ ink: Ink, role: Strip.Role, before: Double
  ) -> [Strip] {
    var strips = LineStrips(measure: measure).strips(of: text, ink, role: role, before: before)
    for index in strips.indices { strips[index].keepsWithNext = true }
    return strips
  }
}
