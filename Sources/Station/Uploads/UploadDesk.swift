internal import CaseFile
internal import Intake
internal import Synchronization

/// Where uploads are received and recorded.
public final class UploadDesk: Sendable {
  /// Uploads end while there is still room for the case file to grow.
  static let reservedBytes = 64 << 20

  /// The largest file taken.
  let maximumFileBytes: Int
  /// Tells of arrivals and of what was read.
  let notices = UploadNotices()
  /// Adopts and records what was received.
  let ledger: UploadLedger
  private let desk: CaseDesk
  private let store: OriginalStore
  private let lanes = FileLanes()
  private let drafts = Mutex<OriginalDrafts?>(nil)
  private let freeBytes: @Sendable (OriginalDrafts) -> Int
  private let isSwept = Mutex(false)

  /// A desk; nothing is made before the first upload.
  convenience init(desk: CaseDesk, originals: OriginalStore, maximumFileBytes: Int) {
    self.init(
      desk: desk, originals: originals, maximumFileBytes: maximumFileBytes,
      freeBytes: \.freeBytes
    ) { batches in try await desk.use { try $0.recordUploads(batches) } }
  }

  init(
    desk: CaseDesk, originals: OriginalStore, maximumFileBytes: Int,
    freeBytes: @escaping @Sendable (OriginalDrafts) -> Int, writes: @escaping UploadLedger.Record
  ) {
    self.desk = desk
    self.maximumFileBytes = maximumFileBytes
    self.freeBytes = freeBytes
    store = originals
    ledger = UploadLedger(store: originals, writes: writes) { sha256 in
      try await desk.use { try $0.tells(ofPhoto: sha256) }
    }
  }

  /// Takes away what a killed server left half received; to be called before uploads are taken. Does nothing the
  /// second time.
  ///
  /// - Throws: `CaseFileError`, `IntakeError`.
  public func prepare() async throws {
    let isFirst = isSwept.withLock { swept in
      defer { swept = true }
      return !swept
    }
    guard isFirst else { return }
    let (desk, store) = (desk, store)
    _ = try await ledger.whileIdle {
      try await desk.use { file in
        try store.sweepDrafts { try file.tells(ofPhoto: $0) }
      }
    }
  }

  /// A receiver of one file.
  func receiver() -> UploadReceiver {
    let draft = UploadDraft(on: lanes.next()) { [self] in try openDraft() }
    return UploadReceiver(draft, maximumBytes: maximumFileBytes)
  }

  /// Adopts and records what a request brought.
  ///
  /// - Throws: `CaseFileError`, `IntakeError`; nothing of the request is left then.
  func record(
    _ received: ReceivedUploads, key: String?, person: String
  ) async throws -> [UploadRecord] {
    let batch = UploadBatch(
      received.kept.map(\.upload), key: key, keyDigest: key == nil ? nil : received.digest,
      person: person)
    let records = try await ledger.record(
      UploadLedger.Entry(batch: batch, drafts: received.kept.map(\.draft)))
    if records.contains(where: { $0.state == .waiting }) { notices.tell(.arrival) }
    return records
  }

  private func openDraft() throws -> OriginalDraft {
    let drafts = try drafts.withLock { drafts in
      if let drafts { return drafts }
      let made = try OriginalDrafts(for: store)
      drafts = made
      return made
    }
    guard freeBytes(drafts) >= Self.reservedBytes else {
      throw IntakeError(
        code: .diskFull, message: "The disk that the photos are kept on is full.",
        cure: "Make room there and send the photos again; what was acknowledged is safe.")
    }
    return try drafts.make()
  }
}

extension CaseFile {
  /// Whether the case tells of a photo: it was read, or received.
  fileprivate func tells(ofPhoto sha256: String) throws -> Bool {
    try photo(sha256) != nil || !uploads(ofPhoto: sha256).isEmpty
  }
}
