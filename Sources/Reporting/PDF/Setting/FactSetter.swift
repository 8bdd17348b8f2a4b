/// Sets names and values, one pair a line, the names in a column of their own.
struct FactSetter {
  /// The names' column: as wide in every block, unless a block's names ask for more.
  private static let nameWidth = Paper.millimetres(31)
  private static let mostNameWidth = Paper.millimetres(62)
  private static let gap = 6.0
  private static let lead = 0.6

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double

  func strips(_ facts: [ReportFact]) -> [Strip] {
    let names = facts.map { PageText($0.name, .body, width: Self.mostNameWidth) }
    let wanted = names.map(measure.width).max() ?? 0
    let width = min(max(wanted + 1, Self.nameWidth), Self.mostNameWidth)
    var strips = facts.flatMap { self.strips($0, nameWidth: width) }
    if !strips.isEmpty { strips[0].before = 5 }
    return strips
  }

  private func strips(_ fact: ReportFact, nameWidth: Double) -> [Strip] {
    let name = PageText(fact.name, .body, width: nameWidth)
    let style = PageText.Style.body.code(fact.isCode)
    let x = nameWidth + Self.gap
    let value = PageText(
      fact.tone.marking(fact.value), fact.tone.isStrong ? style.bold() : style,
      width: textWidth - x, limit: PageText.longestText)
    let nameHeight = measure.height(of: name)
    let lines = measure.lines(of: value)
    return LineStrips.parts(of: lines.count).enumerated().map { index, part in
      let valueHeight = lines[part].reduce(0) { $0 + $1.height }
      var marks = [
        PageMark(
          kind: .text(value, lines: part, fact.tone.ink, leadsTo: nil),
          box: PageBox(x: x, y: 0, width: value.width, height: valueHeight))
      ]
      guard index == 0 else {
        return Strip(role: .paragraph, height: valueHeight, marks: marks)
      }
      marks.insert(.text(name, .quiet, x: 0, y: 0, height: nameHeight), at: 0)
      return Strip(
        role: .paragraph, height: max(valueHeight, nameHeight) + Self.lead, marks: marks)
    }
  }
}
