internal import GRDB

extension CaseFile {
  /// Records that an exhibit was sealed in a bag; a seal that is still open ends with it.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `exhibitMissing`.
  public func addSeal(_ seal: BagSeal, to reference: String, person: String? = nil) throws {
    let reference = try ExhibitReference(reference)
    let number = try CaseText.checked(seal.number, as: "the bag's number", limit: 80)
    let from = try CaseText.checked(seal.from, as: "the time of sealing", limit: 40)
    let to = try CaseText.checked(seal.to, as: "the time of opening", limit: 40)
    _ = try change(person: person) { change in
      let row = try Self.requireExhibit(reference, change.db)
      let id: Int64 = row["id"]
      let open = try Int64.fetchAll(
        change.db, sql: "SELECT id FROM seal WHERE exhibit_id = ? AND removed_at IS NULL",
        arguments: [id])
      for seal in open {
        try change.execute(
          "UPDATE seal SET removed_at = ? WHERE id = ?", [from ?? change.time, seal])
      }
      let added = try change.insert(
        "seal",
        [
          "exhibit_id": id, "number": number, "applied_at": from, "removed_at": to,
          "recorded_at": change.time,
        ])
      try change.log(
        .alteration, "exhibit.seal", subject: Self.subject(row["reference"]),
        details: ["number": .logged(number), "from": .logged(from), "to": .logged(to)],
        rows: open.map { RowKey(table: "seal", id: $0) } + [added])
    }
  }

  /// Records that the bag an exhibit is in was opened.
  ///
  /// - Throws: ``CaseFileError``: `exhibitMissing`, `itemMissing`.
  public func openSeal(of reference: String, at time: String? = nil, person: String? = nil) throws {
    let reference = try ExhibitReference(reference)
    let time = try CaseText.checked(time, as: "the time of opening", limit: 40)
    _ = try change(person: person) { change in
      let row = try Self.requireExhibit(reference, change.db)
      let seal = try Int64.fetchOne(
        change.db,
        sql: "SELECT id FROM seal WHERE exhibit_id = ? AND removed_at IS NULL ORDER BY id DESC",
        arguments: [row["id"] as Int64])
      guard let seal else {
        throw CaseFileError(
          .itemMissing, "exhibit \(CaseText.shown(reference.text)) is in no sealed bag",
          cure: "Record the bag it was in first.")
      }
      try change.execute(
        "UPDATE seal SET removed_at = ? WHERE id = ?", [time ?? change.time, seal])
      try change.log(
        .alteration, "exhibit.unseal", subject: Self.subject(row["reference"]),
        details: ["at": .logged(time)], rows: [RowKey(table: "seal", id: seal)])
    }
  }

  /// The exhibits that were or are in the bag of this number.
  ///
  /// - Throws: ``CaseFileError``.
  public func exhibits(sealedIn number: String) throws -> [String] {
    try read { db in
      try String.fetchAll(
        db,
        sql: """
          SELECT DISTINCT reference FROM exhibit JOIN seal ON seal.exhibit_id = exhibit.id
          WHERE seal.number = ? ORDER BY key
          """, arguments: [number])
    }
  }
}
