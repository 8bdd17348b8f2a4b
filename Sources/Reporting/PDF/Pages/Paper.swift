/// A4 and where things stand on it, in points, the origin at the upper left.
enum Paper {
  static let width = millimetres(210)
  static let height = millimetres(297)
  /// Where text stands: between these.
  static let left = millimetres(17)
  static let right = width - millimetres(17)
  static let top = millimetres(20)
  static let bottom = height - millimetres(17)
  /// The running head's and foot's upper edges.
  static let head = millimetres(10.5)
  static let foot = height - millimetres(14)

  static let textWidth = right - left
  static let textHeight = bottom - top

  static func millimetres(_ length: Double) -> Double { length * 72 / 25.4 }
}
