internal import GRDB

extension CaseFile {
  /// What was done to a photo and its numbers, oldest first.
  ///
  /// - Throws: ``CaseFileError`` `badValue`.
  public func history(ofPhoto sha256: String) throws -> [HistoryEntry] {
    let photo = PhotoDigest.text(try PhotoDigest.bytes(sha256))
    return try read { db in
      try AuditTable.events(
        where: """
          subject = ?1 OR (subject >= ?2 AND subject < ?3)
            OR subject IN (SELECT 'event:' || event FROM decision JOIN photo ON photo.id = photo_id
              WHERE sha256 = ?4)
            OR sequence IN (SELECT event FROM digit_sheet JOIN digit_mark
                ON digit_sheet_id = digit_sheet.id
              JOIN photo ON photo.id = photo_id WHERE sha256 = ?4)
          """,
        [
          "photo:\(photo)", "reading:\(photo)/", "reading:\(photo)0",
          try PhotoDigest.bytes(photo),
        ], limit: nil, db
      ).map(HistoryEntry.init)
    }
  }

  /// What was done to an exhibit, and when photos became or ceased to be pictures of it, oldest first.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `exhibitMissing`.
  public func history(ofExhibit reference: String) throws -> [HistoryEntry] {
    let reference = try ExhibitReference(reference)
    return try read { db in
      let row = try Self.requireExhibit(reference, db)
      let events = try AuditTable.events(
        where: """
          subject = ?1
            OR (kind IN ('photo.assign', 'decision.assign') AND subject IN (
              SELECT 'photo:' || lower(hex(sha256)) FROM assignment
              JOIN photo ON photo.id = photo_id WHERE exhibit_id = ?2))
            OR subject IN (SELECT 'event:' || event FROM decision
              JOIN assignment ON assignment.id = assignment_id WHERE exhibit_id = ?2)
          """, [Self.subject(row["reference"]), row["id"] as Int64], limit: nil, db)
      return events.filter { event in
        guard event.entry.kind.hasSuffix(".assign") else { return true }
        // A photo may be of several exhibits, and each was typed as whoever typed it liked.
        guard case .text(let told) = event.entry.details["exhibit"] else { return false }
        return ExhibitReference.key(of: told)
          == ExhibitReference.key(of: CaseText.logged(reference.text))
      }.map(HistoryEntry.init)
    }
  }
}
