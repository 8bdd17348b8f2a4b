internal import CaseFile

/// One event in the history of a photo or an exhibit, in plain words.
struct HistoryItem: Codable, Sendable, Hashable {
  /// The event's place in the log.
  var sequence: Int64
  /// When, UTC.
  var time: String
  /// Who.
  var person: String
  /// What was done, as the log names it.
  var kind: String
  /// What was done, in words.
  var text: String

  init(_ entry: HistoryEntry) {
    sequence = entry.sequence
    time = entry.time
    person = entry.person.visible()
    kind = entry.kind
    text = entry.text.visible()
  }

  /// The same for a person from whom numbers of the photo are kept.
  func covered(by cover: NameCover) -> HistoryItem {
    var item = self
    item.text = cover(text)
    return item
  }
}
