/// What a row is in the chain.
struct AuditLink {
  /// The row it was made of, without its line.
  var number: Int64
  /// The event; nil when the line cannot be read.
  var event: AuditEvent?
  /// Why it cannot be read.
  var reason: String?
  /// The hash of the line as it is.
  var computed: [UInt8]
  /// The hash that stands beside it.
  var stored: [UInt8]
  /// Whether what stands in the columns is what stands in the line.
  var columnsAgree = true

  init(_ row: AuditRow) {
    number = row.number
    stored = row.hash
    do {
      let event = try AuditLine.event(line: row.line)
      self.event = event
      computed = event.hash
      if let columns = row.columns {
        columnsAgree =
          columns
          == AuditRow.Columns(
            kind: Array(event.entry.kind.utf8), subject: event.entry.subject.map { Array($0.utf8) })
      }
    } catch {
      computed = AuditLine.hash(of: row.line)
      reason = error.reason
    }
  }

  /// Its place in the log, as it says itself; the row's when it cannot be read.
  var sequence: Int64 { event?.sequence ?? number }
}
