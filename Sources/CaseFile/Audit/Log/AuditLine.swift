internal import Crypto

/// An event as one line of canonical JSON, and its hash.
enum AuditLine {
  /// The `schema` of every line.
  static let schema = "imeikit.audit/1"
  /// What stands before the line when it is hashed, so that the hash is one of nothing else.
  static let prefix = "imeikit/audit/v1\n"
  /// What the first event builds on.
  static let origin = [UInt8](repeating: 0, count: 32)

  static func hash(of line: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(data: Array(prefix.utf8))
    hash.update(data: line)
    return Array(hash.finalize())
  }

  /// The event with its line and hash.
  static func event(
    _ entry: AuditEntry, case identifier: String, sequence: Int64, session: String,
    at reading: AuditClock.Reading, previous: [UInt8]
  ) -> AuditEvent {
    let time = AuditTime.text(reading.time)
    let line = AuditValue.object([
      "act": .text(entry.act.rawValue), "case": .text(identifier), "clock": .text(reading.source),
      "details": .object(entry.details), "kind": .text(entry.kind),
      "monotonic": .integer(reading.monotonic), "person": .text(entry.person),
      "previous": .text(Hexadecimal.text(previous)), "schema": .text(schema),
      "sequence": .integer(sequence), "session": .text(session),
      "subject": .optional(entry.subject), "time": .text(time),
    ]).canonical
    return AuditEvent(
      caseIdentifier: identifier, sequence: sequence, time: time, clockSource: reading.source,
      monotonic: reading.monotonic, session: session, entry: entry, previous: previous,
      hash: hash(of: line), line: String(decoding: line, as: UTF8.self))
  }

  /// Reads a line; the event's hash is made anew from it.
  ///
  /// - Throws: ``CanonicalFault`` that says what is not as it should be.
  static func event(line: [UInt8]) throws(CanonicalFault) -> AuditEvent {
    var fields = try AuditFields(AuditValue(canonical: line))
    let schema = try fields.text("schema")
    guard schema == Self.schema else { throw fields.fault("the schema is not \(Self.schema)") }
    guard let act = AuditAct(rawValue: try fields.text("act")) else {
      throw fields.fault("the act is none that is known")
    }
    let entry = AuditEntry(
      act: act, kind: try fields.text("kind"), person: try fields.text("person"),
      subject: try fields.optionalText("subject"), details: try fields.object("details"))
    let time = try fields.text("time")
    guard AuditTime.milliseconds(time) != nil else { throw fields.fault("the time is none") }
    guard let previous = Hexadecimal.read(try fields.text("previous"), count: 32) else {
      throw fields.fault("the previous hash is none")
    }
    let sequence = try fields.integer("sequence")
    guard sequence > 0 else { throw fields.fault("the sequence is not above zero") }
    let event = AuditEvent(
      caseIdentifier: try fields.text("case"), sequence: sequence, time: time,
      clockSource: try fields.text("clock"), monotonic: try fields.integer("monotonic"),
      session: try fields.text("session"), entry: entry, previous: previous,
      hash: hash(of: line), line: String(decoding: line, as: UTF8.self))
    try fields.end()
    return event
  }
}
