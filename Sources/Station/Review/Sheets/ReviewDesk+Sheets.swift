internal import CaseFile
internal import Foundation
internal import HTTPTypes

extension ReviewDesk {
  /// The note of a decision that rests on sheets.
  static let sheetNote = "by group verification"

  /// How many glyphs of each digit wait for a person.
  ///
  /// - Throws: ``Problem``.
  func sheetCounts(for session: StationSession) async throws -> [DigitSheetCount] {
    try await sync()
    return glyphs(for: session).enumerated().map { digit, glyphs in
      DigitSheetCount(
        digit: digit, count: glyphs.count, photos: Set(glyphs.map(\.subject.photo)).count)
    }
  }

  /// A sheet of glyphs that were read as `digit`; the readings are the person's for a while.
  ///
  /// - Throws: ``Problem``.
  func sheet(
    of digit: Int, limit: Int, for session: StationSession
  ) async throws -> DigitSheetAnswer {
    try await sync()
    let now = clock()
    let wanted = glyphs(for: session)[digit].prefix(limit)
    let subjects = Set(wanted.map(\.subject)).filter { subject in
      claims.take(
        ReviewClaims.Work(subject), for: session.person, purpose: .sheet, at: now) != nil
    }
    let opened = AuditEntry(
      act: .consultation, kind: "review.sheet", person: session.person,
      details: ["digit": .count(digit), "numbers": .count(subjects.count)])
    let sizes = try await desk.answer { file in
      if !subjects.isEmpty { _ = try file.log([opened]) }
      var sizes: [ReadingSubject: PictureSize] = [:]
      for subject in subjects {
        sizes[subject] = try file.crop(of: subject.photo, position: subject.number.order)
          .flatMap(PictureSize.init)
      }
      return sizes
    }
    var table: [String: Glyph] = [:]
    var tiles: [DigitSheetAnswer.Tile] = []
    // Glyphs of one number do not stand beside each other.
    for glyph in wanted.shuffled() {
      guard let size = sizes[glyph.subject], let row = index[glyph.subject]?.glyphs else {
        continue
      }
      let id = ReviewTicket.chance()
      table[id] = glyph
      tiles.append(
        DigitSheetAnswer.Tile(
          id: id, crop: ReviewMaterial.cropAddress(glyph.subject), box: row.boxes[glyph.place],
          cropWidth: size.width, cropHeight: size.height))
    }
    let sheet = DigitSheetTicket(
      id: ReviewTicket.chance(), person: session.person, digit: UInt8(digit), glyphs: table,
      states: Dictionary(
        uniqueKeysWithValues: subjects.compactMap { subject in
          index[subject].map { (subject, $0.state) }
        }), expires: now.addingTimeInterval(DigitSheetTicket.lifetime))
    sheets.keep(sheet, at: now)
    return DigitSheetAnswer(id: sheet.id, digit: digit, glyphs: tiles)
  }

  /// Takes a sheet back: digits are recorded, and readings of which the person confirmed all are accepted.
  ///
  /// What somebody else decided on meanwhile is left as it is.
  ///
  /// - Throws: ``Problem``: 404 for a sheet that ran out, 400 for glyphs that are not on it.
  func takeBack(
    _ id: String, _ submission: DigitSheetSubmission, for session: StationSession
  ) async throws -> DigitSheetOutcome {
    guard sheets.sheet(id, of: session.person, at: clock()) != nil else {
      throw Problem.unknownSheet
    }
    try await sync()
    let now = clock()
    guard let sheet = sheets.sheet(id, of: session.person, at: now) else {
      throw Problem.unknownSheet
    }
    let struck = try glyphs(submission.struck, on: sheet)
    let confirmed = try glyphs(submission.confirmed, on: sheet)
    guard Set(struck).isDisjoint(with: confirmed) else {
      throw Problem(
        .badRequest, "struckAndConfirmed", "A glyph is both struck and confirmed.",
        cure: "Name each glyph once.")
    }
    sheets.remove(id)
    func places(_ glyphs: [Glyph]) -> [DigitPlace] {
      glyphs.filter { glyph in
        let holder = claims.holder(of: ReviewClaims.Work(glyph.subject), at: now)
        return index[glyph.subject]?.state == sheet.states[glyph.subject]
          && index[glyph.subject]?.kind == .confirm && (holder ?? session.person) == session.person
      }.map {
        DigitPlace(photo: $0.subject.photo, position: $0.subject.number.order, place: $0.place)
      }
    }
    let seconds = submission.seconds.flatMap {
      $0.isFinite && (0...ReviewSubmission.longest).contains($0) ? $0 : nil
    }
    let record = DigitSheet(
      digit: Int(sheet.digit), confirmed: places(confirmed), struck: places(struck),
      seconds: seconds)
    let outcome = try await self.record(record, Set(sheet.glyphs.values.map(\.subject)), session)
    for subject in sheet.states.keys { claims.releaseFromSheet(subject, of: session.person) }
    return outcome
  }

  private func record(
    _ sheet: DigitSheet, _ subjects: Set<ReadingSubject>, _ session: StationSession
  ) async throws -> DigitSheetOutcome {
    var events: [Int64] = []
    if !sheet.confirmed.isEmpty || !sheet.struck.isEmpty {
      let photos = Set(subjects.map(\.photo))
      let (event, numbers) = try await desk.answer { file in
        let event = try file.recordDigits(sheet, person: session.person).sequence
        return (event, try photos.map { ($0, try ReviewFetch.numbers(of: $0, file)) })
      }
      events.append(event)
      for (photo, open) in numbers { index.replace(photo, with: open) }
    }
    let complete = subjects.compactMap { index[$0] }
      .filter { $0.kind == .confirm && $0.marks.isComplete(by: session.person) }
      .sorted { $0.place < $1.place }
    let accepted = try await desk.answer { file in
      try complete.compactMap { number in try Self.accept(number.subject, session.person, file) }
    }
    let now = clock()
    for (subject, event) in accepted {
      events.append(event)
      let ticket = ReviewTicket(
        person: session.person, subject: subject, kind: .confirm, state: "", made: now)
      finish(ticket, event: event, session)
    }
    try await sync()
    return DigitSheetOutcome(
      events: events, accepted: accepted.map(\.0.photo), struck: sheet.struck.count)
  }

  /// - Returns: nil when somebody else was quicker.
  private static func accept(
    _ subject: ReadingSubject, _ person: String, _ file: CaseFile
  ) throws -> (ReadingSubject, Int64)? {
    do {
      let decision = Decision(subject: subject, act: .accept, note: sheetNote)
      return (subject, try file.decide(decision, person: person).sequence)
    } catch let error as CaseFileError where error.code == .decisionRefused {
      return nil
    }
  }

  private func glyphs(_ ids: [String], on sheet: DigitSheetTicket) throws -> [Glyph] {
    try ids.map { id in
      guard let glyph = sheet.glyphs[id] else {
        throw Problem(
          .badRequest, "unknownGlyph", "A glyph that is named is not on the sheet.",
          cure: "Name glyphs of this sheet only.")
      }
      return glyph
    }
  }

  private func glyphs(for session: StationSession) -> [[Glyph]] {
    let now = clock()
    return index.glyphs(for: Reviewer(person: session.person, role: session.role)) { subject in
      let holder = claims.holder(of: ReviewClaims.Work(subject), at: now)
      return (holder ?? session.person) == session.person
    }
  }
}

extension Problem {
  fileprivate static var unknownSheet: Problem {
    Problem(
      .notFound, "sheetUnknown", "You have no such sheet, or had it for too long.",
      cure: "Fetch the digit's sheet again; nothing was recorded.")
  }
}
