/// Whether the log is the one that the heads outside were signed for.
struct HeadCheck {
  private let identifier: String?
  private let outside: OutsideHeads
  /// Heads that count, by sequence.
  private let heads: [Int64: [SignedHead]]
  private let isSignatureUnknown: Bool
  private var agreeing: SignedHead?
  private var differing: SignedHead?
  private(set) var faults: [AuditFault]

  /// - Parameter identifier: the case that the log says it belongs to.
  init(identifier: String?, outside: OutsideHeads, key: StationPublicKey?) {
    self.identifier = identifier
    self.outside = outside
    isSignatureUnknown = key == nil && !outside.heads.isEmpty
    var faults = outside.faults
    var heads: [Int64: [SignedHead]] = [:]
    for head in outside.heads {
      if let key, let fault = Self.signatureFault(head, key) {
        faults.append(fault)
      } else if head.head.caseIdentifier != identifier {
        faults.append(Self.replaced(by: identifier, head))
      } else {
        heads[head.head.sequence, default: []].append(head)
      }
    }
    for head in outside.displaced { faults.append(Self.replaced(by: identifier, head)) }
    self.heads = heads
    self.faults = faults
  }

  /// The hash that a head has at a sequence.
  func signed(_ sequence: Int64) -> [UInt8]? { heads[sequence]?.first?.head.hash }

  mutating func see(_ link: AuditLink) {
    guard let event = link.event, let heads = heads[event.sequence] else { return }
    for head in heads {
      if head.head.hash == link.computed {
        agreeing = head
      } else if differing == nil, head.head.hash != link.stored {
        // Where the hash beside the line is the one signed, the line was changed, which is told.
        differing = head
      }
    }
  }

  /// Up to which event the log is the one that was signed for.
  var covered: Int64? { differing == nil ? agreeing?.head.sequence : nil }

  /// - Parameters:
  ///   - last: the last event's sequence.
  ///   - isChainWhole: whether nothing else was found in the log.
  mutating func finish(last: Int64, isChainWhole: Bool) {
    if let differing { faults.append(Self.rewritten(differing, agreeing, isChainWhole)) }
    guard let furthest = heads.keys.max(), furthest > last, let head = heads[furthest]?.first else {
      return
    }
    if last == 0 {
      faults.append(
        AuditFault(
          .emptied, nil,
          "the log is empty, but the head signed outside on \(Shown.text(head.signedAt)) is at "
            + "event \(furthest): all \(furthest) events are missing"))
    } else {
      faults.append(
        AuditFault(
          .truncated, last,
          "the log was cut off: it ends at event \(last), but the head signed outside on "
            + "\(Shown.text(head.signedAt)) is at event \(furthest): \(furthest - last) "
            + "event(s) are missing at the end"))
    }
  }

  func notes(last: Int64) -> [AuditNote] {
    var notes = outside.notes
    if outside.heads.isEmpty {
      notes.append(
        AuditNote(
          .headMissing, nil,
          "there is nothing outside to compare with: no head was signed, so a log that was cut "
            + "off or rewritten as a whole would not be noticed"))
    }
    if isSignatureUnknown {
      notes.append(
        AuditNote(
          .signatureNotChecked, nil,
          "the signatures of the heads were not checked: no public key was given"))
    }
    if let covered, covered < last {
      notes.append(
        AuditNote(
          .beyondHead, covered + 1,
          "\(last - covered) event(s) from event \(covered + 1) on came after the last head and "
            + "are covered by none"))
    }
    return notes
  }

  private static func signatureFault(_ head: SignedHead, _ key: StationPublicKey) -> AuditFault? {
    let sequence = head.head.sequence
    guard head.key == key.identifier else {
      return AuditFault(
        .headKeyOther, sequence,
        "the head at event \(sequence) was signed by another key: \(Shown.text(head.key)), not "
          + "\(key.identifier)")
    }
    guard !head.isSigned(by: key) else { return nil }
    return AuditFault(
      .headSignatureBad, sequence,
      "the signature of the head at event \(sequence) is not the station's: head or signature "
        + "was changed")
  }

  private static func replaced(by identifier: String?, _ head: SignedHead) -> AuditFault {
    AuditFault(
      .replaced, nil,
      "another log stands in its place: this one is of case \(Shown.text(identifier ?? "?")), the "
        + "head outside is of case \(Shown.text(head.head.caseIdentifier)), at event "
        + "\(head.head.sequence)")
  }

  private static func rewritten(
    _ head: SignedHead, _ agreeing: SignedHead?, _ isChainWhole: Bool
  ) -> AuditFault {
    let sequence = head.head.sequence
    let start = "event \(sequence) is not the one that was signed outside on "
    let from = agreeing.map { $0.head.sequence < sequence ? $0.head.sequence + 1 : 1 } ?? 1
    let how =
      isChainWhole
      ? "the chain is whole in itself, so the log was rewritten and chained anew"
      : "the log was changed"
    return AuditFault(
      .rewritten, sequence,
      "\(start)\(Shown.text(head.signedAt)): \(how), from an event between \(from) and "
        + "\(sequence) on")
  }
}
