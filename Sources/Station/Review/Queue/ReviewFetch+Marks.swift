internal import CaseFile

extension ReviewFetch {
  /// What people were shown and put off up to now, of photos with open numbers.
  ///
  /// - Throws: `CaseFileError`.
  static func marks(_ file: CaseFile, photos: Set<String>) throws -> (
    shown: [Mark], postponed: [Mark]
  ) {
    var told: [String: Set<String>] = [:]
    var postponed: [Mark] = []
    for event in try file.events(kinds: opinionKinds.union(["photo.reveal", doubtKind])) {
      guard let photo = photo(of: event.entry), photos.contains(photo) else { continue }
      if event.entry.kind == doubtKind {
        postponed += mark(event.entry).map { [$0] } ?? []
      } else {
        told[photo, default: []].insert(event.entry.person)
      }
    }
    let seen = try told.flatMap { photo, people in
      try people.flatMap { try shown(photo, to: $0, file) }
    }
    return (seen, postponed)
  }

  /// The photo that an event is about.
  static func photo(of entry: AuditEntry) -> String? {
    EventPhoto.digest(subject: entry.subject, details: entry.details)
  }

  /// The number that an event is about, as its subject names it: `reading:<sha256>/r0` or `/s0`.
  static func subject(of entry: AuditEntry) -> ReadingSubject? {
    guard let photo = photo(of: entry), let last = entry.subject?.split(separator: "/").last,
      let index = Int(last.dropFirst())
    else { return nil }
    return ReadingSubject(photo: photo, number: last.hasPrefix("s") ? .seen(index) : .read(index))
  }

  static func mark(_ entry: AuditEntry) -> Mark? {
    subject(of: entry).map { Mark(subject: $0, person: entry.person) }
  }

  static func shown(_ photo: String, to person: String, _ file: CaseFile) throws -> [Mark] {
    try file.standing(of: photo).numbers.map(\.subject)
      .filter { try file.hasSeen($0, person: person) }.map { Mark(subject: $0, person: person) }
  }
}
