internal import BlockList
internal import CaseFile
internal import IMEI
internal import Intake

/// Makes the records of numbers from what photos show of them.
struct NumberBuilder {
  let answers: AnswerBook
  let types: TypeBook
  let askings: AskingBook
  /// When decisions were made, by event.
  let times: [Int64: String]

  /// One number from all the places that show it.
  ///
  /// - Parameters:
  ///   - number: as the rules of exhibits see it.
  ///   - numbers: everything on the photos; what is of other numbers is passed over.
  ///   - alsoOn: the references of other exhibits that bear it.
  func record(_ number: ExhibitNumber, from numbers: [PhotoNotes.Number], alsoOn: [String] = [])
    -> NumberRecord
  {
    let digits = number.number
    let key = String(digits.prefix(14))
    let group = numbers.filter { $0.key == key }
    // Fourteen digits are the same number without its check digit; another check digit is another number.
    let same = group.filter { $0.digits == digits || $0.digits == key }
    let shown = same.enumerated().sorted { one, two in
      let (left, right) = (Self.strength(one.element), Self.strength(two.element))
      return left == right ? one.offset < two.offset : left > right
    }.map(\.element)
    let read = same.filter { $0.standing.state.machine.number == $0.digits }
    let found = answers.answer(to: digits, isFlagged: number.isFlagged)
    let imei = IMEI(digits)
    let type = types.type(of: String(digits.prefix(8)))
    return NumberRecord(
      digits: digits, formatted: imei?.formatted ?? IMEISV(digits)?.formatted ?? digits,
      standing: Self.standing(of: number),
      slots: number.slots, checkDigit: (imei?.checkDigit ?? .absent).rawValue,
      reportingBody: Self.words(imei?.reportingBody), typeAllocationCode: String(digits.prefix(8)),
      make: type?.make, model: type?.model, typeAllocationList: type?.list,
      answer: found?.answer ?? .notChecked(because: .noListLoaded), answeredAt: found?.askedAt,
      asking: found.flatMap { askings.asking(on: $0.occasion) },
      sources: Set(read.flatMap(\.sources)).sorted(),
      confidence: read.compactMap(\.confidence).max(),
      opinions: opinions(group), settledBy: group.compactMap(\.standing.state.settledBy).last,
      settlement: group.compactMap(settlement).last,
      sightings: shown.map {
        NumberRecord.Sighting(
          photo: $0.standing.subject.photo, position: $0.position, box: $0.box,
          cropSHA256: $0.crop)
      }, alsoOn: alsoOn)
  }

  /// A number that needs somebody yet does not count, whatever it rests on.
  private static func standing(of number: ExhibitNumber) -> NumberRecord.Standing {
    guard number.isResolved else { return .open }
    return number.standing == .settled ? .settled : .accepted
  }

  private static func strength(_ number: PhotoNotes.Number) -> Int {
    switch number.standing.state.phase {
    case .settled: 2
    case .accepted: 1
    default: 0
    }
  }

  private static func words(_ body: ReportingBody?) -> String {
    body.map { "\($0.code) (\($0.name), \($0.state.rawValue))" } ?? "not known"
  }

  private func settlement(_ number: PhotoNotes.Number) -> OpinionRecord? {
    let state = number.standing.state
    guard let person = state.settledBy, let event = state.settlement else { return nil }
    return OpinionRecord(
      person: person, digits: state.number, isBlind: false, time: times[event] ?? "", event: event,
      photo: number.standing.subject.photo)
  }

  private func opinions(_ group: [PhotoNotes.Number]) -> [OpinionRecord] {
    let opinions = group.flatMap { number in
      number.standing.state.opinions.map { (opinion: $0, photo: number.standing.subject.photo) }
    }
    return opinions.sorted { $0.opinion.sequence < $1.opinion.sequence }.map { opinion, photo in
      OpinionRecord(
        person: opinion.person, digits: opinion.value.number, isBlind: opinion.isBlind,
        time: times[opinion.sequence] ?? "", event: opinion.sequence, photo: photo)
    }
  }
}
