internal import CaseFile

/// Counts each person's decisions.
struct ReaderTally {
  private var events: [String: Set<Int64>] = [:]
  private var settlements: [String: Int] = [:]

  /// Takes in where the numbers of a photo stand: opinions that count, and settlements.
  mutating func add(_ standing: PhotoStanding) {
    for state in standing.numbers.map(\.state) {
      for opinion in state.opinions { events[opinion.person, default: []].insert(opinion.sequence) }
      if let person = state.settledBy { settlements[person, default: 0] += 1 }
    }
  }

  /// Everybody who decided or was asked a known-answer item, by person.
  func records(controls: [ControlTally]) -> [ReaderRecord] {
    let tallies = Dictionary(controls.map { ($0.person, $0) }) { first, _ in first }
    return Set(events.keys).union(settlements.keys).union(tallies.keys).sorted().map { person in
      ReaderRecord(
        person: person,
        decisions: (events[person]?.count ?? 0) + (settlements[person] ?? 0),
        controls: tallies[person]?.answered ?? 0, differing: tallies[person]?.differing ?? 0)
    }
  }
}
