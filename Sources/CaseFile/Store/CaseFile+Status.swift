internal import GRDB

extension CaseFile {
  /// Logs acts that change nothing: looking, matching, handing out. Closed and purged cases log too.
  ///
  /// - Throws: ``CaseFileError``.
  @discardableResult
  public func log(_ entries: [AuditEntry]) throws -> [AuditEvent] {
    try writing { db in
      try AuditTable.append(entries, session: session.identifier, clock: clock, db)
    }
  }

  /// The log's events in order, behind sequence number `after`.
  ///
  /// - Parameter kinds: only these, such as `photo.read`; all when `nil`.
  /// - Throws: ``CaseFileError``.
  public func events(after: Int64 = 0, kinds: Set<String>? = nil, limit: Int? = nil) throws
    -> [AuditEvent]
  {
    try read { try AuditTable.events(after: after, kinds: kinds, limit: limit, $0) }
  }

  /// The last event of the log, as it is to be kept outside the case file.
  ///
  /// - Throws: ``CaseFileError``.
  public func auditHead() throws -> AuditHead? { try read(AuditTable.head) }

  /// Where the case stands.
  ///
  /// - Throws: ``CaseFileError``.
  public func status() throws -> CaseStatus { try read(Self.status) }

  static func status(_ db: Database) throws -> CaseStatus {
    let row = try Row.fetchOne(db, sql: "SELECT * FROM case_detail") ?? [:]
    return CaseStatus(
      details: CaseDetails(
        reference: row["reference"] ?? "", uniqueReferenceNumber: row["urn"],
        officerInCharge: row["officer_in_charge"], reviewDate: row["review_date"]),
      identifier: row["identifier"] ?? "", createdAt: row["created_at"] ?? "",
      closedAt: row["closed_at"], isUnderLegalHold: row["legal_hold"] == 1,
      purgedAt: row["purged_at"])
  }

  /// Changes reference, URN, officer in charge or review date.
  ///
  /// - Throws: ``CaseFileError``.
  public func setDetails(_ details: CaseDetails, person: String? = nil) throws {
    let details = try details.checked()
    _ = try change(.notPurged, person: person) { change in
      try change.execute(
        """
        UPDATE case_detail SET reference = ?, urn = ?, officer_in_charge = ?, review_date = ?
        """,
        [
          details.reference, details.uniqueReferenceNumber, details.officerInCharge,
          details.reviewDate,
        ])
      try change.log(
        .alteration, "case.details", subject: "case:\(identifier)", details: details.logged,
        rows: [RowKey(table: "case_detail", id: 1)])
    }
  }
}

extension CaseDetails {
  /// The details as an event holds them.
  var logged: [String: AuditValue] {
    [
      "reference": .text(CaseText.logged(reference)),
      "urn": .logged(uniqueReferenceNumber), "officerInCharge": .logged(officerInCharge),
      "reviewDate": .logged(reviewDate),
    ]
  }
}

extension AuditValue {
  /// A text as an event holds it: safe to show, numbers covered; null when there is none.
  static func logged(_ text: String?) -> AuditValue {
    text.map { .text(CaseText.logged($0)) } ?? .null
  }
}
