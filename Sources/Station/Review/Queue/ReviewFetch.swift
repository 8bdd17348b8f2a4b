internal import CaseFile
internal import Foundation

/// Reads from the case what the order of work depends on; everything here is called on the case's queue.
enum ReviewFetch {
  /// What a person put off.
  static let doubtKind = "review.doubt"
  /// More events than this are not gone through one by one: everything is read anew.
  static let mostEvents = 4_000
  /// The most photos of one exhibit that are looked at again when one of them changes.
  static let mostOfExhibit = 1_000
  /// Kinds of events after which other numbers may be open, or others may decide on them.
  static let kinds: Set<String> = [
    "photo.read", "photo.inForce", "photo.assign", "photo.reveal", "decision.accept",
    "decision.correct", "decision.key", "decision.unreadable", "decision.settle",
    "decision.assign", "decision.undo", "digits.check", doubtKind, "case.purge",
  ]

  /// A value that a person was shown, or a number that a person put off.
  struct Mark: Sendable, Hashable {
    let subject: ReadingSubject
    let person: String
  }

  /// What changed since a place in the log.
  struct Changes: Sendable {
    /// Where the log is now.
    var sequence: Int64
    /// The open numbers of photos that may have changed; none is left of one without any.
    var photos: [String: [OpenNumber]] = [:]
    /// Values that people were shown.
    var shown: [Mark] = []
    /// What people put off.
    var postponed: [Mark] = []
    /// Whether too much happened to tell, or the case was erased: everything is to be read anew.
    var isTooMuch = false
  }

  /// A page of open numbers.
  ///
  /// - Returns: the numbers, and the row behind which the next page begins; nil at the end.
  /// - Throws: `CaseFileError`.
  static func page(_ file: CaseFile, after row: Int64, limit: Int) throws -> (
    numbers: [OpenNumber], next: Int64?
  ) {
    let items = try file.openItems(after: row, limit: limit)
    return (try numbers(items, file), items.last?.photo.row)
  }

  /// The open numbers of one photo.
  ///
  /// - Throws: `CaseFileError`.
  static func numbers(of sha256: String, _ file: CaseFile) throws -> [OpenNumber] {
    guard let photo = try file.photo(sha256) else { return [] }
    let items = try file.openItems(after: photo.row - 1, limit: 1)
    return try numbers(items.filter { $0.photo.sha256 == sha256 }, file)
  }

  /// What changed behind `sequence`; nil when nothing did.
  ///
  /// - Parameter known: the numbers so far; of one that is the same nothing is read again.
  /// - Throws: `CaseFileError`.
  static func changes(
    _ file: CaseFile, after sequence: Int64, known: ReviewIndex
  ) throws -> Changes? {
    guard let head = try file.auditHead()?.sequence, head != sequence else { return nil }
    var changes = Changes(sequence: head)
    guard head > sequence else {
      changes.isTooMuch = true
      return changes
    }
    let events = try file.events(after: sequence, kinds: kinds, limit: mostEvents)
    guard events.count < mostEvents, !events.contains(where: { $0.entry.kind == "case.purge" })
    else {
      changes.isTooMuch = true
      return changes
    }
    var touched: Set<String> = []
    for event in events {
      guard let photo = photo(of: event.entry) else { continue }
      switch event.entry.kind {
      case doubtKind: changes.postponed += mark(event.entry).map { [$0] } ?? []
      case "photo.reveal": changes.shown += try shown(photo, to: event.entry.person, file)
      default: touched.insert(photo)
      }
    }
    for photo in touched { changes.photos[photo] = try numbers(of: photo, file) }
    for photo in try others(ofExhibitsOf: touched, file) {
      let open = try file.openItems(after: photo.row - 1, limit: 1)
        .filter { $0.photo.sha256 == photo.sha256 }
      let before = known.numbers(of: photo.sha256)
      guard open.map(\.version) != before.map(\.state) else { continue }
      changes.photos[photo.sha256] = try numbers(open, file)
    }
    return changes
  }

  /// The other photos of the same exhibits: what one photo settles is open on none of the others.
  private static func others(
    ofExhibitsOf photos: Set<String>, _ file: CaseFile
  ) throws -> [Photo] {
    var references: Set<String> = []
    for photo in photos { references.formUnion(try file.photo(photo)?.exhibits ?? []) }
    return try references.flatMap { reference in
      try file.photos(PhotoFilter(exhibit: reference), limit: mostOfExhibit)
        .filter { !photos.contains($0.sha256) }
    }
  }

  /// What people were shown and put off up to now, of photos with open numbers.
  ///
  /// - Throws: `CaseFileError`.
  static func marks(_ file: CaseFile, photos: Set<String>) throws -> (
    shown: [Mark], postponed: [Mark]
  ) {
    var seen: Set<Mark> = []
    var postponed: [Mark] = []
    for event in try file.events(kinds: ["photo.reveal", doubtKind]) {
      guard let photo = photo(of: event.entry), photos.contains(photo) else { continue }
      if event.entry.kind == doubtKind {
        postponed += mark(event.entry).map { [$0] } ?? []
      } else {
        seen.formUnion(try shown(photo, to: event.entry.person, file))
      }
    }
    return (Array(seen), postponed)
  }

  /// The photo that an event is about.
  static func photo(of entry: AuditEntry) -> String? {
    if case .text(let photo)? = entry.details["photo"] { return photo }
    guard let subject = entry.subject else { return nil }
    for prefix in ["photo:", "reading:"] where subject.hasPrefix(prefix) {
      let photo = subject.dropFirst(prefix.count).prefix(64)
      return photo.utf8.count == 64 ? String(photo) : nil
    }
    return nil
  }

  /// The number that an event is about, as its subject names it: `reading:<sha256>/r0` or `/s0`.
  static func subject(of entry: AuditEntry) -> ReadingSubject? {
    guard let photo = photo(of: entry), let last = entry.subject?.split(separator: "/").last,
      let index = Int(last.dropFirst())
    else { return nil }
    return ReadingSubject(photo: photo, number: last.hasPrefix("s") ? .seen(index) : .read(index))
  }

  private static func mark(_ entry: AuditEntry) -> Mark? {
    subject(of: entry).map { Mark(subject: $0, person: entry.person) }
  }

  private static func shown(_ photo: String, to person: String, _ file: CaseFile) throws -> [Mark] {
    try file.standing(of: photo).numbers.map(\.subject)
      .filter { try file.hasSeen($0, person: person) }.map { Mark(subject: $0, person: person) }
  }

  private static func numbers(_ items: [OpenItem], _ file: CaseFile) throws -> [OpenNumber] {
    var figures: [String: ReadingFigures] = [:]
    return try items.map { item in
      let photo = item.photo.sha256
      if figures[photo] == nil {
        figures[photo] = try file.resultInForce(of: photo).flatMap { ReadingFigures(json: $0.json) }
      }
      var number = OpenNumber(item, figures[photo])
      if number.kind == .confirm {
        for mark in try file.digitMarks(of: item.subject) {
          number.marks.insert(mark.place, person: mark.person, isStruck: mark.isStruck)
        }
      }
      return number
    }
  }
}

extension OpenNumber {
  /// A number as the case has it, with the figures of its photo's result.
  init(_ item: OpenItem, _ figures: ReadingFigures?) {
    var reading: ReadingFigures.Reading?
    if case .read(let position) = item.subject.number, let figures,
      figures.readings.indices.contains(position)
    {
      reading = figures.readings[position]
    }
    let isSure = reading.map { !$0.digits.isEmpty && !$0.doubtful.contains(true) } ?? false
    self.init(
      subject: item.subject, row: item.photo.row, phase: item.state.phase,
      hasReading: item.state.machine.number != nil, isFlagged: item.state.isFlagged,
      isDoubtful: !item.isPlausible || !isSure,
      people: Set(item.state.opinions.map(\.person)), state: item.version,
      glyphs: reading?.glyphs, numbers: item.state.everyNumber)
  }
}
