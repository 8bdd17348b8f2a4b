internal import GRDB

/// Which program answers of lists were recorded with: an event names its session, and the session's opening
/// names the program.
struct SessionPrograms {
  private let programs: [String: String]
  private let sessions: [Int64: String]

  /// The programs of a case's rechecks, and of decisions that give a number.
  ///
  /// - Throws: ``CaseFileError`` `logDamaged` when one of these events is not as it was written.
  init(_ db: Database) throws {
    let openings = try AuditTable.events(
      after: 0, kinds: [AuditEntry.sessionOpen], limit: nil, db)
    programs = Dictionary(
      openings.compactMap { event in
        guard case .text(let program)? = event.entry.details["program"] else { return nil }
        return (event.session, program)
      }, uniquingKeysWith: { first, _ in first })
    let events = try AuditTable.events(
      where: """
        sequence IN (SELECT event FROM recheck
          UNION SELECT event FROM decision WHERE number IS NOT NULL AND kind <> 'assign')
        """, [], limit: nil, db)
    sessions = Dictionary(
      events.map { ($0.sequence, $0.session) }, uniquingKeysWith: { first, _ in first })
  }

  /// Name and version of the program that an event was recorded with; `nil` when the log does not say.
  func program(of event: Int64) -> String? { sessions[event].flatMap { programs[$0] } }
}
