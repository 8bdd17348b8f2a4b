internal import CaseFile

/// Numbers that wait for others than the person who asks: for whom, and why not for him.
struct ReviewWaiting: Sendable, Hashable, Encodable {
  /// The most photos that are named.
  static let mostPhotos = 20

  /// How whoever they wait for is asked: `blind` needs one who has not seen a value, `settle` a third who may
  /// settle.
  let kind: ReviewKind
  /// How many.
  var numbers = 0
  /// Who has decided on some of them or was shown a value, by label.
  var people: [String] = []
  /// How many of them nobody known to the case can decide on.
  var withoutReader = 0
  /// How many of them the person may decide on having seen the values, as officer in charge.
  var openEyes = 0
  /// Photos of those, by SHA-256.
  var photos: [String] = []

  private enum Key: String, CodingKey {
    case kind, numbers, people, withoutReader, openEyes, photos
  }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(kind, forKey: .kind)
    try keys.encode(numbers, forKey: .numbers)
    try keys.encode(people.map { $0.visible() }, forKey: .people)
    try keys.encode(withoutReader, forKey: .withoutReader)
    try keys.encode(openEyes, forKey: .openEyes)
    try keys.encode(photos, forKey: .photos)
  }
}

extension ReviewIndex {
  /// What waits for others than a person, by how they would be asked; nothing for a kind of which none waits.
  ///
  /// - Parameter team: everybody known to the case.
  func waiting(
    for reviewer: Reviewer, shown: ShownNumbers, team: [Reviewer]
  ) -> [ReviewWaiting] {
    var found: [ReviewKind: ReviewWaiting] = [:]
    var people: [ReviewKind: Set<String>] = [:]
    for number in all where !reviewer.mayDecide(number, shown) {
      var waiting = found[number.kind] ?? ReviewWaiting(kind: number.kind)
      waiting.numbers += 1
      people[number.kind, default: []].formUnion(number.people)
      if number.kind == .blind {
        people[number.kind, default: []].formUnion(shown.people(of: number.subject))
      }
      if !team.contains(where: { $0.mayDecide(number, shown) }) { waiting.withoutReader += 1 }
      if reviewer.mayDecideOpenly(number, shown) {
        waiting.openEyes += 1
        if waiting.photos.count < ReviewWaiting.mostPhotos,
          waiting.photos.last != number.subject.photo
        {
          waiting.photos.append(number.subject.photo)
        }
      }
      found[number.kind] = waiting
    }
    return ReviewKind.allCases.compactMap { kind in
      found[kind].map { waiting in
        var waiting = waiting
        waiting.people = (people[kind] ?? []).sorted()
        return waiting
      }
    }
  }
}
