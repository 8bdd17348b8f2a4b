internal import GRDB

/// What the person says of a TAC list at its import.
struct TACListClaims {
  let name: String
  let date: ListDate
  let publisher: String?
  let licence: String?
}

/// The import of one TAC list, as the body of its transaction.
struct TACImportJob {
  let input: ByteInput
  let source: ListSource
  let claims: TACListClaims
  let options: ImportOptions
  let onRefusal: ((RefusedRow) throws -> Void)?
  let progress: ((ImportProgress) throws -> Void)?

  private static let linesPerProgress = 65_536

  /// What the rows came to.
  private struct Tally {
    var counts = TACCounts()
    var refusals: [RefusedRow] = []
  }

  /// Imports, or throws and leaves all as it was.
  func run(_ db: Database) throws -> TACImportReport {
    let former = try TACListRecord.named(claims.name, db)
    let listID = try TACListRecord.nextID(db)
    var reader = ListReader(input)
    let shape = try reader.withHead { head, isWhole throws(BlockListError) in
      try TACFileShape.detect(head: head, isWhole: isWhole, name: input.name)
    }
    reader.delimiter = shape.delimiter
    reader.isQuoted = !shape.isUnquoted
    let tally = try readRows(&reader, shape, TACWriter(db, listID: listID))
    try input.checkUnchanged()
    guard tally.counts.accepted > 0 else { throw noUsableRows(tally, shape) }
    let overrides = try ImportGuards.check(
      findings(tally, former: former?.info), overrides: options.overrides, name: input.name)
    if let former { try TACListRecord.delete(id: former.id, db) }
    let info = TACListInfo(
      list: ListReference(name: claims.name, date: claims.date, sha256: input.digest(), kind: .tac),
      publisher: claims.publisher, licence: claims.licence, notices: shape.notices,
      source: source.recordedName, importedAt: options.timestamp, counts: tally.counts,
      overrides: overrides)
    try TACListRecord.insert(info, id: listID, db)
    return TACImportReport(
      info: info, former: former?.info, shape: shape.explanation, refusals: tally.refusals,
      refusalsNotKept: tally.counts.refused - tally.refusals.count)
  }

  private func readRows(
    _ reader: inout ListReader, _ shape: TACFileShape, _ writer: TACWriter
  ) throws -> Tally {
    let interpreter = TACRowInterpreter(shape: shape)
    var tally = Tally()
    var nextProgress = Self.linesPerProgress
    while try reader.advance() {
      let outcome = reader.withRow { bytes, row in interpreter.interpret(row, bytes) }
      switch outcome {
      case .ignored: break
      case .refused(let refusal): try refuse(refusal, &tally)
      case .unclosedQuote(let refusal):
        try refuse(refusal, &tally)
        reader.restartAfterFirstLine()
      case .allocation(let allocation):
        switch try writer.add(allocation) {
        case .added: tally.counts.accepted += 1
        case .duplicate: tally.counts.duplicates += 1
        case .contradicts(let first):
          try refuse(Self.contradiction(allocation, first), &tally)
        }
      }
      if let progress, reader.linesRead >= nextProgress {
        nextProgress = reader.linesRead + Self.linesPerProgress
        try progress(ImportProgress(bytes: reader.bytesRead, lines: reader.linesRead))
      }
    }
    return tally
  }

  private func refuse(_ refusal: RefusedRow, _ tally: inout Tally) throws {
    tally.counts.refused += 1
    if tally.refusals.count < options.refusalsKept { tally.refusals.append(refusal) }
    try onRefusal?(refusal)
  }

  private static func contradiction(
    _ allocation: TACAllocation, _ first: TACAllocation
  ) -> RefusedRow {
    func names(_ allocation: TACAllocation) -> String {
      [allocation.make, allocation.model].compactMap(\.self).joined(separator: " ")
    }
    let isSameMake = MakeComparison.of(allocation.makeNames, first.makeNames) == .same
    return RefusedRow(
      line: allocation.line, column: nil, code: isSameMake ? "otherModel" : "otherMake",
      message: """
        The code \(allocation.tac) stands on line \(first.line) already, as “\(names(first))”; that \
        row stays.
        """,
      cure: "Ask the publisher which of them is right.",
      text: VisibleText.escaping(
        "\(allocation.tac) \(names(allocation))", limit: RefusedRow.textLimit))
  }

  private func findings(_ tally: Tally, former: TACListInfo?) -> ImportGuards.Findings {
    var findings = ImportGuards.Findings()
    findings.totals = former.map { (tally.counts.accepted, $0.counts.accepted) }
    findings.dates = former.map { (claims.date, $0.list.date) }
    return findings
  }

  private func noUsableRows(_ tally: Tally, _ shape: TACFileShape) -> BlockListError {
    let first = tally.refusals.first
    return BlockListError(
      .noUsableRows,
      "\(input.name) has no usable row"
        + (tally.counts.refused > 0 ? " (\(tally.counts.refused) refused)" : "")
        + (first.map { "; line \($0.line): \(VisibleText.clause($0.message))" } ?? ""),
      cure: first?.cure
        ?? "Check that this is the list file: a header, then a TAC and its names a row.",
      detail: shape.explanation)
  }
}
