internal import BlockList

/// The numbers of photos that show no known exhibit.
struct UnassignedNumbers {
  /// The flagged ones, leads included.
  let flagged: [NumberRecord]
  private let numbers: [NumberRecord]
  private let places: [String: Int]
  private let numbersByPhoto: [String: [Int]]

  init(_ record: HaulRecord) {
    numbers = record.unassignedNumbers
    flagged = numbers.filter { $0.answer.state == .flagged }
    places = Dictionary(
      record.unassignedPhotos.enumerated().map { ($0.element.sha256, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var numbersByPhoto: [String: [Int]] = [:]
    for (place, number) in numbers.enumerated() {
      for photo in Set(number.sightings.map(\.photo)) {
        numbersByPhoto[photo, default: []].append(place)
      }
    }
    self.numbersByPhoto = numbersByPhoto
    photos = record.unassignedPhotos.map(\.sha256)
  }

  private let photos: [String]

  /// The section of the photo at a place in the record.
  static func anchor(_ place: Int) -> String { "photo-\(place + 1)" }

  /// The numbers on the photo at a place.
  func at(_ place: Int) -> [NumberRecord] {
    (numbersByPhoto[photos[place]] ?? []).map { numbers[$0] }
  }

  /// The places of the photos that show a number, in their order.
  func places(of number: NumberRecord) -> [Int] {
    Set(number.sightings.compactMap { places[$0.photo] }).sorted()
  }
}
