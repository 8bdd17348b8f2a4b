internal import CaseFile
internal import Intake

/// Uploads that are read together.
struct TakenBatch {
  private let services: StationServices
  /// The uploads of each photo, by the path of its original.
  private let uploads: [PhotoPath: [UploadRecord]]

  init(_ uploads: [UploadRecord], services: StationServices) {
    self.services = services
    self.uploads = Dictionary(grouping: uploads) {
      services.originals.path(of: $0.sha256).absolute
    }
  }

  /// Reads the photos; the case makes their uploads read, and the photos ones of their exhibits, together with
  /// the results.
  ///
  /// - Throws: `CaseFileError`, `IntakeError`, `CancellationError`; what was not read can be taken again then.
  func take(_ intake: CaseIntake) async throws {
    let listing = PhotoListing(entries: uploads.keys.map { PhotoListing.Entry(path: $0) })
    do {
      // Exhibits named by folders were taken from the names that the files were sent under.
      _ = try await intake.take(listing, roots: []) { try await told($0) }
    } catch {
      // What this process has claimed would keep it from trying again.
      try? await services.desk.use { file in
        try file.release(uploads.keys.map { FileClaim(path: $0.bytes) })
      }
      throw error
    }
  }

  private func told(_ taken: CaseIntake.Taken) async throws {
    let result = taken.result
    let uploads = uploads[result.path] ?? []
    if result.sha256 != uploads.first?.sha256 {
      // A worker that ended over it, or an original that is gone: no result tells of these bytes.
      _ = try await services.desk.use { file in
        try file.finishUploads(
          uploads.map(\.id), state: .refused,
          reason: [result.reason, result.cure].compactMap(\.self).joined(separator: " "))
      }
    }
    services.progress.read(uploads.count)
    for upload in uploads {
      services.uploads.notices.tell(.upload(upload.id))
      let event = PhotoEvent(
        sha256: upload.sha256, upload: upload.id, status: result.status.rawValue,
        flagged: result.isFlagged)
      services.events.publish(try event.event())
    }
  }
}
