/// The contents beside the report: chapters, and what they have below them folded away.
struct HTMLContents {
  private let sections: [ReportSection]

  init(_ sections: [ReportSection]) { self.sections = sections }

  var navigation: String {
    var result = "<nav aria-label=\"Contents\"><ol>\n"
    var place = 0
    while place < sections.count {
      let chapter = sections[place]
      place += 1
      let start = place
      while place < sections.count, sections[place].level > chapter.level { place += 1 }
      result += "<li>\(link(to: chapter))"
      if start < place {
        result += "<details><summary>\((place - start).of("entry", "entries"))</summary><ol>\n"
        for part in sections[start..<place] { result += "<li>\(link(to: part))</li>\n" }
        result += "</ol></details>"
      }
      result += "</li>\n"
    }
    return result + "</ol></nav>\n"
  }

  private func link(to section: ReportSection) -> String {
    "<a href=\"#\(HTMLText.identifier(section.anchor))\">\(HTMLText.content(section.title))</a>"
  }
}
