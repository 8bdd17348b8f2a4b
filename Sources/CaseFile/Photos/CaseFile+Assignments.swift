internal import Foundation
internal import GRDB

extension CaseFile {
  /// Says which exhibits photos show; what is known already is not written again.
  ///
  /// - Parameter addingExhibits: adds exhibits that the case does not have, rather than refusing them.
  /// - Throws: ``CaseFileError``: `photoMissing`, `exhibitMissing`, `badValue`; nothing was written then.
  public func assign(
    _ assignments: [PhotoAssignment], addingExhibits: Bool = false, person: String? = nil
  ) throws {
    _ = try change(person: person) { change in
      for assignment in assignments {
        _ = try Self.assign(
          assignment, addingExhibits: addingExhibits, person: person ?? session.person,
          kind: "photo.assign", change)
      }
    }
  }

  /// The exhibits of a photo with what told each, oldest first.
  ///
  /// - Throws: ``CaseFileError``.
  public func assignments(of photo: String) throws -> [PhotoAssignment] {
    let digest = try PhotoDigest.bytes(photo)
    return try read { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT reference, source, detail FROM assignment
          JOIN exhibit ON exhibit.id = exhibit_id JOIN photo ON photo.id = photo_id
          WHERE photo.sha256 = ? AND withdrawn_at IS NULL ORDER BY assignment.id
          """, arguments: [digest]
      ).map { row in
        PhotoAssignment(
          photo: photo, exhibit: row["reference"],
          source: AssignmentSource(rawValue: row["source"]) ?? .person, detail: row["detail"])
      }
    }
  }

  /// - Returns: the assignment's row when it is new.
  static func assign(
    _ assignment: PhotoAssignment, addingExhibits: Bool, person: String, kind: String?,
    _ change: CaseChange
  ) throws -> RowKey? {
    let photo = try photoID(assignment.photo, change.db)
    let reference = try ExhibitReference(assignment.exhibit)
    let exhibit: Int64
    if let row = try exhibitRow(reference.key, change.db) {
      exhibit = row["id"]
    } else if addingExhibits {
      exhibit = try insert(
        reference, details: Exhibit.Details(), kind: "exhibit.add", change)
    } else {
      exhibit = try requireExhibit(reference, change.db)["id"]
    }
    let known = try Int.fetchOne(
      change.db,
      sql: """
        SELECT 1 FROM assignment WHERE photo_id = ? AND exhibit_id = ? AND withdrawn_at IS NULL
          AND (source = ? OR ?)
        """, arguments: [photo, exhibit, assignment.source.rawValue, kind == nil])
    guard known == nil else { return nil }
    let detail = try CaseText.checked(
      assignment.detail, as: "what told the exhibit", limit: 1_000)
    let row = try change.insert(
      "assignment",
      [
        "photo_id": photo, "exhibit_id": exhibit, "source": assignment.source.rawValue,
        "detail": detail, "person": person, "assigned_at": change.time,
      ])
    if let kind {
      try change.log(
        .alteration, kind, person: person, subject: "photo:\(assignment.photo.lowercased())",
        details: [
          "exhibit": .text(CaseText.logged(reference.text)),
          "source": .text(assignment.source.rawValue), "detail": .logged(detail),
        ], rows: [row])
    }
    return row
  }
}
