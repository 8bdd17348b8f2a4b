internal import Foundation

extension TACDirectory {
  private static let claimLimit = 200

  /// Imports a TAC list, in place of the former list of that name if there is one.
  ///
  /// One transaction: when the import throws, is killed, or the power goes, the former list stays in
  /// force, whole. Rows that cannot be used are refused one by one and the others go in; a file without
  /// a single usable row is refused whole. Of two rows that disagree about a code the first stays.
  ///
  /// - Parameters:
  ///   - source: the list file: GSMA's `|` file, Osmocom's CSV, or CSV whose header names the columns.
  ///   - name: the list's name, 1 to 80 printable characters.
  ///   - date: the day the list stands for, today at the latest.
  ///   - publisher: who publishes it.
  ///   - licence: under which licence it may be used.
  ///   - onRefusal: called for every refused row, in file order; throwing ends the import.
  ///   - progress: called about every 65,536 lines; throwing ends the import.
  /// - Throws: ``BlockListError``, and what the callbacks throw.
  public func importList(
    from source: ListSource, name: String, date: ListDate, publisher: String? = nil,
    licence: String? = nil, options: ImportOptions = .init(),
    onRefusal: ((RefusedRow) throws -> Void)? = nil,
    progress: ((ImportProgress) throws -> Void)? = nil
  ) throws -> TACImportReport {
    let claims = TACListClaims(
      name: try ListName.checked(name), date: date, publisher: Self.shown(publisher),
      licence: Self.shown(licence))
    if let latest = ListDate.latest(atSecondsSince1970: options.now.timeIntervalSince1970),
      date > latest
    {
      throw BlockListError(
        .dateInFuture, "the list date \(date) is in the future",
        cure: "Give the day the list stands for; today is \(latest) at the latest.")
    }
    let job = TACImportJob(
      input: try ByteInput(source), source: source, claims: claims, options: options,
      onRefusal: onRefusal, progress: progress)
    let report = try BlockListError.translating(path: store.path) {
      try store.connection.write(job.run)
    }
    // The import is in force; a log that could not be taken over now is taken over later.
    try? store.connection.checkpoint()
    return report
  }

  /// Takes out the list of that name.
  ///
  /// - Returns: the list as it was.
  /// - Throws: ``BlockListError`` `listMissing` when there is none.
  @discardableResult
  public func removeList(named name: String) throws -> TACListInfo {
    let name = try ListName.checked(name)
    return try BlockListError.translating(path: store.path) {
      try store.connection.write { db in
        guard let record = try TACListRecord.named(name, db) else {
          throw BlockListError(
            .listMissing, "there is no TAC list “\(name)”",
            cure: "See the names with `imeikit tac list`.")
        }
        try TACListRecord.delete(id: record.id, db)
        return record.info
      }
    }
  }

  private static func shown(_ text: String?) -> String? {
    guard let text else { return nil }
    let trimmed = text.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : VisibleText.escaping(trimmed, limit: claimLimit)
  }
}
