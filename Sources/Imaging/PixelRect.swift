/// A rectangle of whole pixels; origin top-left, `x` to the right, `y` down.
public struct PixelRect: Sendable, Hashable {
  /// Left edge.
  public var x: Int
  /// Top edge.
  public var y: Int
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int

  /// Makes a rectangle; it may lie partly or wholly outside a picture.
  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// The part that lies inside a picture of the given size, empty (0 × 0) if there is none.
  public func clamped(toWidth imageWidth: Int, height imageHeight: Int) -> PixelRect {
    let left = min(max(x, 0), imageWidth)
    let top = min(max(y, 0), imageHeight)
    let right = min(max(Self.sum(x, width), left), imageWidth)
    let bottom = min(max(Self.sum(y, height), top), imageHeight)
    guard right > left, bottom > top else { return PixelRect(x: left, y: top, width: 0, height: 0) }
    return PixelRect(x: left, y: top, width: right - left, height: bottom - top)
  }

  private static func sum(_ a: Int, _ b: Int) -> Int {
    let (value, overflow) = a.addingReportingOverflow(b)
    guard overflow else { return value }
    return b > 0 ? .max : .min
  }
}
