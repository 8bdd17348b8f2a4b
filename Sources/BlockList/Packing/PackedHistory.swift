/// The history of an entry as one text of a block's table.
enum PackedHistory {
  private static let betweenActions: Character = "\u{1E}"
  private static let betweenFields: Character = "\u{1F}"

  /// The text. Texts of a list are printable, so the separators cannot stand in them.
  static func text(of history: [EntryAction]) -> String {
    history.map { action in
      [
        action.kind == .inserted ? "+" : "-", action.date ?? "", action.reason ?? "",
        action.by ?? "",
      ].joined(separator: String(betweenFields))
    }.joined(separator: String(betweenActions))
  }

  /// The history of a text; `nil` for one that no release writes.
  static func history(of text: String) -> [EntryAction]? {
    guard !text.isEmpty else { return [] }
    var history: [EntryAction] = []
    for part in text.split(separator: betweenActions, omittingEmptySubsequences: false) {
      let fields = part.split(separator: betweenFields, omittingEmptySubsequences: false)
      guard fields.count == 4, fields[0] == "+" || fields[0] == "-" else { return nil }
      func field(_ index: Int) -> String? { fields[index].isEmpty ? nil : String(fields[index]) }
      history.append(
        EntryAction(
          kind: fields[0] == "+" ? .inserted : .removed, date: field(1), reason: field(2),
          by: field(3)))
    }
    return history
  }
}
