public import BlockList

/// A block-list answer as it was stored: what of it can be compared with today's.
public struct StoredAnswer: Hashable, Sendable, Codable {
  /// A list as it was named then.
  public struct List: Hashable, Sendable, Codable {
    /// The name given at import.
    public let name: String
    /// The day it stood for.
    public let date: String
    /// SHA-256 of its file.
    public let sha256: String

    /// `“NAME” of YYYY-MM-DD`, safe to show.
    var words: String {
      "“\(ShownText.escaping(name, limit: 120))” of \(ShownText.escaping(date, limit: 20))"
    }

    /// `“NAME” of YYYY-MM-DD, SHA-256 …`, safe to show.
    public var wordsWithDigest: String {
      "\(words), SHA-256 \(ShownText.escaping(sha256, limit: 64))"
    }
  }

  /// One entry that was found then.
  public struct Match: Hashable, Sendable, Codable {
    /// The list.
    public let list: List
    /// The entry's digits.
    public let listed: String
    /// The reason that the list gave.
    public let reason: String?
    /// The date that the list gave for the entry.
    public let date: String?

    private enum CodingKeys: String, CodingKey { case list, listed, reason, date }

    /// Writes every key, `null` where there is no value.
    public func encode(to encoder: any Encoder) throws {
      var keys = encoder.container(keyedBy: CodingKeys.self)
      try keys.encode(list, forKey: .list)
      try keys.encode(listed, forKey: .listed)
      try keys.encode(reason, forKey: .reason)
      try keys.encode(date, forKey: .date)
    }
  }

  /// Flagged, not flagged or not checked.
  public let state: Answer.State
  /// The entries found.
  public let matches: [Match]
  /// The lists that were asked.
  public let lists: [List]

  /// Of a photo that was read before any list was loaded.
  static let notChecked = StoredAnswer(state: .notChecked, matches: [], lists: [])

  init(state: Answer.State, matches: [Match], lists: [List]) {
    self.state = state
    self.matches = matches
    self.lists = lists
  }

  /// Today's answer in the stored shape.
  public init(_ answer: Answer) {
    func list(_ reference: ListReference) -> List {
      List(
        name: reference.name, date: reference.date.description, sha256: reference.sha256)
    }
    self.init(
      state: answer.state,
      matches: answer.matches.map {
        Match(list: list($0.list), listed: $0.listed, reason: $0.reason, date: $0.date)
      },
      lists: answer.lists.map(list))
  }

  /// The reasons by list name; a list that gives none has the empty text.
  var reasonsByList: [String: Set<String>] {
    Dictionary(matches.map { ($0.list.name, [$0.reason ?? ""]) }) { $0.union($1) }
  }
}
