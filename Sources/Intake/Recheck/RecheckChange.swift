public import BlockList
public import IMEI

/// One IMEI whose answer is another one with the lists now in force.
public struct RecheckChange: Sendable {
  /// What changed.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// Flagged now, and was not.
    case flagged
    /// Was flagged, and no list in force has it.
    case noLongerFlagged
    /// Flagged then and now, by other lists.
    case otherLists
    /// Flagged by the same lists for other reasons.
    case otherReasons
  }

  /// The line of the results file, from 1.
  public let line: Int
  /// The photo's file, or what was typed.
  public let source: String
  /// The IMEI.
  public let imei: IMEI
  /// What changed.
  public let kind: Kind
  /// The stored answer.
  public let before: StoredAnswer
  /// The answer of the lists now in force.
  public let after: Answer

  /// The change of one item; `nil` when nothing a person acts on changed. A new day or digest of the
  /// same lists alone is no change.
  init?(line: Int, source: String, item: StoredResult.Item, after: Answer) {
    let new = StoredAnswer(after)
    let before = item.answer
    switch (before.state == .flagged, after.state == .flagged) {
    case (false, false): return nil
    case (false, true): kind = .flagged
    case (true, false): kind = .noLongerFlagged
    case (true, true):
      let (old, new) = (before.reasonsByList, new.reasonsByList)
      guard old != new else { return nil }
      kind = Set(old.keys) == Set(new.keys) ? .otherReasons : .otherLists
    }
    (self.line, self.source, imei) = (line, source, item.imei)
    (self.before, self.after) = (before, after)
  }

  /// ``source`` safe to show.
  public var shownSource: String { ShownText.escaping(source) }

  /// One sentence for a person.
  public var sentence: String {
    let now = after.explanation
    switch kind {
    case .flagged:
      return
        "Newly flagged; before \(before.state == .notChecked ? "not checked" : notFlaggedBefore). \(now)"
    case .noLongerFlagged: return "No longer flagged: \(gone). \(now)"
    case .otherLists: return "Still flagged, by other lists: \(gone). \(now)"
    case .otherReasons: return "Still flagged, for other reasons; before \(reasonsBefore). \(now)"
    }
  }

  private var notFlaggedBefore: String {
    "not flagged by " + (before.lists.isEmpty ? "any list" : Self.joined(before.lists.map(\.words)))
  }

  /// What became of the lists that had it.
  private var gone: String {
    let present = Set(after.matches.map(\.list.name))
    let lists = before.matches.map(\.list).uniqued()
    let words = lists.map { list -> String in
      if present.contains(list.name) { return "list \(list.words) had it and has it still" }
      guard let now = after.lists.first(where: { $0.name == list.name }) else {
        return "list \(list.words) had it and is no longer in force"
      }
      return "list \(list.words) had it and that of \(now.date) does not"
    }
    return Self.joined(words)
  }

  private var reasonsBefore: String {
    let words = before.matches.map { match in
      let reason = match.reason.map { ShownText.escaping($0) } ?? "no reason"
      return "\(reason) (list \(match.list.words))"
    }
    return Self.joined(words.uniqued())
  }

  private static func joined(_ words: [String]) -> String {
    let shown = words.prefix(8).joined(separator: ", ")
    return words.count > 8 ? "\(shown) and \(words.count - 8) more" : shown
  }
}

extension RecheckChange: Encodable {
  private enum CodingKeys: String, CodingKey {
    case line, source, imei, change, before, after, sentence
  }

  /// Writes every key.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: CodingKeys.self)
    try keys.encode(line, forKey: .line)
    try keys.encode(source, forKey: .source)
    try keys.encode(imei, forKey: .imei)
    try keys.encode(kind, forKey: .change)
    try keys.encode(before, forKey: .before)
    try keys.encode(after, forKey: .after)
    try keys.encode(sentence, forKey: .sentence)
  }
}
