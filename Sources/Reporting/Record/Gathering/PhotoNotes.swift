internal import CaseFile
internal import Intake

/// What the record needs of a photo, without the bulk of its result.
struct PhotoNotes {
  /// A number on the photo, by the machine or by people.
  struct Number {
    let standing: NumberStanding
    /// As the rules of exhibits see it.
    let sighting: ExhibitSighting
    /// The reading's place in the result; nil when a person saw what no reading is of.
    let position: Int?
    let sources: [String]
    let confidence: Double?
    let box: [[Int]]
    /// SHA-256 of the picture of its digits; nil when the case keeps none.
    let crop: String?

    /// The digits that it counts with, or would.
    var digits: String? { sighting.number }
    var key: String? { digits.map { String($0.prefix(14)) } }
  }

  let photo: Photo
  let run: RunID?
  let readAt: String?
  let isTurned: Bool
  let remarks: [String]
  let numbers: [Number]

  init(_ content: PhotoContent, _ result: PhotoResult?) {
    photo = content.photo
    run = content.result?.run
    readAt = content.result?.recordedAt
    isTurned = (result?.orientation ?? 1) >= 5
    remarks = [result?.reason].compactMap(\.self) + (result?.warnings ?? [])
    let readings = result?.readings ?? []
    numbers = zip(content.standing.numbers, content.sightings).map { standing, sighting in
      var position: Int?
      if case .read(let place) = standing.subject.number { position = place }
      let reading = position.flatMap { readings.indices.contains($0) ? readings[$0] : nil }
      return Number(
        standing: standing, sighting: sighting, position: position,
        sources: reading?.sources ?? [], confidence: reading?.confidence,
        box: reading.map(Self.box) ?? [],
        crop: position.flatMap { content.cropDigests[$0] })
    }
  }

  /// Where a reading lies in the photo; nowhere when it stands on a further page.
  private static func box(_ reading: PhotoResult.Reading) -> [[Int]] {
    reading.page == 1 ? reading.box.map { [$0.x, $0.y] } : []
  }

  /// The result in force; nil when there is none.
  ///
  /// - Throws: ``ReportingError`` `notReady` when it is no result of this kit.
  static func result(of content: PhotoContent) throws(ReportingError) -> PhotoResult? {
    guard let kept = content.result else { return nil }
    do throws(IntakeError) {
      return try PhotoResult(json: kept.current.utf8)
    } catch {
      throw ReportingError(
        .notReady, "the result of photo \(kept.photo) cannot be read: \(error.message)",
        cure: "Run `imeikit audit verify`, and go back to a copy of the case that verifies.")
    }
  }
}

extension PhotoRecord {
  /// A photo as it is reported.
  ///
  /// - Parameter run: the run in which the result in force was read.
  init(_ notes: PhotoNotes, names: [[UInt8]], run: Run?) {
    let photo = notes.photo
    self.init(
      sha256: photo.sha256, names: names, size: photo.size,
      width: notes.isTurned ? photo.height : photo.width,
      height: notes.isTurned ? photo.width : photo.height,
      unverifiedCameraTime: photo.unverifiedCameraTime, status: photo.status,
      remarks: notes.remarks, digits: Set(notes.numbers.compactMap(\.digits)).sorted(),
      exhibits: photo.exhibits, recordedAt: photo.recordedAt, person: run?.person ?? "",
      program: run?.program ?? "", readAt: notes.readAt, run: run?.id.text)
  }
}

extension [UInt8] {
  /// A path's bytes without its folders.
  var fileName: [UInt8] {
    guard let slash = lastIndex(of: UInt8(ascii: "/")) else { return self }
    return Array(self[(slash + 1)...])
  }
}
