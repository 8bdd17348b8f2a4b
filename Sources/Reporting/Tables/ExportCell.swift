/// What stands in a cell: exact text, as the case has it.
enum ExportCell: Sendable, Hashable {
  /// Nothing.
  case none
  /// Text, digits or a word.
  case one(String)
  /// Several in their order; nil where one of several columns that belong together has nothing.
  case many([String?])
  /// A measured number.
  case number(Double)

  /// What parts several values in one cell of a table without lists.
  static let separator = " | "

  /// Text, or nothing.
  init(_ text: String?) {
    self = text.map(ExportCell.one) ?? .none
  }

  /// The text of a table without lists, exact but for ``separator``.
  var text: String {
    switch self {
    case .none: ""
    case .one(let text): text
    case .many(let texts):
      texts.contains { $0 != nil }
        ? texts.map { $0 ?? "" }.joined(separator: Self.separator) : ""
    case .number(let number): number.isFinite ? number.description : ""
    }
  }
}
