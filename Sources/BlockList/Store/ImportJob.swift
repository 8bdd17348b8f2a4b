internal import Foundation
internal import GRDB
internal import IMEI

/// One import, as the body of its transaction.
struct ImportJob {
  let input: ByteInput
  let source: ListSource
  let name: String
  let date: ListDate
  let options: ImportOptions
  /// The digest, when it is known to be that of the list in force.
  let ahead: String?
  /// Where there is room for what does not fit in memory.
  let folder: String
  let onRefusal: ((RefusedRow) throws -> Void)?
  let progress: ((ImportProgress) throws -> Void)?

  private static let linesPerProgress = 65_536

  /// What the rows came to.
  private struct Tally {
    var entries = 0
    var ranges = 0
    var refused = 0
    var ignoredLines = 0
    var lines = 0
    var refusals: [RefusedRow] = []
    var shape = ""
    var isDelta = false
    var findings = ImportGuards.Findings()
  }

  /// Imports, or throws and leaves all as it was.
  func run(_ db: Database) throws -> ImportReport {
    let former = try EditionRecord.inForce(name, db)
    if let former, ahead == former.info.list.sha256 { return try sameBytes(former, db) }

    let id = try EditionRecord.nextID(db)
    var sorter = EntrySorter(folder: folder)
    var writer = try LayerWriter(edition: id, db)
    var tally = try readRows(into: &sorter, ranges: &writer)
    try input.checkUnchanged()
    let digest = input.digest()
    if let former, digest == former.info.list.sha256 {
      try LayerWriter.delete(edition: id, db)
      return try sameBytes(former, db)
    }
    guard tally.entries + tally.ranges > 0 else { throw noUsableRows(tally) }
    guard former != nil || !tally.isDelta else { throw noListForDelta }

    var delta = try former.flatMap { tally.isDelta ? try DeltaCheck($0, db) : nil }
    var shown = 0
    func show() throws {
      guard let progress, writer.counts.numbers >= shown + Self.linesPerProgress else { return }
      shown = writer.counts.numbers
      try progress(
        ImportProgress(bytes: input.bytesRead, lines: tally.lines, written: shown))
    }
    let isDelta = delta != nil
    try sorter.drain(
      block: isDelta
        ? nil
        : { block in
          try writer.add(block)
          try show()
        },
      each: { group in
        try delta?.check(group)
        try writer.add(group)
        try show()
      })
    try writer.finish()
    if var check = delta {
      try check.checkRanges(ofEdition: id, spanClasses: writer.counts.spanClasses)
      delta = check
    }
    let counts = writer.counts
    let added = delta?.change ?? counts.numbers + counts.ranges
    let total = (tally.isDelta ? former?.info.total ?? 0 : 0) + added
    tally.findings.conflicts = counts.conflicts
    tally.findings.firstConflict = counts.firstConflict.map {
      "\($0.number) on lines \($0.lines.map(String.init).joined(separator: ", "))"
    }
    tally.findings.misfits = delta?.misfits ?? 0
    tally.findings.firstMisfit = delta?.firstMisfit
    if let former {
      tally.findings.dates = (date, former.info.list.date)
      if !tally.isDelta { tally.findings.totals = (total, former.info.total) }
    }
    let overridden = try ImportGuards.check(
      tally.findings, overrides: options.overrides, name: input.name)
    try former?.retire(at: options.timestamp, db)
    let info = ListInfo(
      list: reference(sha256: digest, former), publisher: publisher(former),
      deltaTo: tally.isDelta ? former?.info.list.date : nil, total: total, overrides: overridden,
      source: source.recordedName, importedAt: options.timestamp,
      counts: EntryCounts(
        accepted: counts.numbers, duplicates: tally.entries - counts.numbers,
        disagreeing: counts.rows - counts.numbers, refused: tally.refused, ranges: counts.ranges))
    try EditionRecord(
      id: id, info: info, base: tally.isDelta ? former?.id : nil, rows: counts.rows,
      spans: counts.ranges, spanClasses: counts.spanClasses
    ).insert(db)
    return ImportReport(
      outcome: former == nil ? .added : tally.isDelta ? .changed : .replaced, info: info,
      former: former.map { $0.info.replaced(at: options.timestamp) }, shape: tally.shape,
      ignoredLines: tally.ignoredLines, refusals: tally.refusals,
      refusalsNotKept: tally.refused - tally.refusals.count)
  }

  private func reference(sha256: String, _ former: EditionRecord?) -> ListReference {
    ListReference(
      name: name, date: date, sha256: sha256,
      kind: options.kind ?? former?.info.list.kind ?? .block)
  }

  private func publisher(_ former: EditionRecord?) -> String {
    options.publisher.map { VisibleText.escaping($0, limit: 200) } ?? former?.info.publisher ?? ""
  }

  private func readRows(
    into sorter: inout EntrySorter, ranges: inout LayerWriter
  ) throws -> Tally {
    var tally = Tally()
    var reader = try ListFileReader(input, mapping: options.mapping)
    tally.shape = reader.layout.explanation
    tally.isDelta = reader.layout.isDelta
    var result = RowInterpreter.Result()
    var nextProgress = Self.linesPerProgress
    while true {
      while let plain = try reader.takePlain() {
        tally.entries += 1
        tally.findings.rows += 1
        try sorter.add(plain)
        if reader.linesRead >= nextProgress { try show(reader, &nextProgress) }
      }
      guard try reader.advance(into: &result) else { break }
      if result.isIgnored { tally.ignoredLines += 1 } else { tally.findings.rows += 1 }
      for entry in result.entries {
        if let last = entry.last {
          tally.ranges += 1
          try ranges.add(range: entry, last: last)
        } else {
          tally.entries += 1
          try sorter.add(entry)
        }
      }
      for refusal in result.refusals { try refuse(refusal, &tally) }
      if reader.linesRead >= nextProgress { try show(reader, &nextProgress) }
    }
    tally.lines = reader.linesRead
    tally.findings.trailer = reader.trailer.map { ($0.promised, $0.found) }
    tally.findings.lacksTrailer = reader.layout.promisesTrailer && reader.trailer == nil
    return tally
  }

  private func show(_ reader: borrowing ListFileReader, _ next: inout Int) throws {
    next = reader.linesRead + Self.linesPerProgress
    try progress?(ImportProgress(bytes: reader.bytesRead, lines: reader.linesRead))
  }

  private func refuse(_ refusal: RefusedRow, _ tally: inout Tally) throws {
    tally.refused += 1
    tally.findings.refused[refusal.code, default: 0] += 1
    if tally.refusals.count < options.refusalsKept { tally.refusals.append(refusal) }
    try onRefusal?(refusal)
  }

  /// The bytes of the edition in force again: only its date, kind or publisher may have changed.
  private func sameBytes(_ former: EditionRecord, _ db: Database) throws -> ImportReport {
    let list = reference(sha256: former.info.list.sha256, former)
    guard list != former.info.list || publisher(former) != former.info.publisher else {
      throw UnchangedList(report: report(.unchanged, former.info, former: nil))
    }
    let overridden = try ImportGuards.check(
      ImportGuards.Findings(dates: (date, former.info.list.date)), overrides: options.overrides,
      name: input.name)
    try former.retire(at: options.timestamp, db)
    let info = ListInfo(
      list: list, publisher: publisher(former), deltaTo: former.info.deltaTo,
      total: former.info.total, overrides: overridden, source: source.recordedName,
      importedAt: options.timestamp, counts: former.info.counts)
    try EditionRecord(
      id: try EditionRecord.nextID(db), info: info, base: former.id, rows: 0, spans: 0,
      spanClasses: 0
    ).insert(db)
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

  private var noListForDelta: BlockListError {
    BlockListError(
      .noListForDelta,
      "\(input.name) is a delta, and there is no list “\(name)” that it could change",
      cure: "Import the whole list first, or give the name of the list that the delta belongs to.")
  }
}
