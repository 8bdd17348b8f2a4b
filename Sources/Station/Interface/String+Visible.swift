internal import BlockList

extension String {
  /// The text with every control, reordering and unassigned character as an escape, cut after `limit`
  /// characters: names and notes come from strangers.
  func visible(limit: Int = 1_000) -> String { VisibleText.escaping(self, limit: limit) }

  /// Whether it is a SHA-256 as 64 small hexadecimal digits.
  var isDigest: Bool {
    utf8.count == 64
      && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }
}

extension String {
  /// Whether there are line breaks or other control characters in it.
  var hasControls: Bool {
    unicodeScalars.contains { $0.properties.generalCategory == .control }
  }
}
