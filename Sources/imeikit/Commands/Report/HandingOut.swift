import BlockList
import CaseFile
import Intake
import Reporting

/// Hands out what a case holds: takes its record, has it written into a folder, logs the disclosure, and only
/// then gives the folder its name.
///
/// All of it is done on a queue of this actor's own, where disk, case and libraries are waited for.
actor HandingOut {
  private let order: HandOutOrder
  private let executor = QueueExecutor(label: "imeikit.report")
  private let isStopped = StopFlag()

  /// The queue on which the disk is waited for.
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  init(_ order: HandOutOrder) { self.order = order }

  /// Does all of it.
  ///
  /// The case is read without opening it for work, so that the record's last event is that of the last work on
  /// the case, and copies of a case file give the same bytes. What others do meanwhile is not in it.
  ///
  /// - Parameter write: writes everything, and says what is to be logged.
  /// - Throws: `ReportingError`, `CaseFileError`, `IntakeError`; `Failure` when it was stopped.
  func run(_ write: @Sendable (HandOutStage) throws -> AuditEntry) async throws -> HandOutResult {
    let pool = order.reading?.pool(followsLinks: false)
    let isStopped = isStopped
    let signals = StopSignals {
      isStopped.set()
      pool?.stop()
    }
    defer { signals.cancel() }
    let steps = StepLine(isShown: !order.talk.isQuiet)
    defer { steps.clear() }
    // First, so that a folder that is there already is told of before the work.
    let folder = try StagedFolder(order.out)
    steps.show("Taking the record of the case")
    let file = try order.person.open(order.casePath, .readOnly)
    defer { try? file.close() }
    var record = try HaulRecord(of: file)
    if order.hashesOriginals == true { record = try hashing(record, in: file, steps) }
    let thumbnails = try await thumbnails(of: record, in: file, pool: pool, steps: steps)
    if let thumbnails { record = record.remarking(thumbnails) }
    try isStopped.check()
    let stage = HandOutStage(
      file: file, record: record, images: images(of: file, thumbnails), thumbnails: thumbnails,
      folder: folder, steps: steps, order: order)
    var entry = try write(stage)
    if order.hashesOriginals != nil {
      entry.details["hashedAgain"] = Self.details(record.originals)
    }
    try isStopped.check()
    let entries = folder.entries
    // Whoever closes a case last takes its log of writes away, which a reader cannot.
    try file.close()
    steps.show("Logging the disclosure")
    try log(entry)
    try folder.publish()
    return HandOutResult(
      record: record, entries: entries, log: entry, withoutThumbnail: thumbnails?.remarks.count ?? 0
    )
  }

  /// The record with what hashing the originals again shows.
  ///
  /// What the case knows already, all of them unchanged above all, is no event of its own: else no two reports would be
  /// of the same state. The disclosure has the counts. What it does not know is recorded, and taking the record
  /// again then fails until somebody has acknowledged it.
  private func hashing(
    _ record: HaulRecord, in file: CaseFile, _ steps: StepLine
  ) throws -> HaulRecord {
    var record = record
    let isStopped = isStopped
    let checks = try file.originalsNow(copies: order.originals()) { done, all in
      try isStopped.check()
      steps.show("Hashing originals", done: done, of: all)
    }
    if try !file.newDeviations(checks).isEmpty {
      let work = try order.person.open(order.casePath)
      do {
        try work.takeNote(of: checks)
      } catch let error as CaseFileError where error.code == .caseClosed {
        try? work.end()
        throw ReportingError(
          .notReady, "originals are not as they were recorded, and the case is closed",
          cure: "Open it with `imeikit case reopen`, and see `imeikit case originals --check`.")
      } catch {
        try? work.end()
        throw error
      }
      try work.end()
      record = try HaulRecord(of: file)
    }
    record.originals = OriginalsRecord(checks)
    return record
  }

  private static func details(_ originals: OriginalsRecord) -> AuditValue {
    guard originals.isHashed else { return .text("left out") }
    return .object(
      Dictionary(
        uniqueKeysWithValues: OriginalCheck.Outcome.allCases.map {
          ($0.rawValue, .count(originals.counts[$0, default: 0]))
        }))
  }

  private func thumbnails(
    of record: HaulRecord, in file: CaseFile, pool: WorkerPool?, steps: StepLine
  ) async throws -> ReportThumbnails? {
    guard order.thumbnails != .none, let pool else { return nil }
    let thumbnails = try await ReportThumbnails.make(
      of: record, in: file, originals: order.originals(), mode: order.thumbnails,
      pool: pool, progress: { done, all in steps.show("Small pictures", done: done, of: all) })
    await pool.end()
    return thumbnails
  }

  /// The pictures, none of which is given any more once the work was stopped.
  private func images(of file: CaseFile, _ thumbnails: ReportThumbnails?) -> ReportImages {
    let images = ReportImages(of: file, thumbnails: thumbnails)
    let isStopped = isStopped
    return ReportImages(
      crop: { photo, position in
        try isStopped.check()
        return try images.crop(photo, position)
      },
      thumbnail: { photo in
        try isStopped.check()
        return try images.thumbnail(photo)
      })
  }

  /// Logged before anything leaves. A publishing that fails afterwards leaves a logged disclosure that did not
  /// happen, never one unlogged.
  private func log(_ entry: AuditEntry) throws {
    let work = try order.person.open(order.casePath)
    do {
      _ = try work.log([entry])
    } catch {
      try? work.end()
      throw error
    }
    try work.end()
  }
}
