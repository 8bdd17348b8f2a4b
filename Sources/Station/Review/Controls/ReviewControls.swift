internal import Crypto
internal import Foundation

/// Who was given numbers whose answers are known, and when the next is due.
struct ReviewControls: Sendable {
  private var spacings: [String: ControlSpacing] = [:]
  private var used: [String: Set<String>] = [:]
  private var answers: [(person: String, kind: ReviewKind, until: Date)] = []

  /// When the person's next one is due.
  ///
  /// - Parameter salt: of the case, so that one person's distances differ from case to case.
  mutating func spacing(of person: String, salt: String) -> ControlSpacing {
    if let spacing = spacings[person] { return spacing }
    let digest = SHA256.hash(data: Data("\(salt)\n\(person)".utf8))
    let seed = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    let spacing = ControlSpacing(seed: seed)
    spacings[person] = spacing
    return spacing
  }

  /// Keeps what was counted.
  mutating func keep(_ spacing: ControlSpacing, of person: String) { spacings[person] = spacing }

  /// Has the next one come soon: the last was given back unanswered.
  mutating func giveBack(of person: String) { spacings[person]?.giveBack() }

  /// Whether one is due for a person.
  func isDue(for person: String) -> Bool { spacings[person]?.isDue ?? false }

  /// Whether the person had this one.
  func wasUsed(_ name: String, by person: String) -> Bool {
    used[person]?.contains(name) ?? false
  }

  mutating func use(_ name: String, by person: String) {
    used[person, default: []].insert(name)
  }

  /// Counts one that passes for a number which others have still to decide on, for a while.
  ///
  /// - Parameter kind: how those others would be asked.
  mutating func answer(by person: String, for kind: ReviewKind, until: Date) {
    answers.append((person, kind, until))
  }

  /// How many of the person's pass for numbers that wait for others.
  func answered(by person: String, for kind: ReviewKind? = nil, at now: Date) -> Int {
    answers.count { answer in
      answer.person == person && answer.until > now && (kind ?? answer.kind) == answer.kind
    }
  }

  mutating func forget(before now: Date) { answers.removeAll { $0.until <= now } }
}
