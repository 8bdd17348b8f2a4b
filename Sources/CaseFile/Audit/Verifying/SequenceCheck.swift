/// Whether every event is there once and in its place. Remembers what is missing, not what was seen.
struct SequenceCheck {
  /// More gaps than this are not told apart from one another.
  private static let gapLimit = 10_000

  private(set) var last: Int64 = 0
  private var gaps: [ClosedRange<Int64>] = []
  private var offset: Int64 = 0
  private var before: Int64?

  mutating func faults(_ link: AuditLink) -> [AuditFault] {
    // A line that cannot be read has no sequence of its own; it takes the place that its row has.
    let sequence = link.event?.sequence ?? max(last + 1, link.number)
    defer { before = sequence }
    let shift = link.number - sequence
    defer { offset = shift }
    if sequence == last + 1 {
      last = sequence
      guard shift != 0, shift != offset else { return [] }
      return [
        AuditFault(
          .reordered, sequence,
          "event \(sequence) was moved: it stands in row \(link.number)")
      ]
    }
    if sequence > last {
      if gaps.count < Self.gapLimit { gaps.append(last + 1...sequence - 1) }
      last = sequence
      return []
    }
    if fill(sequence) {
      let place = before.map { "behind event \($0)" } ?? "at the beginning"
      return [
        AuditFault(
          .reordered, sequence, "the order was changed: event \(sequence) stands \(place)")
      ]
    }
    return [
      AuditFault(
        .inserted, sequence,
        "a second event \(sequence) stands in row \(link.number): an event was inserted")
    ]
  }

  /// What is still missing at the end.
  func missing() -> [AuditFault] {
    gaps.sorted { $0.lowerBound < $1.lowerBound }.map { gap in
      let what =
        gap.count == 1
        ? "event \(gap.lowerBound) is missing: it was taken out"
        : "events \(gap.lowerBound) to \(gap.upperBound) are missing: they were taken out"
      let place =
        gap.lowerBound == 1
        ? "before event \(gap.upperBound + 1)"
        : "between event \(gap.lowerBound - 1) and event \(gap.upperBound + 1)"
      return AuditFault(.removed, gap.lowerBound, "\(what) \(place)")
    }
  }

  private mutating func fill(_ sequence: Int64) -> Bool {
    guard let index = gaps.firstIndex(where: { $0.contains(sequence) }) else { return false }
    let gap = gaps.remove(at: index)
    if gap.lowerBound < sequence { gaps.append(gap.lowerBound...sequence - 1) }
    if sequence < gap.upperBound { gaps.append(sequence + 1...gap.upperBound) }
    return true
  }
}
