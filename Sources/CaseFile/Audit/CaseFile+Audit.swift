internal import GRDB

extension CaseFile {
  /// Signs where the log stands now and puts it outside the case file.
  ///
  /// Some five waits for the disk: for the ends of sessions and runs and for reports, not for each
  /// event. A log that does not go on from the head outside is an alarm, and nothing is written.
  ///
  /// - Returns: the head that now stands outside.
  /// - Throws: ``CaseFileError``: `headDisagrees`, `headUnusable`, `logDamaged`, `fileUnwritable`.
  @discardableResult
  public func signHead(in folder: HeadFolder, key: StationKey) throws -> SignedHead? {
    try folder.write(case: identifier, caseFile: path, key: key, clock: clock) { sequence in
      try read { try AuditTable.position(at: sequence, $0) }
    }
  }

  /// Checks the log, and compares it with the heads that were signed outside.
  ///
  /// - Parameters:
  ///   - folder: where the heads are; `nil` leaves them out, and the verdict says so.
  ///   - key: the station's public key; without one signatures are not checked.
  ///   - codes: short codes as printed on reports; each must be that of an event.
  /// - Throws: ``CaseFileError`` when case file or heads cannot be read at all.
  public func auditVerdict(
    heads folder: HeadFolder?, key: StationPublicKey?, codes: [String] = []
  ) throws -> AuditVerdict {
    try read { db in
      try AuditVerifier.verdict(of: db, key: key, codes: codes) { identifier in
        try folder?.read(case: identifier, caseFile: path) ?? OutsideHeads()
      }
    }
  }

  /// Hands the log out as files that openssl and sha256sum can check; the handing out is logged first
  /// and the head is signed over it.
  ///
  /// - Parameters:
  ///   - target: a folder that is not there yet.
  ///   - recipient: who gets it, for the log.
  ///   - person: who hands it out; the session's person otherwise.
  /// - Returns: the head in the export.
  /// - Throws: ``CaseFileError``: `alreadyThere`, `fileUnwritable`, and as ``signHead(in:key:)``.
  public func exportAudit(
    to target: String, heads folder: HeadFolder, key: StationKey, recipient: String? = nil,
    person: String? = nil
  ) throws -> SignedHead {
    try log([
      .handingOut("audit.export", case: identifier, to: recipient, by: person ?? session.person)
    ])
    guard let head = try signHead(in: folder, key: key) else {
      throw CaseFileError(
        .logDamaged, "the log is empty although something was just logged",
        cure: "Run `imeikit audit verify`.")
    }
    try AuditExport(head: head, key: key.publicKey).write(to: target) { take in
      try read { try AuditTable.forEachRow($0, take) }
    }
    return head
  }
}
