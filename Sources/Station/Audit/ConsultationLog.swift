/// Who looked at what lately: a page that fetches a photo three times is one look at it.
struct ConsultationLog {
  /// How long a look counts.
  static let period = Duration.seconds(600)
  /// The most looks that are remembered; forgotten ones are logged again.
  static let mostRemembered = 20_000

  private struct Look: Hashable {
    let person: String
    let subject: String
  }

  private var looks: [Look: Duration] = [:]

  /// Whether a look is to be logged; it is remembered then.
  ///
  /// - Parameter now: the time by a clock that never goes back.
  mutating func isDue(person: String, subject: String, at now: Duration) -> Bool {
    let look = Look(person: person, subject: subject)
    if let last = looks[look], now - last < Self.period { return false }
    if looks.count >= Self.mostRemembered {
      looks = looks.filter { now - $0.value < Self.period }
      if looks.count >= Self.mostRemembered { looks.removeAll() }
    }
    looks[look] = now
    return true
  }

  /// Forgets a look that could not be logged.
  mutating func forget(person: String, subject: String) {
    looks[Look(person: person, subject: subject)] = nil
  }
}
