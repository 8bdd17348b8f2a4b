/// How often something came out otherwise than known, in words that tell how little that may mean.
///
/// The interval is Wilson's score interval of 95 % (E. B. Wilson, 1927): it holds for few items and
/// for none that differ, where the share alone would claim that nothing ever goes wrong.
struct ErrorRate: Hashable {
  /// Below so many items the figure is called rough.
  static let few = 30
  private static let z = 1.959_963_985

  /// Items that came out otherwise.
  let differing: Int
  /// All items.
  let count: Int

  /// The interval's ends in tenths of a per cent, rounded outwards.
  var bounds: ClosedRange<Int> {
    guard count > 0 else { return 0...1_000 }
    let n = Double(count)
    let share = Double(min(max(differing, 0), count)) / n
    let square = Self.z * Self.z
    let middle = share + square / (2 * n)
    let reach = Self.z * ((share * (1 - share) + square / (4 * n)) / n).squareRoot()
    let whole = 1 + square / n
    let low = differing <= 0 ? 0 : max(0, Int(((middle - reach) / whole * 1_000).rounded(.down)))
    let high =
      differing >= count ? 1_000 : min(1_000, Int(((middle + reach) / whole * 1_000).rounded(.up)))
    return low...max(low, high)
  }

  /// The share and what it is worth, such as `1 of 40 (2.5 %; 95 % interval 0.4 % to 12.9 %)`. No line breaks
  /// between a figure and its sign.
  var words: String {
    guard count > 0 else { return "not measured" }
    let few = count < Self.few ? "; few items, so a rough figure" : ""
    if differing == 0 {
      return
        "0 of \(count.grouped) (true rate likely below \(Self.percent(bounds.upperBound))\(few))"
    }
    let share = Int((Double(differing) / Double(count) * 1_000).rounded())
    return "\(differing.grouped) of \(count.grouped) (\(Self.percent(share)); 95\u{A0}% interval "
      + "\(Self.percent(bounds.lowerBound)) to \(Self.percent(bounds.upperBound))\(few))"
  }

  /// Tenths of a per cent as `12.3 %`, with a space that does not break.
  static func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)\u{A0}%" }
}
