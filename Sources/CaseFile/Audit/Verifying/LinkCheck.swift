/// Whether a line is the one that was hashed, and builds on the one before it.
enum LinkCheck {
  /// - Parameters:
  ///   - signed: the hash that a head outside has at this sequence.
  static func faults(
    before: AuditLink?, _ link: AuditLink, after: AuditLink?, signed: [UInt8]?
  ) -> [AuditFault] {
    var faults: [AuditFault] = []
    let sequence = link.sequence
    if link.computed != link.stored {
      faults.append(mismatch(link, builtOn: after?.event?.previous ?? signed))
    }
    if let reason = link.reason {
      faults.append(
        AuditFault(
          .lineUnreadable, sequence, "the line in row \(link.number) is no event: \(reason)"))
    }
    if !link.columnsAgree {
      faults.append(
        AuditFault(
          .columnChanged, sequence,
          "event \(sequence) was changed: the columns beside its line say something else"))
    }
    if let fault = broken(before, link) { faults.append(fault) }
    return faults
  }

  private static func mismatch(_ link: AuditLink, builtOn hash: [UInt8]?) -> AuditFault {
    let sequence = link.sequence
    switch hash {
    case link.stored:
      return AuditFault(
        .lineChanged, sequence,
        "event \(sequence) was changed: its line is not the one that was hashed")
    case link.computed:
      return AuditFault(
        .hashChanged, sequence,
        "the hash of event \(sequence) was changed: its line is the one that the log goes on from")
    default:
      return AuditFault(
        .lineOrHashChanged, sequence,
        "event \(sequence) was changed: its line and its hash do not belong together")
    }
  }

  private static func broken(_ before: AuditLink?, _ link: AuditLink) -> AuditFault? {
    guard let event = link.event else { return nil }
    guard let before else {
      guard event.sequence == 1, event.previous != AuditLine.origin else { return nil }
      return AuditFault(
        .chainBroken, 1, "event 1 is not a beginning: it builds on an event that is not there")
    }
    // Of neighbours in the log; what stands out of order or apart is told as such.
    guard event.sequence == before.sequence + 1 || before.event == nil,
      event.previous != before.computed, event.previous != before.stored
    else { return nil }
    return AuditFault(
      .chainBroken, event.sequence,
      "event \(event.sequence) does not build on event \(before.sequence) as it stands: event "
        + "\(before.sequence) was changed and hashed anew, or event \(event.sequence) was")
  }
}
