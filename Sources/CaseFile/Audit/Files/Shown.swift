internal import BlockList

/// Texts that came out of files, made safe to show in a message.
enum Shown {
  static func path(_ path: String) -> String { VisibleText.escaping(path, limit: 400) }

  static func text(_ text: String) -> String { VisibleText.escaping(text, limit: 80) }
}
