extension PageScan {
  /// Whether a run belongs to something longer than itself.
  enum Part { case no, likely, certain }

  /// Looks at what stands beside a run: a run across a wide gap, or digits of a neighbouring column.
  func isPartOfLonger(run: Int, of index: Int, box: TextBox) -> Part {
    let line = lines[index]
    let own = shortDigits(line.runs[run], line)
    if run > 0, line.runs[run].followsByGap, let own,
      let before = shortDigits(line.runs[run - 1], line), isOther(before + own)
    {
      return .certain
    }
    if run + 1 < line.runs.count, line.runs[run + 1].followsByGap, let own,
      let after = shortDigits(line.runs[run + 1], line), isOther(own + after)
    {
      return .certain
    }
    let digitWidth = box.width / Double(max(1, own?.count ?? 15))
    guard digitWidth > 0 else { return .no }
    if run == 0, line.runs[0].groups[0] == 0,
      let left = layout.leftNeighbours(of: box, line: index).first,
      let last = lines[left].runs.last, last.groups.last == lines[left].atoms.atoms.count - 1,
      box.x - lines[left].box.maxX < 1.5 * digitWidth
    {
      if let own, let before = shortDigits(last, lines[left]), isOther(before + own) {
        return .certain
      }
      return .likely
    }
    if run == line.runs.count - 1, line.runs[run].groups.last == line.atoms.atoms.count - 1,
      let right = layout.rightNeighbours(of: box, line: index).first,
      let first = lines[right].runs.first, first.groups.first == 0,
      lines[right].box.x - box.maxX < 1.5 * digitWidth
    {
      if let own, let after = shortDigits(first, lines[right]), isOther(own + after) {
        return .certain
      }
      return .likely
    }
    return .no
  }

  /// The digits of a run of at most 40, or `nil`.
  func shortDigits(_ run: NumberRun, _ line: ScannedLine) -> [UInt8]? {
    guard run.groups.count <= 16 else { return nil }
    var all: [UInt8] = []
    for group in run.groups {
      guard line.atoms.atoms[group].kind == .number, line.atoms.atoms[group].count <= 40 else {
        return nil
      }
      all += digits(of: group, line)
    }
    return all.count <= 40 ? all : nil
  }

  /// Whether a run continues an EID or ICCID that began on the line above; if so, takes it in.
  mutating func continues(run: Int, of index: Int, box: TextBox, context: Context?) -> Bool {
    guard run == 0, lines[index].isNumberOnly, lines[index].runs.count == 1,
      context == nil || context?.place == .above,
      let own = shortDigits(lines[index].runs[run], lines[index])
    else { return false }
    let above = layout.linesAbove(box, line: index, heights: 1.5).first { !lines[$0].isNoise }
    guard let above, let pending = lines[above].pending else { return false }
    let digits = pending.digits + own
    guard digits.count <= (pending.kind == .iccid ? 22 : 32) else { return false }
    if let whole = OtherIdentifier.simNumbers(digits).first, whole.isChecked {
      others.removeAll { $0 == pending.piece }
      others.append(whole)
      if let candidate = pending.candidate { candidates[candidate] = nil }
    } else if pending.candidate != nil {
      // The first piece stands as a number of its own and the two make nothing: no continuation.
      return false
    } else {
      lines[index].pending = ScannedLine.Pending(
        kind: pending.kind, digits: digits, piece: pending.piece)
    }
    return true
  }

  /// Remembers digits at the end of a line that may go on below.
  mutating func keepPending(run: Int, of index: Int, context: Context?, hasCandidate: Bool) {
    let line = lines[index]
    guard run == line.runs.count - 1, let last = line.runs[run].groups.last,
      !line.atoms.atoms[last...].contains(where: { $0.kind == .word }),
      let digits = shortDigits(line.runs[run], line), digits.count < 32
    else { return }
    let isCaptioned = context?.other == .eid || context?.other == .iccid
    let startsAsSIM = digits.starts(with: [8, 9]) && digits.count >= 8 && context?.isIMEI != true
    guard isCaptioned || startsAsSIM else { return }
    if let whole = OtherIdentifier.simNumbers(digits).first, whole.isChecked, context?.other != .eid
    {
      return
    }
    let candidate = hasCandidate ? candidates.indices.last : nil
    if isCaptioned, startsAsSIM, let candidate {
      // 15 digits from 89 under the caption: the first piece, not a number.
      candidates[candidate] = nil
    }
    lines[index].pending = ScannedLine.Pending(
      kind: context?.other == .iccid ? .iccid : context?.other == .eid ? .eid : nil, digits: digits,
      candidate: isCaptioned ? nil : candidate,
      piece: others.last.flatMap { $0.value == Digits.text(digits) ? $0 : nil })
  }
}
