internal import BlockList
public import CaseFile

/// The case as the server's handlers use it: on a queue of its own, since its calls block.
public actor CaseDesk {
  /// The case file; to be used on the desk's queue only.
  private let file: CaseFile
  private let executor = QueueExecutor(label: "imeikit.station.case")

  /// The queue on which the case's file is waited for.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// A desk for a case that is open for work.
  public init(_ file: CaseFile) {
    self.file = file
  }

  /// Another desk for the same case, on a queue of its own: for what takes so long that nobody may wait behind it.
  public nonisolated func beside() -> CaseDesk { CaseDesk(file) }

  /// Uses the case.
  ///
  /// - Throws: what `body` throws.
  public func use<Answer: Sendable>(
    _ body: @Sendable (CaseFile) throws -> Answer
  ) throws -> Answer {
    try body(file)
  }
}
