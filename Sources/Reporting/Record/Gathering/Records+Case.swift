internal import CaseFile

extension CaseHeading {
  init(_ status: CaseStatus) {
    self.init(
      identifier: status.identifier, reference: status.details.reference,
      uniqueReferenceNumber: status.details.uniqueReferenceNumber,
      officerInCharge: status.details.officerInCharge, reviewDate: status.details.reviewDate,
      createdAt: status.createdAt, closedAt: status.closedAt,
      isUnderLegalHold: status.isUnderLegalHold)
  }
}

extension SelfTestRecord {
  /// A self-test from its event, `selftest.before` or `selftest.after`.
  init(_ event: EventEntry) {
    var pictures: [AuditValue] = []
    if case .list(let list)? = event.details["pictures"] { pictures = list }
    let failed = pictures.count { picture in
      guard case .object(let fields) = picture else { return true }
      return fields["passed"] != .boolean(true)
    }
    self.init(
      moment: String(event.kind.split(separator: ".").last ?? ""), time: event.time,
      pictures: pictures.count, failed: failed)
  }
}

extension FindingRecord {
  init(_ kept: KeptFinding) {
    self.init(
      kind: kept.finding.kind, needsLook: kept.finding.severity == "look",
      subjects: kept.finding.subjects, text: kept.finding.text, addedAt: kept.addedAt,
      acknowledgedBy: kept.acknowledgedBy)
  }
}

extension RunRecord {
  init(_ run: Run) {
    let settings = run.details.settings
    self.init(
      identifier: run.id.text, person: run.person, toolVersion: settings.toolVersion,
      components: settings.components, settingsDigest: settings.digest, settings: settings.text,
      sandbox: run.details.sandbox, machine: run.details.machine, startedAt: run.startedAt,
      endedAt: run.endedAt, photos: run.photoCount)
  }
}

extension DeviationRecord {
  init(_ deviation: OriginalDeviation) {
    self.init(
      name: deviation.check.path.fileName, sha256: deviation.check.sha256,
      outcome: deviation.check.outcome.words, checkedAt: deviation.checkedAt,
      acknowledgedBy: deviation.acknowledgedBy)
  }
}

extension OriginalCheck.Outcome {
  /// What was found, in words.
  var words: String {
    switch self {
    case .same: "unchanged"
    case .changed: "its bytes are others"
    case .missing: "it is not there any more"
    case .unreadable: "it cannot be read any more"
    }
  }
}
