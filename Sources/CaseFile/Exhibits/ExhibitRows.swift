internal import GRDB

extension CaseFile {
  static let exhibitQuery = """
    SELECT exhibit.*, parent.reference AS parent FROM exhibit
    LEFT JOIN exhibit AS parent ON parent.id = exhibit.parent_id
    """

  static func subject(_ reference: String) -> String { "exhibit:\(CaseText.logged(reference))" }

  static func exhibitRow(_ key: String, _ db: Database) throws -> Row? {
    try Row.fetchOne(db, sql: "SELECT * FROM exhibit WHERE key = ?", arguments: [key])
  }

  static func requireExhibit(_ reference: ExhibitReference, _ db: Database) throws -> Row {
    guard let row = try exhibitRow(reference.key, db) else {
      throw CaseFileError(
        .exhibitMissing, "the case has no exhibit \(CaseText.shown(reference.text))",
        cure: "Add it first, or check the reference.")
    }
    return row
  }

  static func exhibit(_ key: String, _ db: Database) throws -> Exhibit {
    let row = try Row.fetchOne(
      db, sql: "\(exhibitQuery) WHERE exhibit.key = ?", arguments: [key])
    guard let row else {
      throw CaseFileError(
        .exhibitMissing, "the case has no exhibit \(CaseText.shown(key))", cure: "Add it first.")
    }
    return Exhibit(
      row,
      seals: try Row.fetchAll(
        db, sql: "SELECT * FROM seal WHERE exhibit_id = ? ORDER BY id",
        arguments: [row["id"] as Int64]))
  }

  /// Adds an exhibit inside a change that is going on.
  @discardableResult
  static func insert(
    _ reference: ExhibitReference, details: Exhibit.Details, kind: String, _ change: CaseChange
  ) throws -> Int64 {
    let details = try details.checked()
    let row = try change.insert(
      "exhibit",
      [
        "reference": reference.text, "key": reference.key,
        "parent_id": try parentID(details, of: reference, change.db),
        "description": details.description, "found_by": details.foundBy,
        "produced_by": details.producedBy, "exhibits_officer": details.exhibitsOfficer,
        "court_reference": details.courtReference, "added_at": change.time,
      ])
    try change.log(
      .alteration, kind, subject: subject(reference.text), details: details.logged, rows: [row])
    return row.id
  }

  static func parentID(
    _ details: Exhibit.Details, of reference: ExhibitReference, _ db: Database
  ) throws -> Int64? {
    guard let parent = details.parent else { return nil }
    let row = try requireExhibit(try ExhibitReference(parent), db)
    // Up from the parent: an exhibit cannot be a part of itself, by any way.
    var above: Row? = row
    while let current = above {
      guard current["key"] != reference.key else {
        throw CaseFileError(
          .badValue, "exhibit \(CaseText.shown(reference.text)) would be a part of itself",
          cure: "Name the exhibit that it was taken out of.")
      }
      let next: Int64? = current["parent_id"]
      above = try next.flatMap {
        try Row.fetchOne(db, sql: "SELECT * FROM exhibit WHERE id = ?", arguments: [$0])
      }
    }
    return row["id"]
  }
}

extension Exhibit {
  init(_ row: Row, seals: [Row]) {
    self.init(
      reference: row["reference"], key: row["key"],
      details: Details(
        parent: row["parent"], description: row["description"], foundBy: row["found_by"],
        producedBy: row["produced_by"], exhibitsOfficer: row["exhibits_officer"],
        courtReference: row["court_reference"]),
      seals: seals.map {
        BagSeal(number: $0["number"], from: $0["applied_at"], to: $0["removed_at"])
      })
  }
}

extension Exhibit.Details {
  func checked() throws -> Self {
    Self(
      parent: parent,
      description: try CaseText.checked(description, as: "the description", limit: 1_000),
      foundBy: try CaseText.checked(foundBy, as: "who found it"),
      producedBy: try CaseText.checked(producedBy, as: "who produces it"),
      exhibitsOfficer: try CaseText.checked(exhibitsOfficer, as: "the exhibits officer"),
      courtReference: try CaseText.checked(courtReference, as: "the court's reference"))
  }

  var logged: [String: AuditValue] {
    [
      "parent": .logged(parent), "description": .logged(description), "foundBy": .logged(foundBy),
      "producedBy": .logged(producedBy), "exhibitsOfficer": .logged(exhibitsOfficer),
      "courtReference": .logged(courtReference),
    ]
  }
}
