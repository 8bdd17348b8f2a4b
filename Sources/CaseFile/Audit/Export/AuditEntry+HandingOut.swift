extension AuditEntry {
  /// The handing out of data of a case.
  ///
  /// - Parameters:
  ///   - kind: what is handed out: `audit.export`, `export.bundle`.
  ///   - identifier: the case.
  ///   - recipient: who gets it, as typed; numbers in it are covered.
  ///   - person: who hands it out.
  ///   - details: what else matters of it.
  public static func handingOut(
    _ kind: String, case identifier: String, to recipient: String?, by person: String,
    details: [String: AuditValue] = [:]
  ) -> AuditEntry {
    AuditEntry(
      act: .disclosure, kind: kind, person: person, subject: "case:\(identifier)",
      details: details.merging(["recipient": .logged(recipient)]) { $1 })
  }
}
