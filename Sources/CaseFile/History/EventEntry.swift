internal import GRDB

/// An event of the log as a list shows it.
public struct EventEntry: Sendable, Hashable {
  /// Its place in the log, from 1.
  public let sequence: Int64
  /// When, UTC.
  public let time: String
  /// Who did it.
  public let person: String
  /// What kind of act it is.
  public let act: AuditAct
  /// What was done.
  public let kind: String
  /// What it was done to.
  public let subject: String?
  /// What was done, as a sentence.
  public let text: String
  /// What else the event holds.
  public let details: [String: AuditValue]

  init(_ event: AuditEvent) {
    sequence = event.sequence
    time = event.time
    person = event.entry.person
    act = event.entry.act
    kind = event.entry.kind
    subject = event.entry.subject
    text = event.words
    details = event.entry.details
  }
}

/// Which events to list.
public struct EventFilter: Sendable, Hashable {
  /// Only kinds that begin with this, such as `decision.`.
  public var kind: String?
  /// Only what this person did.
  public var person: String?
  /// The newest first.
  public var isNewestFirst: Bool

  /// A filter; without arguments every event passes, oldest first.
  public init(kind: String? = nil, person: String? = nil, isNewestFirst: Bool = false) {
    self.kind = kind
    self.person = person
    self.isNewestFirst = isNewestFirst
  }
}

extension CaseFile {
  /// A page of the log.
  ///
  /// - Parameter sequence: the sequence number of the last event of the page before; `nil` for the first page.
  /// - Throws: ``CaseFileError`` `logDamaged` for an event that is not as it was written.
  public func eventEntries(
    _ filter: EventFilter = EventFilter(), after sequence: Int64? = nil, limit: Int
  ) throws -> [EventEntry] {
    var conditions: [String] = []
    var arguments = StatementArguments()
    if let sequence {
      conditions.append(filter.isNewestFirst ? "sequence < ?" : "sequence > ?")
      arguments += [sequence]
    }
    if let kind = filter.kind {
      conditions.append("kind >= ? AND substr(kind, 1, length(?)) = ?")
      arguments += [kind, kind, kind]
    }
    if let person = filter.person {
      conditions.append("json_extract(line, '$.person') = ?")
      arguments += [person]
    }
    let condition = conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
    return try read { db in
      try AuditTable.events(
        where: condition, arguments, isNewestFirst: filter.isNewestFirst, limit: limit, db
      ).map(EventEntry.init)
    }
  }
}
