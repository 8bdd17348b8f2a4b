/// How many numbers wait, as one person may decide on them.
struct ReviewTally: Sendable, Hashable, Encodable {
  /// Readings to be confirmed.
  var confirm = 0
  /// Numbers to be keyed blind.
  var blind = 0
  /// Differences to be settled.
  var settle = 0
  /// Numbers that other people have to decide on.
  var waitingForOthers = 0
  /// What the person decided since the station was started.
  var done = 0

  /// All numbers that wait.
  var total: Int { confirm + blind + settle + waitingForOthers }

  mutating func add(_ kind: ReviewKind) {
    switch kind {
    case .confirm: confirm += 1
    case .blind: blind += 1
    case .settle: settle += 1
    }
  }

  private enum Key: String, CodingKey {
    case confirm, blind, settle, waitingForOthers, total, done
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(confirm, forKey: .confirm)
    try keys.encode(blind, forKey: .blind)
    try keys.encode(settle, forKey: .settle)
    try keys.encode(waitingForOthers, forKey: .waitingForOthers)
    try keys.encode(total, forKey: .total)
    try keys.encode(done, forKey: .done)
  }
}
