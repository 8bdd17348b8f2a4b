internal import CaseFile

extension MachineRecord {
  /// Takes in where the numbers of a photo stand.
  ///
  /// What people decided measures the machine only where somebody did so without being shown its value: keyed
  /// the number blind, or settled two that differed.
  mutating func add(_ standing: PhotoStanding) {
    for number in standing.numbers {
      let state = number.state
      let decided = state.decidedUnseen
      if state.machine.isAccepted {
        accepted += 1
        guard let decided else { continue }
        acceptedChecked += 1
        if !decided.agrees(with: state.machine.number) { acceptedDiffering += 1 }
      } else if let decided, decided.number != nil {
        reviewed += 1
        if decided.agrees(with: state.machine.number) { reviewedAgreeing += 1 }
      }
    }
  }
}

/// What people concluded without being shown what the machine read.
private struct UnseenConclusion {
  /// The digits; nil when it cannot be read.
  let number: String?

  /// Fourteen digits do not differ from the same with a check digit.
  func agrees(with machine: String?) -> Bool {
    guard let number, let machine else { return false }
    return number == machine
      || (min(number.count, machine.count) == 14 && number.prefix(14) == machine.prefix(14))
  }
}

extension ReadingState {
  /// What people concluded without being shown the machine's value; nil while they have not.
  fileprivate var decidedUnseen: UnseenConclusion? {
    if settledBy != nil { return UnseenConclusion(number: number) }
    guard opinions.contains(where: \.isBlind) else { return nil }
    switch phase {
    case .settled, .accepted: return UnseenConclusion(number: number)
    case .unreadable: return UnseenConclusion(number: nil)
    case .open, .secondNeeded, .mismatch: return nil
    }
  }
}
