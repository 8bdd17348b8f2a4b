import BlockList
import CaseFile

/// Checks the log of a case that is being worked on, on a queue of its own: it takes seconds.
actor AuditDesk {
  private let casePath: String
  private let session: CaseSession
  private let executor = QueueExecutor(label: "imeikit.audit")

  /// The queue on which the case's file is waited for.
  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// A desk for the case at a path.
  init(casePath: String, session: CaseSession) {
    self.casePath = casePath
    self.session = session
  }

  /// Every fault in a sentence, as `imeikit audit verify` names it; none when the log is whole and the case
  /// is what the log says.
  func faults() throws -> [String] {
    let file = try CaseFile.open(at: casePath, mode: .readOnly, session: session)
    defer { try? file.close() }
    let verdict = try file.auditVerdict(
      heads: StationPlaces.heads(), key: StationPlaces.publicKey())
    guard verdict.isWhole else { return verdict.lines }
    return try CaseConsistency(file).faults().map(\.message)
  }
}
