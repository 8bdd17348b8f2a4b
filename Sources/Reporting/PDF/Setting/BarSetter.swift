/// Sets horizontal bars, with their numbers: the flagged part darker, and named.
struct BarSetter {
  private static let labelShare = 0.26
  private static let barShare = 0.5
  private static let gap = 6.0

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double

  func strips(_ title: String, _ bars: [ReportBar]) -> [Strip] {
    let heading = PageText(title, PageText.Style.body.bold(), width: textWidth)
    var strips = LineStrips(measure: measure).strips(
      of: heading, .text, role: .paragraph, before: 8)
    for index in strips.indices { strips[index].keepsWithNext = !bars.isEmpty }
    let longest = max(1, bars.map(\.value).max() ?? 1)
    for (index, bar) in bars.enumerated() {
      var strip = row(bar, longest: longest)
      // The first two stand under their title.
      strip.keepsWithNext = index == 0 && bars.count > 1
      if index == 0 { strip.before = 2 }
      strips.append(strip)
    }
    return strips
  }

  private func row(_ bar: ReportBar, longest: Int) -> Strip {
    let labelWidth = textWidth * Self.labelShare
    let fullWidth = textWidth * Self.barShare
    let value = max(0, bar.value)
    let flagged = min(max(0, bar.flagged), value)
    let words = flagged > 0 ? "\(bar.value), \(flagged) flagged" : "\(bar.value)"
    let label = PageText(
      bar.label, .small, width: labelWidth - Self.gap, alignment: .right, isSingle: true)
    let number = PageText(
      words, .small, width: textWidth - labelWidth - fullWidth - Self.gap, isSingle: true)
    let height = max(measure.height(of: label), measure.height(of: number)) + 1.5
    let length = fullWidth * Double(value) / Double(longest)
    let dark = value > 0 ? length * Double(flagged) / Double(value) : 0
    let thick = height - 4
    return Strip(
      role: .paragraph, height: height,
      marks: [
        .text(label, .text, x: 0, y: 0.75, height: height),
        PageMark(
          kind: .fill(.bar), box: PageBox(x: labelWidth, y: 2, width: length, height: thick)),
        PageMark(
          kind: .fill(ReportTone.flagged.ink),
          box: PageBox(x: labelWidth, y: 2, width: dark, height: thick)),
        .text(number, .text, x: labelWidth + length + Self.gap, y: 0.75, height: height),
      ])
  }
}
