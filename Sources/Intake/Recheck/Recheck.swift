public import BlockList
internal import IMEI

/// Asks the lists now in force for stored results, line by line in constant memory. No photo is read.
public struct Recheck: Sendable {
  /// How many came out how.
  public struct Tally: Hashable, Sendable {
    /// Lines that are results.
    public internal(set) var lines = 0
    /// Lines that are none.
    public internal(set) var refused = 0
    /// IMEIs asked for.
    public internal(set) var imeis = 0
    /// IMEIs that were stored without an answer, as no list was loaded.
    public internal(set) var notCheckedBefore = 0
    /// Changes by kind.
    public internal(set) var changes: [RecheckChange.Kind: Int] = [:]

    /// The count of one kind.
    public func count(_ kind: RecheckChange.Kind) -> Int { changes[kind] ?? 0 }
  }

  /// How many IMEIs are looked up at a time.
  private static let batchSize = 8_192

  private let store: BlockListStore

  /// A recheck against `store`.
  public init(store: BlockListStore) {
    self.store = store
  }

  /// Reads `file` and calls `onChange` for every change and `onRefusal` for every bad line, each kind in
  /// the order of the file; throwing ends the recheck.
  ///
  /// - Throws: ``IntakeError`` when the file cannot be read, `BlockListError`, and what the closures
  ///   throw.
  public func run(
    _ file: consuming LineFile, onChange: (RecheckChange) throws -> Void,
    onRefusal: (RefusedLine) throws -> Void
  ) throws -> Tally {
    var tally = Tally()
    var waiting: [(line: Int, source: String, item: StoredResult.Item)] = []
    func settle() throws {
      let answers = try store.lookUp(waiting.map(\.item.imei))
      for (entry, answer) in zip(waiting, answers) {
        guard
          let change = RecheckChange(
            line: entry.line, source: entry.source, item: entry.item, after: answer)
        else { continue }
        tally.changes[change.kind, default: 0] += 1
        try onChange(change)
      }
      waiting.removeAll(keepingCapacity: true)
    }
    while let line = try file.next() {
      do throws(RefusedLine) {
        guard let bytes = line.bytes else { throw RefusedLine.tooLong(line.number) }
        if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 }) { continue }
        let result = try StoredResult(json: bytes, line: line.number)
        tally.lines += 1
        tally.imeis += result.items.count
        for item in result.items {
          if item.answer.state == .notChecked { tally.notCheckedBefore += 1 }
          waiting.append((line.number, result.source, item))
        }
      } catch {
        tally.refused += 1
        try onRefusal(error)
      }
      if waiting.count >= Self.batchSize { try settle() }
    }
    try settle()
    return tally
  }
}
