internal import GRDB

extension CaseFile {
  /// Adds an exhibit.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `exhibitExists`, `exhibitMissing` (the parent).
  @discardableResult
  public func addExhibit(
    _ reference: String, details: Exhibit.Details = Exhibit.Details(), person: String? = nil
  ) throws -> Exhibit {
    let reference = try ExhibitReference(reference)
    return try change(person: person) { change in
      if let other = try Self.exhibitRow(reference.key, change.db) {
        throw CaseFileError(
          .exhibitExists,
          "exhibit \(CaseText.shown(reference.text)) is in the case already, as "
            + CaseText.shown(other["reference"]),
          cure: "If two officers use one mark, add the producer's number to the reference, such as "
            + "“\(CaseText.shown(reference.text)) 4711”.")
      }
      try Self.insert(reference, details: details, kind: "exhibit.add", change)
      return try Self.exhibit(reference.key, change.db)
    }.value
  }

  /// Changes what is known of an exhibit; its reference and seals stay.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `exhibitMissing`.
  public func setExhibit(_ reference: String, details: Exhibit.Details, person: String? = nil)
    throws
  {
    let reference = try ExhibitReference(reference)
    let details = try details.checked()
    _ = try change(person: person) { change in
      let row = try Self.requireExhibit(reference, change.db)
      let parent = try Self.parentID(details, of: reference, change.db)
      try change.execute(
        """
        UPDATE exhibit SET parent_id = ?, description = ?, found_by = ?, produced_by = ?,
          exhibits_officer = ?, court_reference = ? WHERE id = ?
        """,
        [
          parent, details.description, details.foundBy, details.producedBy,
          details.exhibitsOfficer, details.courtReference, row["id"] as Int64,
        ])
      try change.log(
        .alteration, "exhibit.change", subject: Self.subject(row["reference"]),
        details: details.logged, rows: [RowKey(table: "exhibit", id: row["id"])])
    }
  }

  /// Every exhibit, by reference: in ``ExhibitOrder``.
  ///
  /// - Throws: ``CaseFileError``.
  public func exhibits() throws -> [Exhibit] {
    try read { try Self.exhibits($0).map(\.exhibit) }
  }

  static func exhibits(_ db: Database) throws -> [(row: Int64, exhibit: Exhibit)] {
    let seals = Dictionary(
      grouping: try Row.fetchAll(db, sql: "SELECT * FROM seal ORDER BY id"),
      by: { $0["exhibit_id"] as Int64 })
    return try Row.fetchAll(db, sql: exhibitQuery).map { row in
      let exhibit = Exhibit(row, seals: seals[row["id"]] ?? [])
      return (row: row["id"] as Int64, exhibit: exhibit, order: ExhibitOrder(exhibit.key))
    }.sorted { $0.order < $1.order }.map { ($0.row, $0.exhibit) }
  }

  /// The exhibit of a reference, however it is typed; `nil` when the case has none.
  ///
  /// - Throws: ``CaseFileError``.
  public func exhibit(_ reference: String) throws -> Exhibit? {
    let reference = try ExhibitReference(reference)
    return try read { db in
      try Self.exhibitRow(reference.key, db).map { _ in try Self.exhibit(reference.key, db) }
    }
  }
}
