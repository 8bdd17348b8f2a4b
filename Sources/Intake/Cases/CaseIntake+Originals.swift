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
      let path = PhotoPath(bytes: original.path)
      let found = opener.digest(of: path)
      let outcome: OriginalCheck.Outcome =
        found == original.sha256
        ? .same
        : found != nil ? .changed : PhotoFile.stamp(of: path) == nil ? .missing : .unreadable
      checks.append(
        OriginalCheck(
          path: original.path, sha256: original.sha256, outcome: outcome,
          found: outcome == .changed ? found : nil))
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

extension OriginalCheck {
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
