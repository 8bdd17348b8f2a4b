extension CaseFile {
  /// Hands over the log as ``AuditExport`` writes it, on one unchanging state of it: each event's line for
  /// `audit.jsonl` and for `hashes.txt`, with their line ends.
  ///
  /// The log goes out as it stands, a changed one too: the check of what was handed out will say so.
  ///
  /// - Parameter last: the sequence of the last event to hand over.
  /// - Throws: ``CaseFileError``; what `take` throws.
  public func logLines(
    through last: Int64, _ take: (_ event: [UInt8], _ hash: [UInt8]) throws -> Void
  ) throws {
    try read { db in
      try AuditTable.forEachRow(db) { row in
        guard row.number <= last else { return }
        let lines = AuditExport.lines(of: row)
        try take(lines.event, lines.hash)
      }
    }
  }
}
