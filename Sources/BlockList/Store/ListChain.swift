internal import GRDB
internal import IMEI

/// A list in force: its whole edition and the deltas upon it, newest first.
struct ListChain {
  /// The edition in force.
  let head: EditionRecord
  /// The editions that have entries, newest first.
  let layers: [EditionRecord]

  /// The most deltas upon a whole edition; each is looked into for every number.
  static let mostLayers = 64

  /// Follows an edition down to the whole list it stands on.
  init(_ head: EditionRecord, _ db: Database) throws {
    self.head = head
    var layers: [EditionRecord] = []
    var next: EditionRecord? = head
    while let edition = next {
      if edition.rows > 0 || edition.spans > 0 { layers.append(edition) }
      guard let base = edition.base else { break }
      guard let former = try EditionRecord.numbered(base, db), former.info.prunedAt == nil else {
        throw BlockListError(
          .storeDamaged, "list \(head.info.list) is a delta to an edition that is gone",
          cure: "Import the whole list again.")
      }
      next = former
    }
    self.layers = layers
  }

  /// What one layer says of a number.
  struct Found {
    var entry: ListEntry
    var edition: EditionRecord
    /// How it was taken off; `nil` while it stands.
    var removed: EntryAction?
  }

  /// What the list says, from what its layers say, newest first.
  ///
  /// A layer that removes or updates hides what is below: a removal keeps it as removed, an update keeps
  /// nothing of it.
  static func resolve(_ byLayer: [(edition: EditionRecord, entries: [ListEntry])]) -> [Found] {
    var found: [Found] = []
    var removal: EntryAction?
    for (edition, entries) in byLayer where !entries.isEmpty {
      for entry in entries where entry.change != .remove {
        found.append(
          Found(
            entry: entry, edition: edition,
            removed: removal ?? (entry.details.isRemoved ? entry.details.history.last : nil)))
      }
      if let removing = entries.last(where: { $0.change == .remove }) {
        removal = removal ?? Self.removal(by: removing, of: edition)
      }
      if entries.contains(where: { $0.change == .update }) { break }
    }
    return found
  }

  private static func removal(by entry: ListEntry, of edition: EditionRecord) -> EntryAction {
    let details = entry.details
    return EntryAction(
      kind: .removed,
      date: details.date.isEmpty ? edition.info.list.date.description : details.date,
      reason: details.reason.isEmpty ? nil : details.reason, by: "\(edition.info.list)")
  }
}

/// Looks into all layers of a list. Quickest when asked in the order of the digits.
struct ChainFinder {
  let chain: ListChain
  private var cursors: [LayerCursor]
  private let db: Database

  /// Opens the layers of a list.
  init(_ chain: ListChain, _ db: Database) throws {
    self.chain = chain
    self.db = db
    cursors = try chain.layers.map { try LayerCursor($0, db) }
  }

  /// What the list says of one number, ranges left out.
  mutating func single(_ key: EquipmentKey) throws -> [ListChain.Found] {
    var byLayer: [(EditionRecord, [ListEntry])] = []
    for index in cursors.indices {
      let entries = try cursors[index].entries(of: key)
      if !entries.isEmpty { byLayer.append((cursors[index].edition, entries)) }
    }
    return byLayer.isEmpty ? [] : ListChain.resolve(byLayer)
  }

  /// What the list's ranges say of one number.
  func ranges(_ key: EquipmentKey) throws -> [ListChain.Found] {
    var byRange: [ClosedRange<EquipmentKey>: [(EditionRecord, [ListEntry])]] = [:]
    for edition in chain.layers where edition.spans > 0 {
      let covering = try SpanTable.covering(key, of: edition, db)
      for (range, entries) in Dictionary(grouping: covering, by: \.range) {
        byRange[range, default: []].append((edition, entries))
      }
    }
    return byRange.sorted {
      ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
    }
    .flatMap { ListChain.resolve($0.value) }
  }

  /// What the list's ranges say of many numbers, which are sorted and distinct.
  ///
  /// With fewer ranges than numbers each range is laid over the numbers, else each number is asked for.
  func ranges(_ keys: [EquipmentKey], _ each: (Int, [ListChain.Found]) throws -> Void) throws {
    let spans = chain.layers.reduce(0) { $0 + $1.spans }
    guard spans > 0 else { return }
    guard spans < 4 * keys.count else {
      for (index, key) in keys.enumerated() {
        let found = try ranges(key)
        if !found.isEmpty { try each(index, found) }
      }
      return
    }
    var covered: Set<Int> = []
    for edition in chain.layers where edition.spans > 0 {
      try SpanTable.all(of: edition.id, db) { entry in
        guard let last = entry.last else { return }
        var index = keys.firstIndex(notBelow: entry.key)
        while index < keys.count, keys[index] <= last {
          covered.insert(index)
          index += 1
        }
      }
    }
    for index in covered.sorted() { try each(index, try ranges(keys[index])) }
  }
}

extension ListEntry {
  /// The numbers that it is about.
  var range: ClosedRange<EquipmentKey> { key...max(key, last ?? key) }
}

extension [EquipmentKey] {
  /// The first place, in order, that is not below a key.
  fileprivate func firstIndex(notBelow key: EquipmentKey) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
