/// What several photos of one exhibit say together: a pure function of where each number stands.
public enum ExhibitRules {
  /// Pictures whose perceptual hashes differ in no more bits are one picture, encoded again: they do not
  /// bear each other out.
  public static let samePictureDistance = 4
  /// The most numbers of one device.
  static let mostNumbers = 2
  /// More numbers than these are not compared with one another: they are not those of one device.
  static let mostCompared = 64
  /// Numbers that differ in no more of their first 14 digits may be one, misread.
  static let misreadDigits = 2

  private struct Group {
    let key: String
    var sightings: [ExhibitSighting] = []

    var isDoubtful: Bool { !sightings.contains { $0.state.phase.isResolved } }
    var photos: [String] { sightings.map(\.photo).uniqued }
    var slots: Set<Int> { Set(sightings.compactMap(\.slot)) }

    /// The digits of the strongest sighting.
    var number: String {
      let best = sightings.max { strength($0) < strength($1) }
      return best?.number ?? key
    }

    private func strength(_ sighting: ExhibitSighting) -> Int {
      switch sighting.state.phase {
      case .settled: 3
      case .accepted: 2
      default: sighting.isPlausible ? 1 : 0
      }
    }
  }

  /// The answer of an exhibit from every number on its photos.
  public static func state(of sightings: [ExhibitSighting]) -> ExhibitState {
    var groups: [String: Group] = [:]
    var waiting = 0
    for sighting in sightings {
      guard let number = sighting.number else {
        if !sighting.state.phase.isResolved { waiting += 1 }
        continue
      }
      let key = String(number.prefix(14))
      groups[key, default: Group(key: key)].sightings.append(sighting)
    }
    let ordered = groups.values.sorted { $0.key < $1.key }
    let disagreements = disagreements(ordered)
    // Doubtful pictures do not bear each other out against another that says something else.
    let disputed = Set(
      disagreements.filter { $0.kind != .tooMany || ordered.count > mostCompared }
        .flatMap(\.numbers))
    let numbers = ordered.map { group in
      let number = number(group)
      guard number.standing == .agreed, disputed.contains(number.number) else { return number }
      return ExhibitNumber(
        number: number.number, standing: .open, photos: number.photos,
        isFlagged: number.isFlagged, slots: number.slots)
    }
    return ExhibitState(numbers: numbers, disagreements: disagreements, unreadWaiting: waiting)
  }

  private static func number(_ group: Group) -> ExhibitNumber {
    let digits = group.number
    let same = group.sightings.filter { $0.number == digits }
    let standing: ExhibitNumber.Standing
    if same.contains(where: { $0.state.phase == .settled }) {
      standing = .settled
    } else if same.contains(where: { $0.state.phase == .accepted }) {
      standing = .accepted
    } else {
      let bearing = same.filter { $0.isPlausible && $0.state.phase != .mismatch }
      standing = hasTwo(bearing) ? .agreed : .open
    }
    return ExhibitNumber(
      number: digits, standing: standing, photos: group.photos,
      isFlagged: group.sightings.contains { $0.state.isFlagged }, slots: group.slots.sorted())
  }

  /// Whether there are two pictures of which none was made from the other.
  private static func hasTwo(_ sightings: [ExhibitSighting]) -> Bool {
    var kept: [ExhibitSighting] = []
    for sighting in sightings {
      let isCopy = kept.contains { other in
        if other.photo == sighting.photo { return true }
        guard let one = other.perceptualHash, let two = sighting.perceptualHash else {
          return false
        }
        return (one ^ two).nonzeroBitCount <= samePictureDistance
      }
      if !isCopy { kept.append(sighting) }
      if kept.count == 2 { return true }
    }
    return false
  }

  private static func disagreements(_ groups: [Group]) -> [ExhibitDisagreement] {
    var found: [ExhibitDisagreement] = []
    func add(_ kind: ExhibitDisagreement.Kind, _ groups: [Group], _ numbers: [String]) {
      found.append(
        ExhibitDisagreement(
          kind: kind, numbers: numbers, photos: groups.flatMap(\.photos).uniqued))
    }
    for group in groups {
      let numbers = Set(group.sightings.compactMap(\.number)).sorted()
      // Fourteen digits alone do not differ from the same with a check digit.
      if numbers.count(where: { $0.count > 14 }) > 1 { add(.checkDigit, [group], numbers) }
    }
    guard groups.count <= mostCompared else {
      add(.tooMany, groups, groups.map(\.number))
      return found
    }
    for (index, one) in groups.enumerated() {
      for two in groups[(index + 1)...] {
        let pair = [one.number, two.number]
        if !one.slots.isDisjoint(with: two.slots) {
          add(.sameSlot, [one, two], pair)
        } else if one.isDoubtful || two.isDoubtful,
          zip(one.key, two.key).count(where: { $0 != $1 }) <= misreadDigits
        {
          add(.similar, [one, two], pair)
        }
      }
    }
    let certain = groups.filter { number($0).standing > .open }
    if certain.count > mostNumbers { add(.tooMany, certain, certain.map(\.number)) }
    return found
  }
}

extension Sequence where Element: Hashable {
  /// Every element once, in order of the first of each.
  var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
