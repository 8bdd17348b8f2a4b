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

  /// Whether the rules let the person decide on a reading although he was shown it: as one of two, of whom
  /// the other keys blind. The station offers that to an officer in charge alone.
  func mayDecideOpenly(_ state: ReadingState) -> Bool {
    guard role == .officerInCharge, state.machine.number != nil else { return false }
    guard state.phase == .open || state.phase == .secondNeeded else { return false }
    return state.opinions.allSatisfy { $0.isBlind && $0.person != person }
  }

  /// As ``mayDecideOpenly(_:)``, for a number of the queue that does not come to the person.
  func mayDecideOpenly(_ number: OpenNumber, _ shown: ShownNumbers) -> Bool {
    role == .officerInCharge && number.kind == .blind && number.hasReading
      && number.isOpenToSeeing && !number.people.contains(person)
      && shown.contains(number.subject, person: person)
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

  /// Who was shown the number.
  func people(of subject: ReadingSubject) -> Set<String> { people[subject] ?? [] }

  /// What a person was shown.
  func numbers(of person: String) -> Set<ReadingSubject> { numbers[person] ?? [] }
}
