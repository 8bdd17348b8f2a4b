/// A photo of which a small picture is wanted.
struct ThumbnailOrder: Sendable, Hashable {
  /// SHA-256 of the photo.
  let photo: String
  /// The photo's upright size in pixels.
  let width: Int
  let height: Int
  /// Where its numbers lie, four corners each.
  let places: [[[Int]]]

  /// Every photo of a record once, in the record's order; those that are no pictures are left out.
  static func all(of record: HaulRecord) -> [ThumbnailOrder] {
    var places: [String: [[[Int]]]] = [:]
    for number in record.exhibits.flatMap(\.numbers) + record.unassignedNumbers {
      for sighting in number.sightings where !sighting.box.isEmpty {
        places[sighting.photo, default: []].append(sighting.box)
      }
    }
    var seen: Set<String> = []
    return (record.exhibits.flatMap(\.photos) + record.unassignedPhotos).compactMap { photo in
      guard photo.status != "refused", seen.insert(photo.sha256).inserted else { return nil }
      return ThumbnailOrder(
        photo: photo.sha256, width: photo.width ?? 0, height: photo.height ?? 0,
        places: places[photo.sha256] ?? [])
    }
  }
}
