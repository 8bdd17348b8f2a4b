import Reporting

extension ReportDocument {
  /// Every text that a reader sees or hears, of one section or of all.
  func texts(in anchor: String? = nil) -> [String] {
    let parts = sections.filter { anchor == nil || $0.anchor == anchor }
    let texts = parts.flatMap { [$0.title] + $0.blocks.flatMap(\.texts) }
    return anchor == nil ? [title, runningHead, runningFoot, author] + texts : texts
  }

  /// The rows of a section's tables, as texts.
  func rows(in anchor: String) -> [[String]] {
    var rows: [[String]] = []
    for case .table(let table) in sections.filter({ $0.anchor == anchor }).flatMap(\.blocks) {
      rows += table.rows.map { $0.map(\.text) }
    }
    return rows
  }
}

extension ReportBlock {
  var texts: [String] {
    switch self {
    case .paragraph(let text), .notice(let text, _), .signature(let text): [text]
    case .figures(let figures): figures.flatMap { [$0.value, $0.label] }
    case .facts(let facts): facts.flatMap { [$0.name, $0.value] }
    case .table(let table):
      [table.title].compactMap(\.self) + table.columns.map(\.title)
        + table.rows.flatMap { $0.map(\.text) }
    case .bars(let title, let bars): [title] + bars.map(\.label)
    case .pictures(let pictures): pictures.map(\.caption)
    case .code(let text, let caption): [text, caption]
    }
  }
}
