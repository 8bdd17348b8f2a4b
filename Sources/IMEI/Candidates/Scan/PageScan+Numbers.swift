extension PageScan {
  /// Groups of a run that make one number.
  struct Found {
    /// Positions in the line's atoms, without the software version.
    var groups: [Int]
    /// The group or the last two digits that hold the software version.
    var version: Version = .none
    var isWholeToken: Bool
    var isKnownGrouping: Bool

    enum Version { case none, group(Int), lastTwo }
  }

  /// The numbers that a run holds.
  func numbers(in run: NumberRun, of line: ScannedLine, context: Context?) -> [Found] {
    let atoms = line.atoms.atoms
    guard run.groups.allSatisfy({ atoms[$0].kind == .number }) else { return [] }
    if run.left == .plus { return behindPlus(run, line: line, context: context).map { [$0] } ?? [] }
    let clean = run.left == .clean && run.right == .clean
    if let number = withMisreadLast(run, line: line) { return [number] }
    if var number = whole(run, line: line, context: context) {
      number.isWholeToken = clean
      // A sign beside 14 digits may be the masked 15th.
      let digits = lengths(number.groups, line).reduce(0, +)
      return clean || digits != 14 ? [number] : []
    }
    // `A B`, `A / B`: several whole numbers side by side.
    if run.groups.count > 1, let parts = parts(of: run, line: line, context: context) {
      return parts
    }
    // `S21 35 693803 …`: a short word that could be digits.
    if run.groups.count > 1, atoms[run.groups[0]].letters > 0, run.joints[0].sign == .space {
      let rest = NumberRun(
        groups: Array(run.groups.dropFirst()), joints: Array(run.joints.dropFirst()), left: .clean,
        right: run.right)
      if var number = whole(rest, line: line, context: context) {
        number.isWholeToken = clean
        return [number]
      }
    }
    return fallback(run, line: line, context: context)
  }

  /// A telephone number is none; fifteen digits behind `IMEI +` are worth a look: a colon was misread.
  private func behindPlus(_ run: NumberRun, line: ScannedLine, context: Context?) -> Found? {
    guard context?.isIMEI == true, var number = whole(run, line: line, context: context),
      lengths(number.groups, line).reduce(0, +) == 15
    else { return nil }
    number.isWholeToken = false
    return number
  }

  private func lengths(_ groups: [Int], _ line: ScannedLine) -> [Int] {
    groups.map { line.atoms.atoms[$0].count }
  }

  /// The whole run as one number.
  private func whole(_ run: NumberRun, line: ScannedLine, context: Context?) -> Found? {
    guard run.groups.count <= 6 else { return nil }
    let lengths = lengths(run.groups, line)
    let slash = run.joints.last?.sign == .slash
    guard let whole = Grouping.whole(lengths, slashBeforeLast: slash, caption: context) else {
      return nil
    }
    var groups = run.groups
    var version = Found.Version.none
    var joints = run.joints
    switch whole {
    case .imei(hasVersion: true):
      version = .group(groups.removeLast())
      joints.removeLast()
    case .imeisv where lengths.last == 2:
      version = .group(groups.removeLast())
      joints.removeLast()
    case .imeisv:
      version = .lastTwo
    default:
      break
    }
    let isUniform = Set(joints.map(\.sign)).count <= 1
    // 15 digits where the caption promises 16: one is missing or the caption is another number's.
    let fits = !(context?.saysSoftwareVersion == true && whole == .imei(hasVersion: false))
    return Found(
      groups: groups, version: version, isWholeToken: true, isKnownGrouping: isUniform && fits)
  }

  /// `35 693803 564380 g`: a check digit read as a letter stands outside the run.
  private func withMisreadLast(_ run: NumberRun, line: ScannedLine) -> Found? {
    let atoms = line.atoms.atoms
    guard run.left == .clean, let last = run.groups.last, last + 2 < atoms.count,
      [[14], [8, 6], [2, 6, 6], [6, 2, 6]].contains(lengths(run.groups, line)),
      [.space, .dash, .slash, .dot].contains(atoms[last + 1].kind), atoms[last + 1].count == 1
    else { return nil }
    let letter = atoms[last + 2]
    guard letter.kind == .word, letter.count == 1,
      line.atoms.cells[letter.range.lowerBound].value != Cell.none,
      last + 3 >= atoms.count || [.space, .stop, .comma].contains(atoms[last + 3].kind)
    else { return nil }
    return Found(groups: run.groups + [last + 2], isWholeToken: true, isKnownGrouping: true)
  }

  /// Several whole numbers: parted by space alone when each is one group of 15, or by a loose slash.
  private func parts(of run: NumberRun, line: ScannedLine, context: Context?) -> [Found]? {
    let clean = run.left == .clean && run.right == .clean
    let atoms = line.atoms.atoms
    if run.groups.allSatisfy({ atoms[$0].count == 15 }),
      run.joints.allSatisfy({ $0.sign == .space || $0.sign == .slash })
    {
      return run.groups.map {
        Found(groups: [$0], isWholeToken: clean, isKnownGrouping: true)
      }
    }
    var parts: [NumberRun] = []
    var groups = [run.groups[0]]
    var joints: [NumberRun.Joint] = []
    for (place, (joint, group)) in zip(run.joints, run.groups.dropFirst()).enumerated() {
      let next = place + 1 < run.joints.count ? run.joints[place + 1] : nil
      // A software version behind a loose slash stays with its number.
      let isVersion =
        atoms[group].count == 2 && (next.map { $0.sign == .slash && $0.isLoose } ?? true)
      if joint.sign == .slash, joint.isLoose, !isVersion {
        parts.append(NumberRun(groups: groups, joints: joints, left: run.left, right: run.right))
        groups = [group]
        joints = []
      } else {
        groups.append(group)
        joints.append(joint)
      }
    }
    guard !parts.isEmpty else { return nil }
    parts.append(NumberRun(groups: groups, joints: joints, left: run.left, right: run.right))
    var found: [Found] = []
    for part in parts {
      guard var number = whole(part, line: line, context: context) else { return nil }
      number.isWholeToken = clean
      found.append(number)
    }
    return found
  }

  /// A run that is no whole number but may hold one: shown for review, never more.
  private func fallback(_ run: NumberRun, line: ScannedLine, context: Context?) -> [Found] {
    let atoms = line.atoms.atoms
    let lengths = lengths(run.groups, line)
    let total = lengths.reduce(0, +)
    let letters = run.groups.reduce(0) { $0 + atoms[$1].letters }
    guard letters <= LineAtoms.maximumLookAlikes else { return [] }
    // 15 digits under a caption, grouped as no IMEI is.
    if total == 15, context?.isIMEI == true {
      return [
        Found(
          groups: run.groups, isWholeToken: run.left == .clean && run.right == .clean,
          isKnownGrouping: false)
      ]
    }
    // One whole group of 15 with others beside it, by space or under a caption.
    let fifteens = run.groups.indices.filter { lengths[$0] == 15 }
    guard fifteens.count == 1, let place = fifteens.first, run.groups.count <= 4 else { return [] }
    let tight = run.joints.contains { $0.sign != .space && !$0.isLoose }
    guard !tight || context?.isIMEI == true else { return [] }
    if total <= 40, isOther(run.groups.flatMap { digits(of: $0, line) }) { return [] }
    return [Found(groups: [run.groups[place]], isWholeToken: false, isKnownGrouping: true)]
  }

  /// Whether digits taken together are surely another number, or begin as a SIM's and have its length.
  func isOther(_ digits: [UInt8]) -> Bool {
    if digits.starts(with: [8, 9]), (18...22).contains(digits.count) || digits.count == 32 {
      return true
    }
    return OtherIdentifier.identify(Digits.text(digits)).contains(where: \.isChecked)
  }

  /// The digits of one group, look-alikes mapped.
  func digits(of group: Int, _ line: ScannedLine) -> [UInt8] {
    line.atoms.cells[line.atoms.atoms[group].range].map { $0.value == Cell.none ? 0 : $0.value }
  }
}
