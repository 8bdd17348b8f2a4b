internal import CaseFile

/// Which numbers a person is still to key without having seen what others made of them.
enum BlindRule {
  /// Whether a number is kept from the person.
  ///
  /// One who has decided on it knows it; anybody else may yet be its second reader, or settle it.
  static func isWithheld(_ state: ReadingState, from person: String) -> Bool {
    switch state.phase {
    case .open: state.machine.number != nil
    case .secondNeeded, .mismatch: !state.opinions.contains { $0.person == person }
    case .accepted, .settled, .unreadable: false
    }
  }
}

extension ReadingState {
  /// What the machine read and people gave, the same digits perhaps more than once.
  var everyNumber: [String] {
    [machine.number].compactMap(\.self) + opinions.compactMap(\.value.number)
  }
}
