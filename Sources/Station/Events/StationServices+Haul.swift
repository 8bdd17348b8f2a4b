internal import BlockList
internal import CaseFile

extension StationServices {
  /// Where the haul stands.
  ///
  /// - Throws: `CaseFileError`, `BlockListError`.
  func haul() async throws -> HaulAnswer {
    let progress = progress.snapshot
    let lists = try await lists.lists()
    var answer = try await desk.use { file in
      var answer = HaulAnswer(try file.status(), try file.haulOverview())
      answer.lists.asked = try file.lastRecheck().map(HaulAnswer.Asked.init)
      return answer
    }
    answer.reading = .init(
      rate: progress.rate, left: progress.left, secondsLeft: progress.secondsLeft,
      running: progress.isRunning)
    answer.lists.count = lists.count
    answer.lists.oldest = lists.map(\.list.date).min()?.description
    let recheck = recheck.snapshot
    answer.lists.asking = recheck.done.map { .init(done: $0, total: recheck.total) }
    answer.lists.failure = recheck.failure?.visible(limit: 1_000)
    return answer
  }
}

extension HaulAnswer.Asked {
  /// What the case says of its last recheck.
  init(_ recheck: RecordedRecheck) {
    self.init(
      numbers: recheck.asked, newlyFlagged: recheck.newlyFlagged,
      noLongerFlagged: recheck.noLongerFlagged, person: recheck.person.visible(),
      time: recheck.askedAt)
  }
}

extension HaulAnswer {
  /// What the case says of the haul.
  init(_ status: CaseStatus, _ haul: HaulOverview) {
    let (photos, uploads, exhibits) = (haul.photos, haul.uploads, haul.exhibits)
    self.init(
      case: Case(
        identifier: status.identifier, reference: status.details.reference,
        urn: status.details.uniqueReferenceNumber,
        officerInCharge: status.details.officerInCharge, reviewDate: status.details.reviewDate,
        isClosed: status.closedAt != nil),
      photos: Photos(
        total: photos.total, accepted: photos.accepted, review: photos.review,
        unreadable: photos.unreadable, none: photos.none, refused: photos.refused,
        flagged: photos.flagged, duplicates: photos.duplicates,
        withoutExhibit: photos.withoutExhibit),
      uploads: Uploads(
        waiting: uploads.waiting, read: uploads.read, refused: uploads.refused,
        total: uploads.total),
      exhibits: Exhibits(
        total: exhibits.total, flagged: exhibits.flagged, notFlagged: exhibits.notFlagged,
        unresolved: exhibits.unresolved),
      // What one person has keyed waits for somebody else; it is counted once.
      review: Review(
        confirm: haul.review.confirm, blind: haul.review.blind - haul.review.secondNeeded,
        settle: haul.review.settle, waitingForOthers: haul.review.secondNeeded,
        total: haul.review.total),
      findings: Findings(open: haul.findings.open, total: haul.findings.total),
      controls: Controls(answered: haul.controls.answered, differing: haul.controls.differing),
      head: haul.head.map { Head(code: $0.shortCode, sequence: $0.sequence, time: $0.time) })
  }
}
