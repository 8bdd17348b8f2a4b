/// Sets what must not be overlooked: in a box with a border and a sign.
struct NoticeSetter {
  private static let padding = 5.0
  private static let border = 3.0

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double

  func strips(_ notice: String, _ tone: ReportTone) -> [Strip] {
    let inset = Self.border + Self.padding + 3
    let text = PageText(
      tone.marking(notice), PageText.Style.body.bold(), width: textWidth - inset - Self.padding,
      limit: PageText.longestText)
    let lines = measure.lines(of: text)
    let parts = LineStrips.parts(of: lines.count)
    return parts.enumerated().map { index, part in
      let above = index == 0 ? Self.padding : 0
      let below = index == parts.count - 1 ? Self.padding : 0
      let textHeight = lines[part].reduce(0) { $0 + $1.height }
      let height = above + textHeight + below
      let whole = PageBox(x: 0, y: 0, width: textWidth, height: height)
      return Strip(
        role: .paragraph, height: height, before: index == 0 ? 6 : 0,
        marks: [
          PageMark(kind: .fill(tone.tint), box: whole),
          PageMark(
            kind: .fill(tone.ink),
            box: PageBox(x: 0, y: 0, width: Self.border, height: height)),
          PageMark(
            kind: .text(text, lines: part, tone.ink, leadsTo: nil),
            box: PageBox(x: inset, y: above, width: text.width, height: textHeight)),
        ])
    }
  }
}
