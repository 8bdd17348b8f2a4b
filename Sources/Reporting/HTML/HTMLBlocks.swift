/// Blocks of the report as elements of a page.
///
/// Each is written out as XML would have it, every element closed and every value quoted, which HTML
/// takes as well: what is left open is then an error that a parser finds.
enum HTMLBlocks {
  static func paragraph(_ text: String) -> String { "<p>\(HTMLText.content(text))</p>\n" }

  static func notice(_ text: String, _ tone: ReportTone) -> String {
    "<p\(classes("notice", tone))>\(marked(text, tone))</p>\n"
  }

  static func figures(_ figures: [ReportFigure]) -> String {
    let items = figures.map { figure in
      "<li\(classes(nil, figure.tone))><strong>\(HTMLText.content(figure.value))</strong> "
        + "<span>\(marked(figure.label, figure.tone))</span></li>"
    }
    return "<ul class=\"figures\">\(items.joined())</ul>\n"
  }

  static func facts(_ facts: [ReportFact]) -> String {
    guard !facts.isEmpty else { return "" }
    let items = facts.map { fact in
      let value = marked(fact.value, fact.tone)
      return "<div\(classes(nil, fact.tone))><dt>\(HTMLText.content(fact.name))</dt>"
        + "<dd>\(fact.isCode ? "<code>\(value)</code>" : value)</dd></div>\n"
    }
    return "<dl class=\"facts\">\n\(items.joined())</dl>\n"
  }

  static func table(_ table: ReportTable) -> String {
    let weights = table.columns.map { $0.weight.isFinite && $0.weight > 0 ? $0.weight : 1 }
    let total = weights.reduce(0, +)
    var result = "<div class=\"wide\"><table>\n"
    if let title = table.title { result += "<caption>\(HTMLText.content(title))</caption>\n" }
    result += "<colgroup>"
    for weight in weights {
      let share = Int((weight / total * 1_000).rounded())
      result += "<col style=\"width:\(share / 10).\(share % 10)%\"/>"
    }
    result += "</colgroup>\n<thead><tr>"
    for column in table.columns {
      let side = column.isNumeric ? " class=\"number\"" : ""
      result += "<th scope=\"col\"\(side)>\(HTMLText.content(column.title))</th>"
    }
    result += "</tr></thead>\n<tbody>\n"
    for row in table.rows {
      result += "<tr>"
      for (place, cell) in row.enumerated() {
        let isNumeric = table.columns.indices.contains(place) && table.columns[place].isNumeric
        let names = classes(isNumeric ? "number" : nil, cell.tone)
        result +=
          place == 0
          ? "<th scope=\"row\"\(names)>\(content(of: cell))</th>"
          : "<td\(names)>\(content(of: cell))</td>"
      }
      result += "</tr>\n"
    }
    return result + "</tbody>\n</table></div>\n"
  }

  static func signature(_ text: String) -> String {
    "<div class=\"signature\"><p class=\"lines\"><span>Signature</span><span>Date</span></p>"
      + "<p>\(HTMLText.content(text))</p></div>\n"
  }

  /// ` class="one two"`, or nothing.
  static func classes(_ name: String?, _ tone: ReportTone) -> String {
    let names = [name, tone.styleClass].compactMap(\.self)
    return names.isEmpty ? "" : " class=\"\(names.joined(separator: " "))\""
  }

  /// A text with the sign of its tone before it.
  static func marked(_ text: String, _ tone: ReportTone) -> String {
    let sign = tone.sign.map { "<span class=\"sign\" aria-hidden=\"true\">\($0)</span> " } ?? ""
    return sign + HTMLText.content(text)
  }

  private static func content(of cell: ReportTable.Cell) -> String {
    var text = marked(cell.text, cell.text.isEmpty ? .plain : cell.tone)
    if cell.isCode { text = "<code>\(text)</code>" }
    return cell.anchor.map { "<a href=\"#\(HTMLText.identifier($0))\">\(text)</a>" } ?? text
  }
}
