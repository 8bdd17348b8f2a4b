extension PhotoResult {
  /// The block-list answer for one number, always with the lists asked.
  public struct Answer: Hashable, Sendable, Codable {
    /// What the lists say.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
      /// On at least one list.
      case flagged
      /// On none of the lists asked.
      case notFlagged
      /// No list is loaded.
      case notChecked
    }

    /// What the lists say.
    public var state: State
    /// Every entry found.
    public var matches: [Match]
    /// Every list asked, whether it has the number or not.
    public var lists: [List]

    /// Makes an answer from its parts.
    public init(state: State, matches: [Match] = [], lists: [List] = []) {
      self.state = state
      self.matches = matches
      self.lists = lists
    }
  }

  /// A loaded list: name, date and the SHA-256 of its file.
  public struct List: Hashable, Sendable, Codable {
    /// The list's name.
    public var name: String
    /// The list's date, `YYYY-MM-DD`.
    public var date: String
    /// SHA-256 of the list file, 64 small hexadecimal digits.
    public var sha256: String

    /// Makes one from its parts.
    public init(name: String, date: String, sha256: String) {
      self.name = name
      self.date = date
      self.sha256 = sha256
    }
  }

  /// One entry of one list that has the same first fourteen digits.
  public struct Match: Hashable, Sendable {
    /// The entry's check digit against the reading's.
    public enum CheckDigit: String, Hashable, Sendable, Codable, CaseIterable {
      /// Both have one and they are the same.
      case agrees
      /// Both have one and they are not the same.
      case differs
      /// The list gives fourteen digits only.
      case listHasNone
      /// The reading has fourteen digits only.
      case readingHasNone
    }

    /// The list.
    public var list: List
    /// The entry as it stands in the list, 14 to 16 digits.
    public var listed: String
    /// The entry's check digit against the reading's.
    public var checkDigit: CheckDigit
    /// Why the list has it, in the list's words.
    public var reason: String?
    /// The line in the list file; the first is 1.
    public var line: Int

    /// Makes one from its parts.
    public init(list: List, listed: String, checkDigit: CheckDigit, reason: String?, line: Int) {
      self.list = list
      self.listed = listed
      self.checkDigit = checkDigit
      self.reason = reason
      self.line = line
    }
  }
}

extension PhotoResult.Match: Codable {
  /// Writes every key, null where the list gives no reason.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(list, forKey: .list)
    try keys.encode(listed, forKey: .listed)
    try keys.encode(checkDigit, forKey: .checkDigit)
    try keys.encode(reason, forKey: .reason)
    try keys.encode(line, forKey: .line)
  }
}
