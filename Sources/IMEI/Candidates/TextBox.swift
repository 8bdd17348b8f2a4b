/// An upright rectangle in pixels, origin at the top left.
public struct TextBox: Hashable, Sendable {
  /// Left edge.
  public var x: Double
  /// Top edge.
  public var y: Double
  /// Extent to the right.
  public var width: Double
  /// Extent downwards.
  public var height: Double

  /// A rectangle from its corner and size.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// No place at all: what comes from a bar code's payload has no letters on the picture.
  public static let zero = TextBox(x: 0, y: 0, width: 0, height: 0)

  /// Right edge.
  public var maxX: Double { x + width }
  /// Bottom edge.
  public var maxY: Double { y + height }
  /// Middle from left to right.
  public var midX: Double { x + width / 2 }
  /// Middle from top to bottom.
  public var midY: Double { y + height / 2 }

  /// The smallest rectangle round all of `boxes`; ``zero`` for none.
  public static func union(_ boxes: some Sequence<TextBox>) -> TextBox {
    var whole: TextBox?
    for box in boxes {
      guard let old = whole else {
        whole = box
        continue
      }
      let left = min(old.x, box.x)
      let top = min(old.y, box.y)
      whole = TextBox(
        x: left, y: top, width: max(old.maxX, box.maxX) - left,
        height: max(old.maxY, box.maxY) - top)
    }
    return whole ?? .zero
  }

  /// The same rectangle, or ``zero`` when any figure is not finite or a size is negative.
  var sound: TextBox {
    let figures = [x, y, width, height]
    return figures.allSatisfy { $0.isFinite && $0.magnitude < 1e9 } && width >= 0 && height >= 0
      ? self : .zero
  }

  /// How much of the smaller height the two have in common from top to bottom, 0...1.
  func sharedRow(with other: TextBox) -> Double {
    let common = min(maxY, other.maxY) - max(y, other.y)
    let smaller = min(height, other.height)
    return smaller > 0 ? max(0, common / smaller) : 0
  }

  /// How many pixels the two have in common from left to right; negative is the gap between them.
  func sharedColumn(with other: TextBox) -> Double {
    min(maxX, other.maxX) - max(x, other.x)
  }
}
