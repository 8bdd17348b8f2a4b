import BlockList
import CaseFile
import Foundation

extension CaseHaul {
  /// Has a list asked for every number of the case, in a session of its own.
  func recheck(
    _ list: ListReference, flagging digits: String? = nil, person: String, program: String
  ) throws {
    // A millisecond after the last event, whatever the clock of the haul says by now.
    let last = try Date(
      file.auditHead()?.time ?? "",
      strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    let now = Int64((last.timeIntervalSince1970 * 1_000).rounded()) + 1
    let file = try CaseFile.open(
      at: path, mode: .readWrite,
      session: CaseSession(person: person, program: program, machine: "desk2"),
      clock: AuditClock {
        AuditClock.Reading(time: now, monotonic: now - 1_795_000_000_000, source: "test")
      })
    defer { try? file.close() }
    var answers = RecheckAnswers(lists: [list], plain: try Self.renewed(Self.answer(list)))
    if let digits { answers.found[digits] = try Self.renewed(Self.answer(flags: digits, list)) }
    _ = try file.record(answers, to: try file.recheckQuestion(for: [list]))
  }

  private static func renewed(_ answer: Answer) throws -> RenewedAnswer {
    RenewedAnswer(answer, json: String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }
}
