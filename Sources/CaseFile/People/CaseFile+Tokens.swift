internal import Foundation
internal import GRDB

extension CaseFile {
  /// Gives a person a new token; older ones of the person count no more.
  ///
  /// - Parameters:
  ///   - operatorText: the person, by name, number or both.
  ///   - person: who issues it; the session's person otherwise.
  /// - Returns: the token with its secret, which the case does not keep.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `casePurged`.
  public func issueToken(for operatorText: String, by person: String? = nil) throws
    -> OperatorToken
  {
    try change(.notPurged, person: person) { change in
      let known = try Self.findOperator(operatorText, change.db)
      let withdrawn = try Self.withdrawTokens(of: known, change)
      let token = OperatorToken(person: known.person)
      let row = try change.insert(
        "token",
        [
          "operator_id": try Self.operatorID(known, change.db),
          "sha256": Data(OperatorToken.digest(of: token.secret)), "issued_at": change.time,
        ])
      try change.log(
        .alteration, "operator.token", subject: "operator:\(CaseText.logged(known.person))",
        details: ["withdrawn": .integer(Int64(withdrawn.count))], rows: withdrawn + [row])
      return token
    }.value
  }

  /// Takes a person's tokens back.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``CaseFileError``: `operatorMissing`, `casePurged`.
  @discardableResult
  public func withdrawTokens(of operatorText: String, by person: String? = nil) throws -> Int {
    try change(.notPurged, person: person) { change in
      let known = try Self.findOperator(operatorText, change.db)
      let withdrawn = try Self.withdrawTokens(of: known, change)
      guard !withdrawn.isEmpty else { return 0 }
      try change.log(
        .alteration, "operator.withdraw", subject: "operator:\(CaseText.logged(known.person))",
        details: ["withdrawn": .integer(Int64(withdrawn.count))], rows: withdrawn)
      return withdrawn.count
    }.value
  }

  /// Whose token it is; `nil` when there is none such or it was withdrawn.
  ///
  /// Every token is compared whole, so that the time taken tells nothing of how much of it was right.
  ///
  /// - Parameter digest: ``OperatorToken/digest(of:)`` of what was typed.
  /// - Throws: ``CaseFileError``.
  public func tokenOwner(digest: [UInt8]) throws -> Operator? {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT sha256, name, number, person, role FROM token
          JOIN operator ON operator.id = operator_id WHERE withdrawn_at IS NULL ORDER BY token.id
          """)
      var owner: Operator?
      for row in rows where Self.isSame(Array(row["sha256"] as Data), digest) {
        owner = Operator(
          person: row["person"], name: row["name"], number: row["number"],
          role: OperatorRole(rawValue: row["role"]) ?? .reader)
      }
      return owner
    }
  }

  private static func isSame(_ one: [UInt8], _ two: [UInt8]) -> Bool {
    guard one.count == two.count else { return false }
    return zip(one, two).reduce(0 as UInt8) { $0 | ($1.0 ^ $1.1) } == 0
  }

  private static func operatorID(_ person: Operator, _ db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db, sql: "SELECT id FROM operator WHERE person = ?", arguments: [person.person]) ?? 0
  }

  private static func withdrawTokens(of person: Operator, _ change: CaseChange) throws -> [RowKey] {
    let tokens = try Int64.fetchAll(
      change.db, sql: "SELECT id FROM token WHERE operator_id = ? AND withdrawn_at IS NULL",
      arguments: [try operatorID(person, change.db)])
    for token in tokens {
      try change.execute("UPDATE token SET withdrawn_at = ? WHERE id = ?", [change.time, token])
    }
    return tokens.map { RowKey(table: "token", id: $0) }
  }
}
