extension AuditVerdict {
  /// The verdict in lines for a person: the result first, then each fault and each note.
  public var lines: [String] {
    var lines = [result]
    lines += faults.map { "FAULT  \($0.message)." }
    if faultCount > faults.count { lines.append("FAULT  \(faultCount - faults.count) more.") }
    lines += notes.map { "note   \($0.message)." }
    if noteCount > notes.count { lines.append("note   \(noteCount - notes.count) more.") }
    return lines
  }

  private var result: String {
    guard isWhole else {
      return "The log is NOT whole: \(faultCount) fault(s) in \(events) event(s)."
    }
    guard let head else { return "The log has no events." }
    let end = "\(events) event(s), the last of \(head.time), code \(head.shortCode)"
    guard let covered else {
      return "The chain is whole in itself, and no signed head vouches for it: \(end)."
    }
    return "The log is whole and the one signed outside up to event \(covered): \(end)."
  }
}
