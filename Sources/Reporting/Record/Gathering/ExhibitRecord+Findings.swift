internal import CaseFile
internal import Intake

extension ExhibitRecord {
  /// Findings of these kinds say what does not fit together, and are not worked out anew here.
  private static let conflictingKinds: Set<String> = [
    Finding.Kind.halfListedPair.rawValue, Finding.Kind.makesDiffer.rawValue,
  ]

  /// The exhibit with the findings about it that say what does not fit together, and with what people know
  /// of its conflicts.
  func adding(findings: [KeptFinding]) -> ExhibitRecord {
    var copy = self
    let own = findings.filter { $0.finding.subjects.contains(exhibit.reference) }
    copy.conflicts += own.filter { Self.conflictingKinds.contains($0.finding.kind) }
      .map(\.finding.text)
    let known = own.filter { $0.acknowledgedBy != nil }.map(\.finding)
    // Photos that disagree are a finding of the same words.
    copy.acknowledgedConflicts = Set(known.map(\.text)).intersection(copy.conflicts)
    for number in numbers {
      guard let sentence = number.sameNumberSentence, known.contains(where: number.isAlsoOn)
      else { continue }
      copy.acknowledgedConflicts.insert(sentence)
    }
    return copy
  }
}

extension NumberRecord {
  /// What has to be looked at when other exhibits bear the number; nil when none does.
  var sameNumberSentence: String? {
    guard !alsoOn.isEmpty else { return nil }
    return "\(formatted) stands on \(alsoOn.count == 1 ? "exhibit" : "exhibits") "
      + "\(alsoOn.joined(separator: ", ")) as well: a clone, or one device booked twice."
  }

  /// Whether the finding is of this number on all the other exhibits that bear it.
  fileprivate func isAlsoOn(_ finding: CaseFinding) -> Bool {
    finding.kind == Finding.Kind.sameIMEIOnExhibits.rawValue
      && Set(finding.subjects).isSuperset(of: alsoOn)
      && finding.subjects.contains { $0.hasPrefix(digits.prefix(14)) }
  }
}
