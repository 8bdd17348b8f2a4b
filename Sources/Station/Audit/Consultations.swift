internal import CaseFile
internal import Synchronization

/// Logs that people looked at something of the case, once in ten minutes for each thing.
final class Consultations: Sendable {
  private let desk: CaseDesk
  private let now: @Sendable () -> Duration
  private let log = Mutex(ConsultationLog())

  /// - Parameter now: the time by a clock that never goes back; the machine's when it is not given.
  init(_ desk: CaseDesk, now: (@Sendable () -> Duration)? = nil) {
    self.desk = desk
    let start = ContinuousClock.now
    self.now = now ?? { ContinuousClock.now - start }
  }

  /// Logs a look, unless the person had one at the same thing lately.
  ///
  /// - Parameters:
  ///   - kind: the event's kind, such as `photo.look`.
  ///   - subject: what was looked at, as events name it; nil for a whole list.
  ///   - matter: what makes two looks one, where that is more than kind and subject; not logged.
  /// - Throws: ``Problem``: what cannot be logged is not shown.
  func note(
    _ kind: String, subject: String? = nil, matter: String = "", person: String,
    details: [String: AuditValue] = [:]
  ) async throws {
    let look = "\(kind) \(subject ?? "") \(matter)"
    let isDue = log.withLock { $0.isDue(person: person, subject: look, at: now()) }
    guard isDue else { return }
    do {
      _ = try await desk.answer { file in
        try file.log([
          AuditEntry(
            act: .consultation, kind: kind, person: person, subject: subject, details: details)
        ])
      }
    } catch {
      log.withLock { $0.forget(person: person, subject: look) }
      throw error
    }
  }
}
