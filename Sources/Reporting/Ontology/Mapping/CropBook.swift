internal import Crypto

/// The pictures of digits that a case keeps, by the photos that they were cut out of.
struct CropBook {
  /// One picture.
  struct Crop: Hashable, Sendable {
    /// SHA-256 of the photo.
    let photo: String
    /// The reading's place in the photo's result, from 0.
    let position: Int
    /// SHA-256 of the PNG file.
    let sha256: String
    /// Bytes of the PNG file; nil when it was not to be had.
    var size: Int64?
    /// What the file says of its picture.
    var header: PNGHeader?

    /// What the kit calls the file, in bags as well.
    var name: String { "\(photo)-\(position).png" }
  }

  private var crops: [String: [Crop]] = [:]

  /// The pictures of every photo of a record, each looked at once.
  ///
  /// - Throws: ``ReportingError`` `notReady` when a picture is not the one that was recorded; what the
  ///   pictures' closure throws.
  init(_ record: HaulRecord, images: ReportImages) throws {
    var recorded: [String: [Int: String]] = [:]
    var last: [String: Int] = [:]
    let numbers = record.exhibits.flatMap(\.numbers) + record.unassignedNumbers
    for sighting in numbers.flatMap(\.sightings) {
      guard let position = sighting.position else { continue }
      last[sighting.photo] = max(position, last[sighting.photo] ?? 0)
      recorded[sighting.photo, default: [:]][position] = sighting.cropSHA256
    }
    for photo in record.exhibits.flatMap(\.photos) + record.unassignedPhotos
    where crops[photo.sha256] == nil {
      crops[photo.sha256] = try Self.crops(
        of: photo.sha256, recorded: recorded[photo.sha256] ?? [:], last: last[photo.sha256] ?? -1,
        images)
    }
  }

  /// The pictures cut out of a photo, by position.
  func crops(of photo: String) -> [Crop] { crops[photo] ?? [] }

  /// The picture of a reading; nil when the case keeps none.
  func crop(of sighting: NumberRecord.Sighting) -> Crop? {
    crops(of: sighting.photo).first { $0.position == sighting.position }
  }

  /// Positions go on from 0; behind those of the case's numbers, the first without a picture ends them.
  private static func crops(
    of photo: String, recorded: [Int: String], last: Int, _ images: ReportImages
  ) throws -> [Crop] {
    var crops: [Crop] = []
    var position = 0
    while true {
      if let png = try images.crop(photo, position) {
        let digest = StagedFile.hexadecimal(SHA256.hash(data: png))
        guard recorded[position] ?? digest == digest else { throw changed(photo, position) }
        crops.append(
          Crop(
            photo: photo, position: position, sha256: digest, size: Int64(png.count),
            header: PNGHeader(png)))
      } else if let digest = recorded[position] {
        crops.append(Crop(photo: photo, position: position, sha256: digest))
      } else if position > last {
        return crops
      }
      position += 1
    }
  }

  private static func changed(_ photo: String, _ position: Int) -> ReportingError {
    ReportingError(
      .notReady,
      "the picture of reading \(position) of photo \(ReportingError.shown(photo)) is not the one "
        + "that was recorded",
      cure: "Run `imeikit audit verify`, and go back to a copy of the case that verifies.")
  }
}
