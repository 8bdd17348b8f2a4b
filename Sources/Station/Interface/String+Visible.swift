internal import BlockList

extension String {
  /// The text with every control, reordering and unassigned character as an escape, cut after `limit`
  /// characters: names and notes come from strangers.
  func visible(limit: Int = 1_000) -> String { VisibleText.escaping(self, limit: limit) }
}
