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
    "photo.read", "photo.inForce", "photo.renewed", "photo.assign", "photo.reveal",
    "decision.accept",
    "decision.correct", "decision.key", "decision.unreadable", "decision.settle",
    "decision.assign", "decision.undo", "digits.check", doubtKind, "case.purge",
  ]

  /// Kinds of events by whose doing a person knows what others make of a number, though it is undone later.
  static let opinionKinds: Set<String> = [
    "decision.accept", "decision.correct", "decision.key", "decision.unreadable",
    "decision.settle",
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
    let readings = try file.openReadings(after: row, limit: limit)
    return (numbers(readings), readings.last?.row)
  }

  /// The open numbers of one photo.
  ///
  /// - Throws: `CaseFileError`.
  static func numbers(of sha256: String, _ file: CaseFile) throws -> [OpenNumber] {
    numbers(try file.openReadings(of: sha256))
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
      default:
        touched.insert(photo)
        if opinionKinds.contains(event.entry.kind) {
          changes.shown += try shown(photo, to: event.entry.person, file)
        }
      }
    }
    for photo in touched { changes.photos[photo] = try numbers(of: photo, file) }
    for photo in try others(ofExhibitsOf: touched, file) {
      let open = try file.openReadings(of: photo.sha256)
      let before = known.numbers(of: photo.sha256)
      guard open.map(\.version) != before.map(\.state) else { continue }
      changes.photos[photo.sha256] = numbers(open)
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

  private static func numbers(_ readings: [OpenReading]) -> [OpenNumber] {
    readings.map { open in
      var number = OpenNumber(open)
      if number.kind == .confirm {
        for mark in open.marks {
          number.marks.insert(mark.place, person: mark.person, isStruck: mark.isStruck)
        }
      }
      return number
    }
  }
}

extension OpenNumber {
  /// A number as the case has it.
  init(_ open: OpenReading) {
    let figures = ReadingFigures(open)
    self.init(
      subject: open.subject, row: open.row, phase: open.state.phase,
      hasReading: open.state.machine.number != nil, isFlagged: open.state.isFlagged,
      isDoubtful: !open.isPlausible || figures?.isSure != true,
      people: Set(open.state.opinions.map(\.person)),
      isOpenToSeeing: open.state.opinions.allSatisfy(\.isBlind), state: open.version,
      glyphs: figures?.glyphs, numbers: open.state.everyNumber)
  }
}
