internal import CaseFile

/// The pictures of digits in a bag, and the table that says what was read on each.
struct BagCrops {
  /// A reading's place.
  private struct Place: Hashable {
    var photo: String
    var position: Int
  }

  /// What is known of a reading that is a number of the case.
  private struct Reading {
    var digits: String
    var box: [[Int]]
    var exhibits: [String] = []
  }

  private let photos: [PhotoRecord]
  private var readings: [Place: Reading] = [:]
  /// The last position of a photo that is known to be a number's.
  private var lastPositions: [String: Int] = [:]

  init(_ record: HaulRecord, photos: [PhotoRecord]) {
    self.photos = photos
    for exhibit in record.exhibits {
      for number in exhibit.numbers { take(number, exhibit: exhibit.exhibit.reference) }
    }
    for number in record.unassignedNumbers { take(number, exhibit: nil) }
  }

  private mutating func take(_ number: NumberRecord, exhibit: String?) {
    for sighting in number.sightings {
      guard let position = sighting.position else { continue }
      lastPositions[sighting.photo] = max(position, lastPositions[sighting.photo] ?? 0)
      let place = Place(photo: sighting.photo, position: position)
      readings[place, default: Reading(digits: number.digits, box: sighting.box)]
        .exhibits += exhibit.map { [$0] } ?? []
    }
  }

  /// Writes `crops/<photo>-<position>.png` and `crops.csv`.
  ///
  /// - Throws: ``ReportingError`` `unwritable`; what the pictures' closure throws.
  func write(_ images: ReportImages, to data: StagedFolder) throws {
    var table = BagTable("crop", "photo_sha256", "position", "digits", "box", "exhibits")
    for photo in photos {
      let known = lastPositions[photo.sha256] ?? -1
      var position = 0
      // Readings that are no number of the case have pictures too: a photo's positions go on
      // from 0, and the first one past the known ones without a picture ends them.
      while true {
        let png = try images.crop(photo.sha256, position)
        guard png != nil || position <= known else { break }
        if let png {
          let name = "crops/\(photo.sha256)-\(position).png"
          try data.write(png, to: name)
          let reading = readings[Place(photo: photo.sha256, position: position)]
          table.add(
            name, photo.sha256, "\(position)", reading?.digits ?? "",
            (reading?.box ?? []).map { $0.map(String.init).joined(separator: " ") }
              .joined(separator: "; "),
            (reading?.exhibits ?? []).map { BagTable.shown(Array($0.utf8)) }
              .joined(separator: "; "))
        }
        position += 1
      }
    }
    try data.write(table.bytes, to: "crops.csv")
  }
}
