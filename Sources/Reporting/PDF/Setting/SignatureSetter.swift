/// Sets a line to sign on, one for the date beside it, and what is signed.
struct SignatureSetter {
  private static let room = Paper.millimetres(10)

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double

  func strips(_ signed: String) -> [Strip] {
    let text = PageText(signed, .body, width: textWidth)
    let textHeight = measure.height(of: text)
    let line = textHeight + Self.room
    let fields = [("Signature", 0.0, 0.6), ("Date", 0.66, 0.34)]
    var marks: [PageMark] = [.text(text, .text, x: 0, y: 0, height: textHeight)]
    var height = line
    for (name, start, share) in fields {
      let x = textWidth * start
      let label = PageText(name, .tiny, width: textWidth * share)
      marks.append(
        PageMark(
          kind: .frame(.text, thickness: 0.7),
          box: PageBox(x: x, y: line, width: label.width, height: 0)))
      let labelHeight = measure.height(of: label)
      marks.append(.text(label, .quiet, x: x, y: line + 1, height: labelHeight))
      height = max(height, line + 1 + labelHeight)
    }
    return [Strip(role: .paragraph, height: height, before: 8, marks: marks)]
  }
}
