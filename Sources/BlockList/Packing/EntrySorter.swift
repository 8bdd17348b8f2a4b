internal import IMEI

/// Puts the entries of a list into the order of their digits, in bounded memory.
///
/// Entries wait in memory up to a bound; what is beyond goes, sorted and packed, into an unnamed file and
/// is merged at the end. A list that is sorted already makes one long run.
struct EntrySorter: ~Copyable {
  /// How much may wait in memory, in bytes, roughly.
  static let mostMemory = 64 << 20

  private let folder: String
  private let mostMemory: Int
  private var pending: [Pending] = []
  private var details: [EntryDetails] = []
  private var memory = 0
  private var isAscending = true
  private var runs: [SortedRun] = []

  /// One waiting entry, small.
  private struct Pending {
    var key: EquipmentKey
    var line: Int
    var form: PrintedForm
    var change: EntryChange?
    var details: UInt32
  }

  /// Makes a sorter.
  ///
  /// - Parameter folder: where the unnamed file is made, beside the store.
  init(folder: String, mostMemory: Int = EntrySorter.mostMemory) {
    self.folder = folder
    self.mostMemory = mostMemory
  }

  /// Takes an entry.
  ///
  /// - Throws: ``BlockListError`` when the disk is full.
  mutating func add(_ entry: ListEntry) throws(BlockListError) {
    if details.last != entry.details || details.isEmpty {
      details.append(entry.details)
      memory += entry.details.memory
    }
    if let last = pending.last, last.key > entry.key { isAscending = false }
    pending.append(
      Pending(
        key: entry.key, line: entry.line, form: entry.form, change: entry.change,
        details: UInt32(details.count - 1)))
    memory += MemoryLayout<Pending>.stride
    if memory >= mostMemory { try spill() }
  }

  /// Hands on all entries in the order of their digits, those of the same digits together, in the order of
  /// the file.
  mutating func drain(_ each: ([ListEntry]) throws -> Void) throws {
    if runs.isEmpty {
      sort()
      try Self.group(pending.lazy.map { [details] in Self.entry($0, details) }, each)
      removeAll()
      return
    }
    try spill()
    for run in runs { try run.close() }
    var merge = try RunMerge(try runs.map { try $0.reader() })
    try merge.drain(each)
    runs.removeAll()
  }

  private mutating func sort() {
    if !isAscending { pending.sort { ($0.key, $0.line) < ($1.key, $1.line) } }
  }

  private mutating func spill() throws(BlockListError) {
    guard !pending.isEmpty else { return }
    sort()
    let lowest = pending[0].key.value
    let run: SortedRun
    if let last = runs.last, last.highest < lowest {
      run = last
    } else {
      run = try SortedRun(folder: folder)
      runs.append(run)
    }
    for waiting in pending { try run.append(Self.entry(waiting, details)) }
    removeAll()
  }

  private mutating func removeAll() {
    pending.removeAll(keepingCapacity: true)
    details.removeAll(keepingCapacity: true)
    memory = 0
    isAscending = true
  }

  private static func entry(_ pending: Pending, _ details: [EntryDetails]) -> ListEntry {
    ListEntry(
      key: pending.key, form: pending.form, line: pending.line,
      change: pending.change, details: details[Int(pending.details)])
  }

  /// Gathers neighbours of the same digits.
  static func group(
    _ entries: some Sequence<ListEntry>, _ each: ([ListEntry]) throws -> Void
  ) rethrows {
    var group: [ListEntry] = []
    for entry in entries {
      if let first = group.first, first.key != entry.key {
        try each(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(entry)
    }
    if !group.isEmpty { try each(group) }
  }
}

extension EntryDetails {
  /// Bytes of memory, roughly.
  fileprivate var memory: Int {
    MemoryLayout<EntryDetails>.stride + reason.utf8.count + date.utf8.count + reference.utf8.count
      + reportedBy.utf8.count + history.count * 256
  }
}
