/// Horizontal bars as a table whose lengths are drawn: the figures stand beside them.
enum HTMLBars {
  /// The drawing's width in its own units.
  private static let width = 1_000

  static func bars(title: String, _ bars: [ReportBar]) -> String {
    guard !bars.isEmpty else { return "" }
    let longest = max(1, bars.map(\.value).max() ?? 1)
    var result = "<table class=\"bars\">\n<caption>\(HTMLText.content(title))</caption>\n<tbody>\n"
    for bar in bars {
      let flagged =
        bar.flagged > 0
        ? ", <span class=\"flagged\">\(HTMLBlocks.marked("\(bar.flagged.grouped) flagged", .flagged))</span>"
        : ""
      result +=
        "<tr><th scope=\"row\">\(HTMLText.content(bar.label))</th><td class=\"drawn\">"
        + drawing(bar, longest) + "</td><td>\(bar.value.grouped)\(flagged)</td></tr>\n"
    }
    return result + "</tbody>\n</table>\n"
  }

  private static func drawing(_ bar: ReportBar, _ longest: Int) -> String {
    let whole = length(bar.value, longest)
    let flagged = min(whole, length(bar.flagged, longest))
    return "<svg viewBox=\"0 0 \(width) 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "<rect class=\"whole\" width=\"\(whole)\" height=\"10\"/>"
      + "<rect class=\"part\" width=\"\(flagged)\" height=\"10\"/></svg>"
  }

  /// Something that is there is never drawn as nothing.
  private static func length(_ value: Int, _ longest: Int) -> Int {
    value <= 0 ? 0 : max(4, min(width, Int(Double(value) / Double(longest) * Double(width))))
  }
}
