/// Sets a QR code with what it is and the text that it holds beside it.
struct CodeSetter {
  private static let side = Paper.millimetres(27)
  private static let gap = 8.0

  let measure: any TextMeasure
  /// The width that there is.
  let textWidth: Double

  func strips(_ text: String, _ caption: String) -> [Strip] {
    let code = try? QRCode(text)
    let x = code == nil ? 0 : Self.side + Self.gap
    let width = textWidth - x
    let words = PageText(caption, .body, width: width)
    let held = PageText(text, PageText.Style.tiny.code(), width: width)
    let heights = (measure.height(of: words), measure.height(of: held))
    let height = max(code == nil ? 0 : Self.side, heights.0 + 3 + heights.1)
    let y = (height - heights.0 - 3 - heights.1) / 2
    var marks: [PageMark] = []
    if let code {
      marks.append(
        PageMark(
          kind: .squares(code),
          box: PageBox(x: 0, y: (height - Self.side) / 2, width: Self.side, height: Self.side)))
    }
    marks.append(.text(words, .text, x: x, y: y, height: heights.0))
    marks.append(.text(held, .quiet, x: x, y: y + heights.0 + 3, height: heights.1))
    return [Strip(role: .figure, height: height, before: 6, marks: marks)]
  }
}
