internal import Foundation
internal import GRDB

/// One import, as the body of its transaction.
struct ImportJob {
  let input: ByteInput
  let source: ListSource
  let name: String
  let date: ListDate
  let options: ImportOptions
  /// The digest, when it is known to be that of the list in force.
  let ahead: String?
  let onRefusal: ((RefusedRow) throws -> Void)?
  let progress: ((ImportProgress) throws -> Void)?

  private static let linesPerProgress = 65_536

  /// What the rows came to.
  private struct Tally {
    var entries = 0
    var refused = 0
    var ignoredLines = 0
    var refusals: [RefusedRow] = []
    var shape = ""
  }

  /// Imports, or throws and leaves all as it was.
  func run(_ db: Database) throws -> ImportReport {
    let former = try ListRecord.named(name, db)
    if let former, ahead == former.info.list.sha256 { return try sameBytes(former, db) }

    // The digest is known at the end only; until then the entries lie under a number of their own.
    let listID = try nextListID(db)
    var writer = try EntryWriter(db, listID: listID)
    let tally = try readRows(into: &writer)
    try input.checkUnchanged()
    let digest = input.digest()
    if let former, digest == former.info.list.sha256 {
      try EntryWriter.delete(listID: listID, db)
      return try sameBytes(former, db)
    }
    guard tally.entries > 0 else { throw noUsableRows(tally) }
    let stored = try writer.finish()
    if let former {
      try ListRecord.retire(former, at: options.timestamp, db)
      try EntryWriter.delete(listID: former.id, db)
    }
    let info = ListInfo(
      list: ListReference(name: name, date: date, sha256: digest), source: source.recordedName,
      importedAt: options.timestamp,
      counts: EntryCounts(
        accepted: stored.keys, duplicates: tally.entries - stored.keys,
        disagreeing: stored.rows - stored.keys, refused: tally.refused),
      replacedAt: nil)
    try ListRecord.insert(info, id: listID, db)
    let kept = tally.refusals.count
    return ImportReport(
      outcome: former == nil ? .added : .replaced, info: info,
      former: former.map { $0.info.replaced(at: options.timestamp) }, shape: tally.shape,
      ignoredLines: tally.ignoredLines, refusals: tally.refusals,
      refusalsNotKept: tally.refused - kept)
  }

  private func nextListID(_ db: Database) throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT seq FROM sqlite_sequence WHERE name = 'list'")
    return (last ?? 0) + 1
  }

  private func readRows(into writer: inout EntryWriter) throws -> Tally {
    var tally = Tally()
    var reader = ListReader(input)
    let shape = try reader.withHead { head, isWhole throws(BlockListError) in
      try ListShape.detect(head: head, isWhole: isWhole, name: input.name)
    }
    tally.shape = shape.explanation
    reader.delimiter = shape.delimiter
    let interpreter = RowInterpreter(shape: shape)
    var result = RowInterpreter.Result()
    var nextProgress = Self.linesPerProgress
    while try reader.advance() {
      reader.withRow { bytes, row in interpreter.interpret(row, bytes, into: &result) }
      if result.isIgnored { tally.ignoredLines += 1 }
      for entry in result.entries { try writer.add(entry) }
      tally.entries += result.entries.count
      for refusal in result.refusals { try refuse(refusal, &tally) }
      if result.restartsAfterFirstLine { reader.restartAfterFirstLine() }
      if let progress, reader.linesRead >= nextProgress {
        nextProgress = reader.linesRead + Self.linesPerProgress
        try progress(ImportProgress(bytes: reader.bytesRead, lines: reader.linesRead))
      }
    }
    return tally
  }

  private func refuse(_ refusal: RefusedRow, _ tally: inout Tally) throws {
    tally.refused += 1
    if tally.refusals.count < options.refusalsKept { tally.refusals.append(refusal) }
    try onRefusal?(refusal)
  }

  /// The bytes of the list in force again: only its date may have changed.
  private func sameBytes(_ former: ListRecord, _ db: Database) throws -> ImportReport {
    guard former.info.list.date != date else {
      throw UnchangedList(report: report(.unchanged, former.info, former: nil))
    }
    try ListRecord.retire(former, at: options.timestamp, db)
    let info = ListInfo(
      list: ListReference(name: name, date: date, sha256: former.info.list.sha256),
      source: source.recordedName, importedAt: options.timestamp, counts: former.info.counts,
      replacedAt: nil)
    try ListRecord.insert(info, id: former.id, db)
    return report(.dateChanged, info, former: former.info.replaced(at: options.timestamp))
  }

  private func report(
    _ outcome: ImportReport.Outcome, _ info: ListInfo, former: ListInfo?
  ) -> ImportReport {
    ImportReport(
      outcome: outcome, info: info, former: former, shape: nil, ignoredLines: 0, refusals: [],
      refusalsNotKept: info.counts.refused)
  }

  private func noUsableRows(_ tally: Tally) -> BlockListError {
    let first = tally.refusals.first
    return BlockListError(
      .noUsableRows,
      "\(input.name) has no usable row"
        + (tally.refused > 0 ? " (\(tally.refused) refused)" : "")
        + (first.map { "; line \($0.line): \(VisibleText.clause($0.message))" } ?? ""),
      cure: first?.cure ?? "Check that this is the list file: one IMEI a line, or CSV.",
      detail: tally.shape)
  }
}
