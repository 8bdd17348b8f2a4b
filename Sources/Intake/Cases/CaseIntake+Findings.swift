public import CaseFile

extension CaseIntake {
  /// Compares the whole case and records what it shows; what is known already is not written again.
  ///
  /// - Returns: how many findings are new.
  /// - Throws: `CaseFileError`.
  public func addFindings() throws -> Int { try file.addFindings() }
}

extension CaseFile {
  /// Compares the IMEIs of the whole case and records what no photo shows alone.
  ///
  /// - Returns: how many findings are new.
  /// - Throws: `CaseFileError`.
  public func addFindings() throws -> Int {
    var exhibits: [String: String] = [:]
    var haul = HaulFindings(exhibits: .given)
    var page: Int64 = 0
    while true {
      let photos = try photos(after: page, limit: 500)
      guard let last = photos.last else { break }
      page = last.row
      for photo in photos where photo.exhibits.count == 1 {
        exhibits[photo.sha256] = photo.exhibits[0]
      }
    }
    try forEachResult { stored in
      guard !stored.json.isEmpty else { return }
      haul.add(try PhotoResult(json: stored.current.utf8), exhibit: exhibits[stored.photo])
    }
    var found: [CaseFinding] = []
    haul.forEach { finding in
      found.append(
        CaseFinding(
          kind: finding.kind.rawValue, severity: finding.severity.rawValue,
          subjects: finding.exhibits + finding.files + finding.imeis, text: finding.sentence))
    }
    for exhibit in try self.exhibits() {
      for disagreement in try exhibitState(exhibit.reference).disagreements {
        found.append(
          CaseFinding(
            kind: "exhibit.\(disagreement.kind.rawValue)", severity: Finding.Severity.look.rawValue,
            subjects: [exhibit.reference] + disagreement.photos + disagreement.numbers,
            text: disagreement.sentence(on: exhibit.reference)))
      }
    }
    return try addFindings(found)
  }
}

extension ExhibitDisagreement {
  /// The disagreement in a sentence for a person.
  ///
  /// - Parameter exhibit: the exhibit's reference as typed.
  public func sentence(on exhibit: String) -> String {
    let numbers = numbers.joined(separator: ", ")
    return switch kind {
    case .sameSlot:
      "Photos of exhibit \(exhibit) give several numbers for one SIM slot: \(numbers)."
    case .similar:
      "Photos of exhibit \(exhibit) give numbers that differ in a digit or two, of which one is doubtful: "
        + "\(numbers)."
    case .checkDigit:
      "Photos of exhibit \(exhibit) give one number with different check digits: \(numbers)."
    case .tooMany: "Photos of exhibit \(exhibit) give more numbers than one device has: \(numbers)."
    }
  }
}
