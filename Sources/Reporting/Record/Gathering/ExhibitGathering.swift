internal import CaseFile
internal import Intake

/// Brings the photos of each exhibit together.
struct ExhibitGathering {
  private struct Group {
    let content: ExhibitContent
    let photos: [Int]
    let numbers: [PhotoNotes.Number]
    let state: ExhibitState
  }

  private let photos: [PhotoNotes]
  private let groups: [Group]
  /// The exhibits that bear a number, by its first 14 digits, in their order.
  private var bearers: [String: [String]] = [:]

  init(_ photos: [PhotoNotes], _ exhibits: [ExhibitContent]) {
    self.photos = photos
    var places: [String: [Int]] = [:]
    for (index, notes) in photos.enumerated() {
      for reference in notes.photo.exhibits { places[reference, default: []].append(index) }
    }
    groups = exhibits.map { content in
      let own = places[content.exhibit.reference] ?? []
      let numbers = own.flatMap { photos[$0].numbers }
      return Group(
        content: content, photos: own, numbers: numbers,
        state: ExhibitRules.state(of: numbers.map(\.sighting)))
    }
    for group in groups {
      for number in group.state.numbers {
        bearers[String(number.number.prefix(14)), default: []].append(
          group.content.exhibit.reference)
      }
    }
  }

  /// Every exhibit, by reference.
  ///
  /// - Parameter records: of the photos, in their order.
  func records(_ builder: NumberBuilder, _ records: [PhotoRecord]) -> [ExhibitRecord] {
    groups.map { group in
      let reference = group.content.exhibit.reference
      let numbers = group.state.numbers.map { number in
        let others = bearers[String(number.number.prefix(14))] ?? []
        return builder.record(
          number, from: group.numbers, alsoOn: others.filter { $0 != reference })
      }
      var exhibit = ExhibitRecord(
        exhibit: group.content.exhibit, answer: group.content.answer, numbers: numbers,
        photos: group.photos.map { records[$0] },
        conflicts: group.state.disagreements.map { $0.sentence(on: reference) }
          + numbers.compactMap(\.sameNumberSentence))
      if exhibit.answer == .unresolved {
        exhibit.reasons =
          UnresolvedReasons(
            state: group.state, numbers: numbers, photos: group.photos.map { photos[$0] }
          ).sentences
      }
      return exhibit
    }
  }

  /// The numbers of photos that show no known exhibit, by digits.
  ///
  /// Two photos of no exhibit may show two devices, so they do not bear each other out.
  static func looseNumbers(_ photos: [PhotoNotes], _ builder: NumberBuilder) -> [NumberRecord] {
    let numbers = photos.flatMap(\.numbers)
    let groups = Dictionary(grouping: numbers.filter { $0.key != nil }) { $0.key ?? "" }
    return groups.sorted { $0.key < $1.key }.flatMap { _, group in
      ExhibitRules.state(of: group.map(\.sighting)).numbers.map { number in
        var record = builder.record(number, from: group)
        if number.standing == .agreed { record.standing = .open }
        return record
      }
    }
  }
}
