/// Where the times of the log do not go on as clocks do.
struct ClockCheck {
  /// A step by less than this many milliseconds is what keeping a clock in step looks like.
  private static let tolerance: Int64 = 5_000

  private var before: AuditEvent?

  mutating func note(_ event: AuditEvent) -> AuditNote? {
    defer { before = event }
    guard let before, let now = AuditTime.milliseconds(event.time),
      let then = AuditTime.milliseconds(before.time)
    else { return nil }
    let steps = now - then
    if event.session == before.session {
      let (real, overflow) = event.monotonic.subtractingReportingOverflow(before.monotonic)
      let (moved, overflowToo) = steps.subtractingReportingOverflow(real)
      if overflow || overflowToo || moved.magnitude > Self.tolerance.magnitude {
        return AuditNote(
          .clockMoved, event.sequence,
          "the clock was moved by \(moved / 1000) s between event \(before.sequence) and event "
            + "\(event.sequence)")
      }
    }
    guard steps < 0 else { return nil }
    return AuditNote(
      .timeBackwards, event.sequence,
      "time goes backwards: event \(event.sequence) is dated \(event.time), the one before it "
        + before.time)
  }
}
