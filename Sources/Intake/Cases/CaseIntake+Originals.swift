public import CaseFile

/// What hashing the originals again showed.
public struct OriginalsTally: Sendable, Hashable {
  /// How many are as they were.
  public var same = 0
  /// How many are not, each in a sentence for a person.
  public var deviations: [String] = []

  /// No original yet.
  public init() {}
}

extension CaseFile {
  private static let batch = 256

  /// Hashes originals again and records what was found; a changed or missing one waits to be acknowledged.
  ///
  /// - Parameter run: only those of a run; all of the case when nil.
  /// - Throws: `CaseFileError`.
  public func checkOriginals(
    of run: RunID? = nil, opener: PhotoOpener = PhotoOpener(followsLinks: false),
    progress: (Int) -> Void = { _ in }
  ) throws -> OriginalsTally {
    var tally = OriginalsTally()
    var checks: [OriginalCheck] = []
    let originals = try originals(of: run)
    for (index, original) in originals.enumerated() {
      checks.append(OriginalCheck(of: original, at: PhotoPath(bytes: original.path), opener))
      if let finding = checks.last?.finding {
        tally.deviations.append(finding.text)
      } else {
        tally.same += 1
      }
      if checks.count == Self.batch || index == originals.count - 1 {
        try recordOriginalChecks(checks, run: run)
        try addFindings(checks.compactMap(\.finding))
        checks = []
        progress(index + 1)
      }
    }
    return tally
  }
}

extension CaseFile {
  /// Hashes all originals again and records nothing: what a report is to say of them.
  ///
  /// - Parameters:
  ///   - copies: where the station keeps uploads now. An upload is read from a copy, which is looked for here when it is
  ///     not at its path any more, as after the case was moved to another folder.
  ///   - progress: told how many are done of how many, after each; what it throws ends the work.
  /// - Throws: `CaseFileError`, and what `progress` throws.
  public func originalsNow(
    copies: OriginalStore? = nil,
    opener: PhotoOpener = PhotoOpener(maximumBytes: .max, followsLinks: false),
    progress: (_ done: Int, _ of: Int) throws -> Void = { _, _ in }
  ) throws -> [OriginalCheck] {
    let originals = try originals()
    var checks: [OriginalCheck] = []
    checks.reserveCapacity(originals.count)
    for original in originals {
      var path = PhotoPath(bytes: original.path)
      if let copies, OriginalStore.isPlace(path, of: original.sha256),
        PhotoFile.stamp(of: path) == nil
      {
        path = copies.path(of: original.sha256)
      }
      checks.append(OriginalCheck(of: original, at: path, opener))
      try progress(checks.count, originals.count)
    }
    return checks
  }

  /// Those of checks that tell what the case has not on record: each path's last deviation is another one.
  ///
  /// - Throws: `CaseFileError`.
  public func newDeviations(_ checks: [OriginalCheck]) throws -> [OriginalCheck] {
    let known = Dictionary(
      try originalDeviations(all: true).map { ($0.check.path, $0.check) }, uniquingKeysWith: { $1 })
    return checks.filter { $0.outcome != .same && known[$0.path] != $0 }
  }

  /// Records what ``originalsNow(copies:opener:progress:)`` found that the case did not know, which then waits to be
  /// acknowledged. What was acknowledged and is still so is not counted again.
  ///
  /// - Throws: `CaseFileError`.
  public func takeNote(of checks: [OriginalCheck]) throws {
    let new = Set(try newDeviations(checks))
    try recordOriginalChecks(checks.filter { $0.outcome == .same || new.contains($0) })
    try addFindings(checks.filter(new.contains).compactMap(\.finding))
  }
}

extension OriginalCheck {
  /// Hashes an original where it lies now.
  fileprivate init(of original: OriginalToCheck, at path: PhotoPath, _ opener: PhotoOpener) {
    let found = opener.digest(of: path)
    let outcome: Outcome =
      found == original.sha256
      ? .same
      : found != nil ? .changed : PhotoFile.stamp(of: path) == nil ? .missing : .unreadable
    self.init(
      path: original.path, sha256: original.sha256, outcome: outcome,
      found: outcome == .changed ? found : nil)
  }

  /// What a person has to look at; nil when the original is as it was.
  fileprivate var finding: CaseFinding? {
    let name = PhotoPath(bytes: path).quoted
    let text: String? =
      switch outcome {
      case .same: nil
      case .changed: "\(name) was changed since it was read."
      case .missing: "\(name) is no longer there."
      case .unreadable: "\(name) can no longer be read."
      }
    return text.map {
      CaseFinding(
        kind: "original.\(outcome.rawValue)", severity: Finding.Severity.look.rawValue,
        subjects: [sha256], text: $0)
    }
  }
}

extension CaseIntake {
  /// Hashes the originals of this run again.
  ///
  /// - Throws: `CaseFileError`.
  public func checkOriginals() throws -> OriginalsTally {
    try file.checkOriginals(of: run, opener: opener)
  }
}
