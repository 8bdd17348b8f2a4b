/// A colour, red, green and blue from 0 to 1.
struct Ink: Hashable, Sendable {
  var red: Double
  var green: Double
  var blue: Double

  init(_ red: Double, _ green: Double, _ blue: Double) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  init(grey: Double) { self.init(grey, grey, grey) }

  static let text = Ink(grey: 0.08)
  static let quiet = Ink(grey: 0.38)
  static let rule = Ink(grey: 0.72)
  static let zebra = Ink(grey: 0.955)
  static let head = Ink(grey: 0.89)
  static let link = Ink(0.05, 0.24, 0.5)
  static let paper = Ink(grey: 1)
  static let bar = Ink(0.66, 0.71, 0.78)
}

extension ReportTone {
  /// Its colour: dark enough for text on white, and each of another lightness in grey.
  var ink: Ink {
    switch self {
    case .plain: .text
    case .settled: Ink(0.1, 0.36, 0.3)
    case .flagged: Ink(0.64, 0.06, 0.09)
    case .attention: Ink(0.55, 0.33, 0)
    }
  }

  /// Whether its words are set bold wherever they stand.
  var isStrong: Bool { self == .flagged || self == .attention }

  /// A background for its text.
  var tint: Ink {
    switch self {
    case .plain: Ink(grey: 0.96)
    case .settled: Ink(0.93, 0.97, 0.955)
    case .flagged: Ink(0.99, 0.925, 0.925)
    case .attention: Ink(1, 0.965, 0.88)
    }
  }

  /// Words behind its sign. The space between does not break: no sign is left behind by a long word.
  func marking(_ words: String) -> String { sign.map { "\($0)\u{A0}\(words)" } ?? words }
}
