/// Sets a table: its head on each page, every second row shaded, counts to the right.
struct TableSetter {
  private static let padding = 3.5
  private static let lead = 2.0
  /// A table whose rows take no more is not parted.
  private static let smallTable = Paper.millimetres(40)
  /// Room on the right of counts, which would touch the next column's words.
  private static let numericGap = 8.0
  /// A longer word of a heading does not widen its column further.
  private static let widestWord = Paper.millimetres(30)

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double
  /// The numbers of the sections that cells can lead to, by anchor.
  let sections: [String: Int]

  func strips(_ table: ReportTable) -> [Strip] {
    let columns = columns(of: table)
    guard !columns.isEmpty else { return [] }
    let head = self.head(table, columns)
    var strips: [Strip] = []
    if let title = table.title {
      strips = LineStrips(measure: measure).strips(
        of: PageText(title, PageText.Style.body.bold(), width: textWidth), .text,
        role: .paragraph, before: 8)
      for index in strips.indices { strips[index].keepsWithNext = true }
    }
    strips.append(
      Strip(
        role: .row, height: head.height, before: strips.isEmpty ? 7 : 2,
        keepsWithNext: !table.rows.isEmpty, marks: head.marks))
    let first = strips.count
    for (index, row) in table.rows.enumerated() {
      strips += self.row(row, columns, isShaded: index % 2 == 1).map { strip in
        var strip = strip
        strip.head = head.marks
        strip.headHeight = head.height
        return strip
      }
    }
    keepRows(&strips, from: first)
    return strips
  }

  /// Keeps a small table whole, and no row of a larger one alone at a page's foot or head.
  private func keepRows(_ strips: inout [Strip], from first: Int) {
    let rows = strips[first...]
    guard rows.count > 1 else { return }
    if rows.height <= Self.smallTable {
      for index in first..<(strips.count - 1) { strips[index].keepsWithNext = true }
    } else {
      strips[first].keepsWithNext = true
      strips[strips.count - 2].keepsWithNext = true
    }
  }

  private struct Column {
    var x: Double
    var width: Double
    var isNumeric: Bool
  }

  /// Columns by their weights, each wide enough for the longest word of its heading.
  private func columns(of table: ReportTable) -> [Column] {
    // A weight that is no number, or nothing, would leave a column without room.
    let weights = table.columns.map { $0.weight.isFinite ? min(max($0.weight, 0.2), 20) : 1 }
    let least = table.columns.map(leastWidth)
    var widened = Set<Int>()
    var widths = least
    while widened.count < widths.count {
      let room = textWidth - widened.reduce(0) { $0 + least[$1] }
      let free = widths.indices.filter { !widened.contains($0) }
      let share = free.reduce(0) { $0 + weights[$1] }
      let wanted = free.map { room * weights[$0] / share }
      let narrow = zip(free, wanted).filter { $1 < least[$0] - 0.001 }.map(\.0)
      if narrow.isEmpty {
        for (index, width) in zip(free, wanted) { widths[index] = width }
        break
      }
      widened.formUnion(narrow)
    }
    // Headings that ask for more than the page has break within words after all.
    let scale = textWidth / widths.reduce(0, +)
    var x = 0.0
    return zip(table.columns, widths).map { column, width in
      defer { x += width * scale }
      return Column(x: x, width: width * scale, isNumeric: column.isNumeric)
    }
  }

  private func leastWidth(of column: ReportTable.Column) -> Double {
    let words = column.title.prefix(PageText.longestCell).split(separator: " ")
    let longest = words.map {
      measure.width(
        of: PageText(String($0), PageText.Style.small.bold(), width: Self.widestWord))
    }
    return (longest.max() ?? 0) + 1 + 2 * Self.padding + (column.isNumeric ? Self.numericGap : 0)
  }

  private func text(_ text: String, _ style: PageText.Style, _ column: Column) -> PageText {
    PageText(
      text, style,
      width: column.width - 2 * Self.padding - (column.isNumeric ? Self.numericGap : 0),
      alignment: column.isNumeric ? .right : .left)
  }

  private func head(
    _ table: ReportTable, _ columns: [Column]
  ) -> (marks: [PageMark], height: Double) {
    let texts = zip(table.columns, columns).map { text($0.title, PageText.Style.small.bold(), $1) }
    let heights = texts.map(measure.height)
    let height = (heights.max() ?? 0) + 2 * Self.lead
    var marks = [
      PageMark(
        kind: .fill(.head), box: PageBox(x: 0, y: 0, width: textWidth, height: height))
    ]
    for (index, text) in texts.enumerated() {
      marks.append(
        .text(text, .text, x: columns[index].x + Self.padding, y: Self.lead, height: heights[index])
      )
    }
    return (marks, height)
  }

  private func row(
    _ cells: [ReportTable.Cell], _ columns: [Column], isShaded: Bool
  ) -> [Strip] {
    let set = zip(cells, columns).map { cell, column in
      let style = PageText.Style.small.code(cell.isCode)
      let text = text(
        cell.tone.marking(cell.text), cell.tone.isStrong ? style.bold() : style, column)
      return (cell: cell, column: column, text: text, lines: measure.lines(of: text))
    }
    let count = set.reduce(1) { max($0, $1.lines.count) }
    let parts = LineStrips.parts(of: count)
    return parts.enumerated().map { index, part in
      let above = index == 0 ? Self.lead : 0
      let below = index == parts.count - 1 ? Self.lead : 0
      let inner = part.reduce(0) { sum, line in
        sum + set.reduce(0) { max($0, line < $1.lines.count ? $1.lines[line].height : 0) }
      }
      let height = above + inner + below
      let whole = PageBox(x: 0, y: 0, width: textWidth, height: height)
      var marks = isShaded ? [PageMark(kind: .fill(.zebra), box: whole)] : []
      for entry in set where part.lowerBound < entry.lines.count {
        let section = entry.cell.anchor.flatMap { sections[$0] }
        let ink = section != nil && entry.cell.tone == .plain ? Ink.link : entry.cell.tone.ink
        marks.append(
          PageMark(
            kind: .text(
              entry.text, lines: part.clamped(to: 0..<entry.lines.count), ink, leadsTo: section),
            box: PageBox(
              x: entry.column.x + Self.padding, y: above, width: entry.text.width, height: inner)))
      }
      if index == parts.count - 1 {
        marks.append(
          PageMark(
            kind: .frame(.rule, thickness: 0.3),
            box: PageBox(x: 0, y: height, width: textWidth, height: 0)))
      }
      return Strip(role: .row, height: height, marks: marks)
    }
  }
}
