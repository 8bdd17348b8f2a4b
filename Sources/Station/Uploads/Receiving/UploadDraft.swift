internal import BlockList
internal import Intake

/// One file that is being received, on the queue that it is written on.
actor UploadDraft {
  private let executor: QueueExecutor
  private let open: @Sendable () throws -> OriginalDraft
  private var draft: OriginalDraft?

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A draft; the file is made when the first bytes come.
  init(on executor: QueueExecutor, open: @escaping @Sendable () throws -> OriginalDraft) {
    self.executor = executor
    self.open = open
  }

  /// - Throws: `IntakeError` of code `diskFull` or `inputOutput`.
  func write(_ bytes: [UInt8]) throws {
    if draft == nil { draft = try open() }
    try draft?.write(bytes)
  }

  /// Makes the file lasting.
  ///
  /// - Throws: `IntakeError` of code `diskFull` or `inputOutput`.
  func finish() throws -> DraftedOriginal {
    defer { draft = nil }
    return try (draft ?? open()).finish()
  }

  /// Takes the file away.
  func discard() {
    draft = nil
  }
}
