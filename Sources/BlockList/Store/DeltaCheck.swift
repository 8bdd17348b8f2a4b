internal import GRDB
internal import IMEI

/// Compares a delta with the list that it changes, row by row in the order of the digits.
struct DeltaCheck {
  /// Rows that add what is there, or remove or update what is not.
  private(set) var misfits = 0
  /// The first of them, in words.
  private(set) var firstMisfit: String?
  /// By how much the delta changes the number of entries.
  private(set) var change = 0

  private var finder: ChainFinder
  private let db: Database

  /// Opens the edition that is to be changed.
  init(_ former: EditionRecord, _ db: Database) throws {
    self.db = db
    let chain = try ListChain(former, db)
    guard chain.layers.count < ListChain.mostLayers else {
      throw BlockListError(
        .guarded, "list \(former.info.list) has \(chain.layers.count) deltas upon it",
        cure: "Import the whole list again before the next delta.")
    }
    finder = try ChainFinder(chain, db)
  }

  /// Looks at the rows of one number.
  mutating func check(_ group: [ListEntry]) throws {
    let isThere = try finder.single(group[0].key).contains { $0.removed == nil }
    for entry in group.prefix(1) { note(entry, isThere: isThere) }
  }

  /// Looks at the ranges of the delta, which lie in the store already.
  mutating func checkRanges(ofEdition id: Int64, spanClasses: Int) throws {
    guard spanClasses != 0 else { return }
    var ranges: [ListEntry] = []
    try SpanTable.all(of: id, db) { ranges.append($0) }
    for entry in ranges {
      let isThere = try finder.ranges(entry.key).contains {
        $0.entry.range == entry.range && $0.removed == nil
      }
      note(entry, isThere: isThere)
    }
  }

  private mutating func note(_ entry: ListEntry, isThere: Bool) {
    let misfit: String
    switch entry.change {
    case .remove:
      if isThere { change -= 1 }
      misfit = isThere ? "" : "removes \(entry.key), which is not on the list"
    case .update:
      if !isThere { change += 1 }
      misfit = isThere ? "" : "updates \(entry.key), which is not on the list"
    case .add, nil:
      if !isThere { change += 1 }
      misfit = isThere ? "adds \(entry.key), which is on the list" : ""
    }
    guard !misfit.isEmpty else { return }
    misfits += 1
    if firstMisfit == nil { firstMisfit = "line \(entry.line) \(misfit)" }
  }
}
