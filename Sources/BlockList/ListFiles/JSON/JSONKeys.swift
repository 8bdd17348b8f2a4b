/// What the keys of a list's objects mean, each worked out once.
final class JSONKeys {
  /// What one key means.
  struct Key {
    /// The key in lower case, letters and digits alone.
    var name: String
    var meaning: HeaderNames.Meaning?
  }

  private let mapping: ColumnMapping?
  private var known: [String: Key] = [:]
  /// A list has a handful; made-up ones must not fill the memory.
  private static let limit = 256

  init(_ mapping: ColumnMapping?) { self.mapping = mapping }

  /// What `text` means.
  subscript(_ text: String) -> Key {
    if let key = known[text] { return key }
    let name = HeaderNames.normalised(text)
    let key = Key(name: name, meaning: meaning(of: text, name))
    if known.count < Self.limit { known[text] = key }
    return key
  }

  private func meaning(of text: String, _ name: String) -> HeaderNames.Meaning? {
    for assignment in mapping?.assignments ?? [] {
      if case .name(name, _) = assignment.column { return assignment.meaning }
    }
    guard let meaning = HeaderNames.meaning(of: text) else { return nil }
    return mapping?.decides(meaning) == true ? nil : meaning
  }
}
