/// Sets large figures beside one another.
struct FigureSetter {
  private static let most = 5
  private static let gap = 8.0
  private static let padding = 6.0

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double

  func strips(_ figures: [ReportFigure]) -> [Strip] {
    stride(from: 0, to: figures.count, by: Self.most).map { start in
      row(figures[start..<min(start + Self.most, figures.count)], of: min(figures.count, Self.most))
    }
  }

  private func row(_ figures: ArraySlice<ReportFigure>, of count: Int) -> Strip {
    let width = (textWidth - Double(count - 1) * Self.gap) / Double(count)
    let inner = width - 2 * Self.padding
    let texts = figures.map { figure in
      (
        value: PageText(figure.value, .figure, width: inner, isSingle: true),
        label: PageText(figure.tone.marking(figure.label), .body, width: inner), tone: figure.tone
      )
    }
    let heights = texts.map { (measure.height(of: $0.value), measure.height(of: $0.label)) }
    let height = 2 * Self.padding - 2 + (heights.map { $0.0 + $0.1 }.max() ?? 0)
    var marks: [PageMark] = []
    for (index, text) in texts.enumerated() {
      let x = Double(index) * (width + Self.gap)
      let box = PageBox(x: x, y: 0, width: width, height: height)
      marks.append(PageMark(kind: .fill(text.tone.tint), box: box))
      marks.append(
        PageMark(
          kind: .fill(text.tone.ink), box: PageBox(x: x, y: 0, width: width, height: 1.6)))
      marks.append(
        .text(
          text.value, text.tone.ink, x: x + Self.padding, y: Self.padding - 1,
          height: heights[index].0))
      marks.append(
        .text(
          text.label, text.tone.ink, x: x + Self.padding, y: Self.padding - 1 + heights[index].0,
          height: heights[index].1))
    }
    return Strip(role: .paragraph, height: height, before: 7, marks: marks)
  }
}

extension PageMark {
  /// All lines of a text.
  static func text(
    _ text: PageText, _ ink: Ink, x: Double, y: Double, height: Double, leadsTo section: Int? = nil
  ) -> PageMark {
    PageMark(
      kind: .text(text, lines: 0..<Int.max, ink, leadsTo: section),
      box: PageBox(x: x, y: y, width: text.width, height: height))
  }
}
