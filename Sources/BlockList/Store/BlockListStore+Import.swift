internal import Foundation
internal import GRDB

extension BlockListStore {
  /// Imports a list file, in place of the former list of that name if there is one.
  ///
  /// One transaction: when the import throws, is killed, or the power goes, the former list stays in
  /// force, whole. The former edition is kept, see ``history(name:)``, until it is pruned. A delta is
  /// laid upon the edition in force. Rows that cannot be used are refused one by one and the others go
  /// in; a file without a single usable row is refused whole. What looks wrong with a list as a whole
  /// stops the import unless it is overridden by name (``ImportGuard``). The same bytes for the same day
  /// change nothing.
  ///
  /// - Parameters:
  ///   - source: the list file.
  ///   - name: the list's name, 1 to 80 printable characters.
  ///   - date: the day the list stands for, today at the latest.
  ///   - onRefusal: called for every refused row, in file order; throwing ends the import.
  ///   - progress: called about every 65,536 lines; throwing ends the import.
  /// - Throws: ``BlockListError``, and what the callbacks throw.
  public func importList(
    from source: ListSource, name: String, date: ListDate, options: ImportOptions = .init(),
    onRefusal: ((RefusedRow) throws -> Void)? = nil,
    progress: ((ImportProgress) throws -> Void)? = nil
  ) throws -> ImportReport {
    let name = try ListName.checked(name)
    try Self.checkNotInFuture(date, now: options.now)
    let input = try ByteInput(source)
    let ahead = try sameBytesDigest(of: input, name: name)
    let job = ImportJob(
      input: input, source: source, name: name, date: date, options: options, ahead: ahead,
      folder: BlockListLocation.folder(of: path),
      onRefusal: onRefusal, progress: progress)
    let report: ImportReport
    do {
      report = try BlockListError.translating(path: path) { try connection.write(job.run) }
    } catch let unchanged as UnchangedList {
      return unchanged.report
    }
    // The import is in force; a log that could not be taken over now is taken over later.
    try? connection.checkpoint()
    return report
  }

  /// The digest of a file, when a list of that name has the same; `nil` when it has not or when the
  /// source can be read only once.
  private func sameBytesDigest(of input: ByteInput, name: String) throws -> String? {
    guard let former = try read({ try EditionRecord.inForce(name, $0) }),
      let digest = try input.digestAhead(), digest == former.info.list.sha256
    else { return nil }
    return digest
  }

  private static func checkNotInFuture(_ date: ListDate, now: Date) throws(BlockListError) {
    guard let latest = ListDate.latest(atSecondsSince1970: now.timeIntervalSince1970),
      date > latest
    else { return }
    throw BlockListError(
      .dateInFuture, "the list date \(date) is in the future",
      cure: "Give the day the list stands for; today is \(latest) at the latest.")
  }
}

/// Ends the transaction of an import that turned out to change nothing.
struct UnchangedList: Error {
  let report: ImportReport
}
