/// Breaks texts into strips, so that long ones go on over pages.
struct LineStrips {
  /// Texts of up to this many lines are not parted.
  static let fewest = 5
  /// Lines that stay together at a text's beginning and end.
  static let kept = 2

  let measure: any TextMeasure

  /// Strips of one text at the left edge.
  func strips(of text: PageText, _ ink: Ink, role: Strip.Role, before: Double) -> [Strip] {
    let lines = measure.lines(of: text)
    return Self.parts(of: lines.count).enumerated().map { index, part in
      let height = lines[part].reduce(0) { $0 + $1.height }
      let box = PageBox(x: 0, y: 0, width: text.width, height: height)
      return Strip(
        role: role, height: height, before: index == 0 ? before : 0,
        marks: [PageMark(kind: .text(text, lines: part, ink, leadsTo: nil), box: box)])
    }
  }

  /// Lines in parts that stay whole: first and last two together, the others one by one.
  static func parts(of count: Int) -> [Range<Int>] {
    guard count > fewest else { return [0..<count] }
    let middle = (kept..<(count - kept)).map { $0..<($0 + 1) }
    return [0..<kept] + middle + [(count - kept)..<count]
  }
}
