internal import CaseFile

/// A person who decides, as far as the order of work depends on it.
struct Reviewer: Sendable, Hashable {
  /// How the case names the person.
  let person: String
  /// What the person may do.
  let role: OperatorRole

  /// Whether this number may come to the person at all.
  ///
  /// Nobody decides twice on a number, only some settle, and who was shown a value keys nothing blind.
  func mayDecide(_ number: OpenNumber, _ shown: ShownNumbers) -> Bool {
    if number.people.contains(person) { return false }
    return switch number.kind {
    case .settle: role.settles
    case .blind: !shown.contains(number.subject, person: person)
    case .confirm: true
    }
  }
}

/// Which values people were shown, so that they do not key them blind.
struct ShownNumbers: Sendable {
  private var people: [ReadingSubject: Set<String>] = [:]
  private var numbers: [String: Set<ReadingSubject>] = [:]

  /// Notes that a person was shown the value of a number.
  ///
  /// - Returns: whether that is new.
  @discardableResult
  mutating func insert(_ subject: ReadingSubject, person: String) -> Bool {
    numbers[person, default: []].insert(subject)
    return people[subject, default: []].insert(person).inserted
  }

  /// Whether the person was shown the number.
  func contains(_ subject: ReadingSubject, person: String) -> Bool {
    people[subject]?.contains(person) ?? false
  }

  /// Whether anybody was.
  func contains(_ subject: ReadingSubject) -> Bool { people[subject] != nil }

  /// What a person was shown.
  func numbers(of person: String) -> Set<ReadingSubject> { numbers[person] ?? [] }
}
