/// Draws pages that are set, with what stands on each: running head and foot, page n of m.
struct PageDrawing {
  let canvas: PDFCanvas
  let shelf: PictureShelf

  /// Draws all pages, the bookmarks and the document's properties.
  ///
  /// - Throws: what the pictures' source throws.
  func draw(_ pages: [PageContent], of document: ReportDocument) throws {
    canvas.describe(title: document.title, author: document.author, time: document.time)
    addBookmarks(document.sections)
    // Without a structure Cairo 1.16 refers to an object that it never writes.
    try canvas.element("Document") {
      for (index, page) in pages.enumerated() {
        drawFrame(of: document, page: index + 1, of: pages.count)
        for place in page.destinations { canvas.mark(place.section, y: place.y) }
        try draw(page.groups)
        canvas.endPage()
      }
    }
  }

  private func addBookmarks(_ sections: [ReportSection]) {
    var parents: [(level: Int, number: CInt)] = []
    for (index, section) in sections.enumerated() {
      parents.removeAll { $0.level >= section.level }
      let number = canvas.bookmark(
        section.title, section: index, below: parents.last?.number)
      parents.append((section.level, number))
    }
  }

  private func drawFrame(of document: ReportDocument, page: Int, of count: Int) {
    let style = PageText.Style.small
    let width = Paper.textWidth
    let head = PageText(document.runningHead, style.bold(), width: width, isSingle: true)
    let foot = PageText(document.runningFoot, style, width: width * 0.75, isSingle: true)
    let number = PageText(
      "Page \(page) of \(count)", style, width: width * 0.25, alignment: .right)
    let left = Paper.left
    canvas.draw(head, lines: 0..<1, .text, x: left, y: Paper.head)
    canvas.draw(foot, lines: 0..<1, .quiet, x: left, y: Paper.foot)
    canvas.draw(number, lines: 0..<1, .quiet, x: left + width * 0.75, y: Paper.foot)
    for y in [Paper.head + style.pitch + 3, Paper.foot - 4] {
      canvas.frame(PageBox(x: left, y: y, width: width, height: 0), .rule, thickness: 0.5)
    }
  }

  private func draw(_ groups: [PageContent.Group]) throws {
    var rest = groups[...]
    while let first = rest.first {
      let rows = rest.prefix { $0.role == .row }
      if rows.isEmpty {
        try canvas.element(first.role.rawValue) { try first.marks.forEach(draw) }
        rest = rest.dropFirst()
      } else {
        try canvas.element("Table") { try rows.forEach(drawRow) }
        rest = rest.dropFirst(rows.count)
      }
    }
  }

  private func drawRow(_ row: PageContent.Group) throws {
    try canvas.element(row.role.rawValue) {
      for mark in row.marks {
        if case .text = mark.kind {
          try canvas.element("TD") { try draw(mark) }
        } else {
          try draw(mark)
        }
      }
    }
  }

  private func draw(_ mark: PageMark) throws {
    switch mark.kind {
    case .text(let text, let lines, let ink, let section):
      let draw = {
        canvas.draw(text, lines: lines, ink, x: mark.box.x, y: mark.box.y, scale: mark.scale)
      }
      if let section { canvas.link(to: section, draw) } else { draw() }
    case .fill(let ink): canvas.fill(mark.box, ink)
    case .frame(let ink, let thickness): canvas.frame(mark.box, ink, thickness: thickness)
    case .squares(let code):
      canvas.fill(mark.box, .paper)
      canvas.squares(code, in: mark.box, Ink(grey: 0))
    case .picture(let source, let occurrence):
      try draw(source, occurrence: occurrence, in: mark.box)
    }
  }

  private func draw(
    _ source: ReportPicture.Source, occurrence: Int, in box: PageBox
  ) throws {
    let name =
      switch source {
      case .crop(let photo, let position): "crop \(photo) \(position) \(occurrence)"
      case .thumbnail(let photo): "thumbnail \(photo) \(occurrence)"
      }
    if let bytes = try shelf.bytes(of: source), canvas.picture(bytes, named: name, in: box) {
      canvas.frame(box, .rule, thickness: 0.4)
      return
    }
    let words = PageText("picture cannot be shown", .small, width: box.width, alignment: .centre)
    canvas.frame(box, .quiet, thickness: 0.6)
    canvas.draw(
      words, lines: 0..<Int.max, .quiet, x: box.x,
      y: box.y + max(0, (box.height - canvas.height(of: words)) / 2))
  }
}
