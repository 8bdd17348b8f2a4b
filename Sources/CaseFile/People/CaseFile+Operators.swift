internal import GRDB

extension CaseFile {
  /// Makes a person known to the case.
  ///
  /// - Throws: ``CaseFileError``: `badValue`, `operatorExists`.
  @discardableResult
  public func addOperator(
    name: String, number: String? = nil, role: OperatorRole, person: String? = nil
  ) throws -> Operator {
    let name = try CaseText.checked(name, as: "the name", limit: 80)
    let number = try CaseText.checked(number, as: "the number", limit: 40)
    let label = number.map { "\(name) \($0)" } ?? name
    return try change(person: person) { change in
      let others = try Self.operators(change.db)
      if let other = others.first(where: { $0.person.lowercased() == label.lowercased() }) {
        throw CaseFileError(
          .operatorExists, "\(CaseText.shown(other.person)) is known to the case already",
          cure: "Give the number too when two people have one name.")
      }
      let row = try change.insert(
        "operator",
        [
          "name": name, "number": number, "person": label, "role": role.rawValue,
          "added_at": change.time,
        ])
      try change.log(
        .alteration, "operator.add", subject: "operator:\(CaseText.logged(label))",
        details: ["role": .text(role.rawValue)], rows: [row])
      return Operator(person: label, name: name, number: number, role: role)
    }.value
  }

  /// Gives a person another role.
  ///
  /// - Throws: ``CaseFileError`` `operatorMissing`.
  public func setRole(_ role: OperatorRole, of operatorText: String, person: String? = nil) throws {
    _ = try change(person: person) { change in
      let known = try Self.findOperator(operatorText, change.db)
      try change.execute(
        "UPDATE operator SET role = ? WHERE person = ?", [role.rawValue, known.person])
      let id = try Int64.fetchOne(
        change.db, sql: "SELECT id FROM operator WHERE person = ?", arguments: [known.person])
      try change.log(
        .alteration, "operator.role", subject: "operator:\(CaseText.logged(known.person))",
        details: ["role": .text(role.rawValue), "before": .text(known.role.rawValue)],
        rows: [RowKey(table: "operator", id: id ?? 0)])
    }
  }

  /// Everybody known to the case, by name.
  ///
  /// - Throws: ``CaseFileError``.
  public func operators() throws -> [Operator] { try read(Self.operators) }

  /// The person that a text names: number, name, or name and number, without case.
  ///
  /// - Throws: ``CaseFileError`` `operatorMissing`, when nobody or more than one fits.
  public func findOperator(_ text: String) throws -> Operator {
    try read { try Self.findOperator(text, $0) }
  }

  static func findOperator(_ text: String, _ db: Database) throws -> Operator {
    let wanted = text.lowercased()
    let all = try operators(db)
    let exact = all.filter { $0.person.lowercased() == wanted }
    let found =
      exact.isEmpty
      ? all.filter { $0.number?.lowercased() == wanted || $0.name.lowercased() == wanted } : exact
    guard let first = found.first, found.count == 1 else {
      throw CaseFileError(
        .operatorMissing,
        found.isEmpty
          ? "nobody called “\(CaseText.shown(text, limit: 80))” is known to the case"
          : "“\(CaseText.shown(text, limit: 80))” fits \(found.count) people of the case",
        cure: found.isEmpty
          ? "Make the person known with `imeikit operator add`."
          : "Give the person's number.")
    }
    return first
  }

  private static func operators(_ db: Database) throws -> [Operator] {
    try Row.fetchAll(db, sql: "SELECT * FROM operator ORDER BY person").map { row in
      Operator(
        person: row["person"], name: row["name"], number: row["number"],
        role: OperatorRole(rawValue: row["role"]) ?? .reader)
    }
  }
}
