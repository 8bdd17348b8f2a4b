/// Checks a log line by line, in memory that does not grow with it, and compares it with the heads
/// that were signed outside.
struct AuditVerifier {
  private let identifier: String?
  private var codes: [(typed: String, bytes: [UInt8]?)]
  private var verdict = AuditVerdict()
  private var sequences = SequenceCheck()
  private var heads: HeadCheck
  private var sessions = SessionCheck()
  private var clock = ClockCheck()
  private var before: AuditLink?
  private var pending: AuditLink?
  private var strangerTold = false

  /// - Parameters:
  ///   - identifier: the case that the log is to belong to.
  ///   - heads: what was signed outside.
  ///   - key: the public key of the station; without one signatures are not checked.
  ///   - codes: short codes as printed on reports; each must be that of an event.
  init(
    identifier: String?, heads: OutsideHeads, key: StationPublicKey?, codes: [String] = []
  ) {
    self.identifier = identifier
    self.heads = HeadCheck(identifier: identifier, outside: heads, key: key)
    self.codes = codes.map { ($0, ShortCode.bytes($0)) }
  }

  /// Takes the next row.
  mutating func take(_ row: AuditRow) {
    let link = AuditLink(row)
    judge(after: link)
    before = pending
    pending = link
  }

  /// Adds a fault that was found beside the rows.
  mutating func add(_ fault: AuditFault) { verdict.add(fault) }

  /// What came of all rows.
  mutating func finish() -> AuditVerdict {
    judge(after: nil)
    for fault in sequences.missing() { verdict.add(fault) }
    heads.finish(last: sequences.last, isChainWhole: verdict.isWhole)
    for fault in heads.faults { verdict.add(fault) }
    for code in codes {
      verdict.add(
        AuditFault(
          .codeUnknown, nil,
          "no event of the log has the code \(Shown.text(code.typed)): the log is not the one that "
            + "it was printed for, or was rewritten or cut off"))
    }
    for note in heads.notes(last: sequences.last) { verdict.add(note) }
    for note in sessions.finish() { verdict.add(note) }
    verdict.covered = heads.covered
    return verdict
  }

  private mutating func judge(after: AuditLink?) {
    guard let link = pending else { return }
    verdict.events += 1
    let signed = heads.signed(link.sequence)
    for fault in LinkCheck.faults(before: before, link, after: after, signed: signed) {
      verdict.add(fault)
    }
    for fault in sequences.faults(link) { verdict.add(fault) }
    heads.see(link)
    if !codes.isEmpty {
      let prefix = Array(link.computed.prefix(ShortCode.byteCount))
      codes.removeAll { $0.bytes == prefix }
    }
    guard let event = link.event else { return }
    if event.caseIdentifier != identifier, !strangerTold {
      strangerTold = true
      verdict.add(
        AuditFault(
          .replaced, event.sequence,
          "event \(event.sequence) is of another case: \(Shown.text(event.caseIdentifier)), not "
            + Shown.text(identifier ?? "?")))
    }
    for note in sessions.notes(event) { verdict.add(note) }
    if let note = clock.note(event) { verdict.add(note) }
    verdict.head = AuditHead(
      caseIdentifier: event.caseIdentifier, sequence: event.sequence, hash: link.computed,
      time: event.time)
  }
}
