public import CaseFile
public import Intake

/// Small grey pictures of a record's photos, kept in a private folder that goes with this value's last owner.
///
/// The originals are opened by workers alone, which are locked in; here only the PNG files that they hand back
/// are decoded. The same photos give the same bytes, with any number of workers.
public final class ReportThumbnails: Sendable {
  /// The most bytes of a picture: systems that take pictures one by one often take no more than 1 MB.
  public static let mostBytes = 1_000_000

  /// How much of a photo they show.
  public let mode: ThumbnailMode
  /// Why there is none of a photo, by SHA-256, a sentence each.
  public let remarks: [String: String]
  private let folder: PrivateFolder
  private let photos: Set<String>

  private init(
    mode: ThumbnailMode, folder: PrivateFolder, photos: Set<String>, remarks: [String: String]
  ) {
    self.mode = mode
    self.folder = folder
    self.photos = photos
    self.remarks = remarks
  }

  /// Makes a picture of every photo of a record.
  ///
  /// A photo whose original is missing or no longer as recorded has none, and a remark instead; so has one that
  /// cannot be decoded. Refused photos have none.
  ///
  /// - Parameters:
  ///   - originals: where the station keeps copies of originals; nil when there are none but those at the
  ///     paths that the case knows.
  ///   - pool: workers that do not follow symbolic links; as many photos are in hand as it has jobs.
  ///   - progress: told how many photos are done of how many; called one at a time.
  /// - Throws: `CaseFileError`; `IntakeError`: `stopped`, `workerUnavailable`; ``ReportingError``
  ///   `unwritable`; `CancellationError`.
  public static func make(
    of record: HaulRecord, in file: CaseFile, originals: OriginalStore?,
    mode: ThumbnailMode = .redacted,
    pool: WorkerPool, progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
  ) async throws -> ReportThumbnails {
    try await make(
      of: record, in: file, originals: originals, mode: mode, jobs: pool.configuration.jobs,
      preview: { try await pool.preview($0, side: $1, of: $2) }, progress: progress)
  }

  /// As above; `preview` gives a PNG file of a path's first page with a longest side, or nil when its bytes are
  /// not of this SHA-256.
  static func make(
    of record: HaulRecord, in file: CaseFile, originals: OriginalStore?, mode: ThumbnailMode,
    jobs: Int, preview: @escaping ThumbnailMaker.Preview,
    progress: @Sendable (_ done: Int, _ of: Int) -> Void
  ) async throws -> ReportThumbnails {
    let folder = try PrivateFolder()
    guard mode != .none else {
      return ReportThumbnails(mode: mode, folder: folder, photos: [], remarks: [:])
    }
    let wanted = ThumbnailOrder.all(of: record)
    let maker = ThumbnailMaker(
      file: file, originals: originals, mode: mode, folder: folder, preview: preview)
    var made: Set<String> = []
    var remarks: [String: String] = [:]
    try await withThrowingTaskGroup(of: (String, String?).self) { group in
      var rest = wanted[...]
      var done = 0
      func begin() {
        guard let order = rest.popFirst() else { return }
        group.addTask { (order.photo, try await maker.make(order)) }
      }
      // One more than there are workers, so that none waits while a picture is put away.
      for _ in 0...max(1, jobs) { begin() }
      while let (photo, remark) = try await group.next() {
        if let remark { remarks[photo] = remark } else { made.insert(photo) }
        done += 1
        progress(done, wanted.count)
        begin()
      }
    }
    return ReportThumbnails(mode: mode, folder: folder, photos: made, remarks: remarks)
  }

  /// The picture of a photo, a grey PNG file of less than 1 MB; nil when there is none.
  ///
  /// - Throws: ``ReportingError`` `unwritable` when the folder was taken away meanwhile.
  public func png(of photo: String) throws(ReportingError) -> [UInt8]? {
    guard photos.contains(photo) else { return nil }
    guard let bytes = folder.read(photo) else {
      throw ReportingError(
        .unwritable, "the small picture of photo \(photo) is no longer in the temporary folder",
        cure: "See that nothing cleans that folder up meanwhile, and try again.")
    }
    return bytes
  }
}

extension HaulRecord {
  /// The record with what is to be remarked about photos that have no small picture.
  public func remarking(_ thumbnails: ReportThumbnails) -> HaulRecord {
    func remarked(_ photos: [PhotoRecord]) -> [PhotoRecord] {
      photos.map { photo in
        var photo = photo
        if let remark = thumbnails.remarks[photo.sha256] { photo.remarks.append(remark) }
        return photo
      }
    }
    var copy = self
    for index in copy.exhibits.indices {
      copy.exhibits[index].photos = remarked(copy.exhibits[index].photos)
    }
    copy.unassignedPhotos = remarked(copy.unassignedPhotos)
    return copy
  }
}
