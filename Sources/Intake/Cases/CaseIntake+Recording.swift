internal import CaseFile

extension CaseIntake {
  /// Records results with their exhibits; what this returns from survives a kill.
  func record(
    _ results: [(Int, PhotoResult)], roots: [PhotoPath], _ queue: inout IntakeQueue,
    _ tally: inout CaseTally, _ run: RunID
  ) throws {
    var records: [RecordedPhoto] = []
    var assignments: [PhotoAssignment] = []
    for (index, result) in results {
      let photo = queue.photos[index]
      records.append(try record(of: result, photo))
      if let sha256 = result.sha256 {
        try options.copies?.keep(photo.path, sha256: sha256)
        if let named = try options.naming.exhibit(
          of: photo.path, absolute: photo.absolute, roots: roots, result: result,
          sealed: { try file.exhibits(sealedIn: $0) })
        {
          assignments.append(
            PhotoAssignment(
              photo: sha256, exhibit: named.reference, source: named.source, detail: named.detail))
        }
      }
    }
    _ = try file.record(records, run: run)
    if !assignments.isEmpty { try file.assign(assignments, addingExhibits: true) }
    for (index, result) in results {
      counts[result.status.rawValue, default: 0] += 1
      tally.read += 1
      queue.finish(index, result, isNew: true, mustKeep: result.sha256 == nil)
    }
  }

  private func record(of result: PhotoResult, _ photo: PhotoFile) throws -> RecordedPhoto {
    RecordedPhoto(
      path: photo.absolute.bytes, sha256: result.sha256, stamp: photo.stamp,
      perceptualHash: result.perceptualHash.flatMap { UInt64($0, radix: 16) },
      result: String(decoding: try result.json(), as: UTF8.self),
      crops: result.readings.enumerated().compactMap { position, reading in
        reading.cropPNG.map { RecordedCrop(position: position, png: $0) }
      })
  }
}
