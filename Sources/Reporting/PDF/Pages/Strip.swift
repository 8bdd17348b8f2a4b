/// A band across the page that is never broken; a section is a pile of them.
struct Strip: Hashable, Sendable {
  /// What it is in the document's structure.
  enum Role: String, Hashable, Sendable {
    case title = "H1"
    case heading = "H2"
    case part = "H3"
    case paragraph = "P"
    case row = "TR"
    case figure = "Figure"
  }

  var role: Role
  var height: Double
  /// Room above, which falls away at the top of a page.
  var before: Double = 0
  /// Whether the next strip stands on the same page.
  var keepsWithNext = false
  /// The number of the section that begins with it.
  var section: Int?
  /// Relative to the strip's upper left corner at the text's left edge.
  var marks: [PageMark] = []
  /// What stands above it when it is the first on a page: a table's head.
  var head: [PageMark] = []
  var headHeight: Double = 0

  func scaled(by factor: Double) -> Strip {
    var strip = self
    strip.height *= factor
    strip.before *= factor
    strip.marks = marks.map { $0.scaled(by: factor) }
    strip.head = head.map { $0.scaled(by: factor) }
    strip.headHeight *= factor
    return strip
  }
}

extension Collection<Strip> {
  /// The height of all of them with the room between them.
  var height: Double { reduce(0) { $0 + $1.before + $1.height } }
}
