/// Tells how a text breaks into lines.
protocol TextMeasure: AnyObject {
  /// The lines of a text in their order, one at least.
  func lines(of text: PageText) -> [TextLine]
}

/// A line as it was set.
struct TextLine: Hashable, Sendable {
  var height: Double
  var width: Double
}

extension TextMeasure {
  func height(of text: PageText) -> Double { lines(of: text).reduce(0) { $0 + $1.height } }
  func width(of text: PageText) -> Double { lines(of: text).reduce(0) { max($0, $1.width) } }
}
