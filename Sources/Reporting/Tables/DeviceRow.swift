internal import BlockList
internal import CaseFile
internal import IMEI

/// What a row of the table of devices is about: a number on an exhibit, an exhibit without one, or what a
/// photo shows that belongs to no exhibit.
struct DeviceRow: Sendable {
  let heading: CaseHeading
  let exhibit: ExhibitRecord?
  let number: NumberRecord?
  /// The digits as read; nil when there are none.
  let digits: String?
  /// The photos that show it, or all of an exhibit without a number.
  let photos: [PhotoRecord]

  /// The digits in groups.
  var formatted: String? {
    number?.formatted
      ?? digits.flatMap { digits in
        IMEI(digits)?.formatted ?? IMEISV(digits)?.formatted ?? digits
      }
  }

  /// How far it is: of a number, else of the exhibit, else of the photo.
  var state: String? {
    number?.standing.rawValue ?? exhibit?.answer.rawValue ?? photos.first?.status
  }

  /// The block-list answer; nothing for digits that the record has no answer on.
  var answer: String? {
    guard number == nil, digits == nil else { return number?.answer.state.rawValue }
    return "notChecked"
  }

  /// How it was read: the machine's sources, then people.
  var means: [String] {
    guard let number else { return [] }
    let seen = number.opinions.filter { $0.digits != nil }
    return number.sources
      + (seen.contains(where: \.isBlind) ? ["person.keyed"] : [])
      + (seen.contains { !$0.isBlind } ? ["person.confirmed"] : [])
  }

  /// What is known besides: the exhibit's description, why it is unresolved, and remarks on the photos.
  var notes: [String] {
    var notes: [String] = []
    if let description = exhibit?.exhibit.details.description { notes.append(description) }
    notes += exhibit?.reasons ?? []
    for photo in photos {
      notes += photo.remarks
      let names = photo.names.map(CellText.name)
      notes += names.dropFirst().map { "\(names[0]) came again as \($0)." }
    }
    return notes
  }

  /// The SHA-256 of the pictures of the digits, beside the photos they are of.
  var crops: [String?] {
    let sightings = number?.sightings ?? []
    return photos.map { photo in
      sightings.first { $0.photo == photo.sha256 && $0.cropSHA256 != nil }?.cropSHA256
    }
  }

  /// Every row of a record, exhibits first, in the record's order.
  static func all(of record: HaulRecord) -> [DeviceRow] {
    record.exhibits.flatMap { rows(of: $0, record.heading) }
      + unassigned(of: record)
  }

  private static func rows(of exhibit: ExhibitRecord, _ heading: CaseHeading) -> [DeviceRow] {
    guard !exhibit.numbers.isEmpty else {
      return [
        DeviceRow(
          heading: heading, exhibit: exhibit, number: nil, digits: nil, photos: exhibit.photos)
      ]
    }
    return exhibit.numbers.map { number in
      let shown = Set(number.sightings.map(\.photo))
      return DeviceRow(
        heading: heading, exhibit: exhibit, number: number, digits: number.digits,
        photos: exhibit.photos.filter { shown.contains($0.sha256) })
    }
  }

  private static func unassigned(of record: HaulRecord) -> [DeviceRow] {
    let numbers = Dictionary(
      record.unassignedNumbers.map { ($0.digits, $0) }, uniquingKeysWith: { first, _ in first })
    // Digits that lack the check digit are of the same number as those with it.
    let bodies = Dictionary(
      record.unassignedNumbers.map { (String($0.digits.prefix(14)), $0) },
      uniquingKeysWith: { first, _ in first })
    return record.unassignedPhotos.flatMap { photo in
      let all: [String?] = photo.digits.isEmpty ? [nil] : photo.digits
      return all.map { digits in
        DeviceRow(
          heading: record.heading, exhibit: nil,
          number: digits.flatMap { numbers[$0] ?? bodies[$0] },
          digits: digits, photos: [photo])
      }
    }
  }
}
