internal import BlockList
internal import CaseFile

/// Says why nothing can be said of an exhibit yet.
struct UnresolvedReasons {
  let state: ExhibitState
  /// Its numbers, in the order of the state's.
  let numbers: [NumberRecord]
  let photos: [PhotoNotes]

  /// A sentence each, at least one.
  var sentences: [String] {
    guard !photos.isEmpty else { return ["No photo of it is in the case."] }
    var found = zip(state.numbers, numbers).compactMap(sentence)
    let refused = photos.count { notes in
      notes.photo.status == "refused" && notes.numbers.contains { $0.isWaitingUnread }
    }
    let unread = state.unreadWaiting - refused
    if unread > 0 {
      found.append(
        unread == 1
          ? "On one photo an IMEI could not be read, and nobody has keyed it yet."
          : "On \(unread) photos an IMEI could not be read, and nobody has keyed it yet.")
    }
    if refused > 0 {
      found.append(
        refused == 1
          ? "One photo of it could not be opened." : "\(refused) photos of it could not be opened.")
    }
    if found.isEmpty, numbers.isEmpty {
      let isUnreadable = photos.contains { notes in
        notes.numbers.contains { $0.standing.state.phase == .unreadable }
      }
      found.append(
        isUnreadable
          ? "People found that no IMEI on its photos can be read." : "No photo of it shows an IMEI."
      )
    }
    return found.isEmpty ? ["Something is left to decide or to look up."] : found
  }

  private func sentence(_ number: ExhibitNumber, _ record: NumberRecord) -> String? {
    guard !number.isResolved else {
      switch record.answer.state {
      case .notChecked: return "\(record.formatted) was not checked against a block list."
      case .flagged where !number.isFlagged:
        return "\(record.formatted) is on a list, which was not asked when people settled it."
      case .flagged, .notFlagged: return nil
      }
    }
    let phases = Set(
      photos.flatMap(\.numbers).filter { $0.key == String(number.number.prefix(14)) }
        .map(\.standing.state.phase))
    if phases.contains(.mismatch) {
      return "Two people differ on \(record.formatted), and a third has to settle it."
    }
    if phases.contains(.secondNeeded) {
      return "\(record.formatted) has to be keyed by a second person."
    }
    return number.isFlagged
      ? "\(record.formatted) is flagged, and people have not settled it yet."
      : "\(record.formatted) is doubtful, and nobody has settled it yet."
  }
}

extension PhotoNotes.Number {
  /// Whether it waits for a person who can read it.
  fileprivate var isWaitingUnread: Bool {
    digits == nil && !standing.state.phase.isResolved
  }
}
