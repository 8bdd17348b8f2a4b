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
  /// What entries say; the first place stands for nothing.
  private var details: [EntryDetails] = [EntryDetails()]
  private var memory = 0
  private var isAscending = true
  /// Whether no number came twice, and none out of order.
  private var isStrict = true
  private var highest: EquipmentKey?
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

  /// Takes an entry without details.
  ///
  /// - Throws: ``BlockListError`` when the disk is full.
  mutating func add(_ entry: PlainEntry) throws(BlockListError) {
    try add(
      Pending(key: entry.key, line: entry.line, form: entry.form, change: nil, details: 0))
  }

  /// Takes an entry.
  ///
  /// - Throws: ``BlockListError`` when the disk is full.
  mutating func add(_ entry: ListEntry) throws(BlockListError) {
    var place = 0
    if !entry.details.isEmpty {
      if details.count == 1 || details[details.count - 1] != entry.details {
        details.append(entry.details)
        memory += entry.details.memory
      }
      place = details.count - 1
    }
    try add(
      Pending(
        key: entry.key, line: entry.line, form: entry.form, change: entry.change,
        details: UInt32(place)))
  }

  private mutating func add(_ entry: Pending) throws(BlockListError) {
    if let highest, entry.key <= highest {
      isStrict = false
      if let last = pending.last, last.key > entry.key { isAscending = false }
    } else {
      highest = entry.key
    }
    pending.append(entry)
    memory += MemoryLayout<Pending>.stride
    if memory >= mostMemory { try spill() }
  }

  /// Hands on all entries in the order of their digits: packed blocks where no number came twice and all
  /// were in order, else the entries of each number together, in the order of the file.
  ///
  /// - Parameter block: `nil` when every number is to be looked at.
  mutating func drain(
    block: ((LoadedBlock) throws -> Void)? = nil, each: ([ListEntry]) throws -> Void
  ) throws {
    guard !runs.isEmpty else {
      sort()
      try drainPending(each)
      return
    }
    try spill()
    for run in runs { try run.close() }
    if let block, isStrict, runs.count == 1 {
      var reader = try runs[0].reader()
      while let packed = try reader.nextBlock() { try block(packed) }
    } else {
      var merge = try RunMerge(try runs.map { try $0.reader() })
      try merge.drain(each)
    }
    runs.removeAll()
  }

  private mutating func drainPending(_ each: ([ListEntry]) throws -> Void) throws {
    var group: [ListEntry] = []
    for waiting in pending {
      if let first = group.first, first.key != waiting.key {
        try each(group)
        group.removeAll(keepingCapacity: true)
      }
      group.append(entry(waiting))
    }
    if !group.isEmpty { try each(group) }
    removeAll()
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
    for waiting in pending {
      if waiting.details == 0, waiting.change == nil {
        try run.append(
          PlainEntry(key: waiting.key, form: waiting.form, line: waiting.line))
      } else {
        try run.append(entry(waiting))
      }
    }
    removeAll()
  }

  private mutating func removeAll() {
    pending.removeAll(keepingCapacity: true)
    details.removeSubrange(1...)
    memory = 0
    isAscending = true
  }

  private func entry(_ pending: Pending) -> ListEntry {
    ListEntry(
      key: pending.key, form: pending.form, line: pending.line, change: pending.change,
      details: details[Int(pending.details)])
  }
}

extension EntryDetails {
  /// Bytes of memory, roughly.
  fileprivate var memory: Int {
    MemoryLayout<EntryDetails>.stride + reason.utf8.count + date.utf8.count + reference.utf8.count
      + reportedBy.utf8.count + history.count * 256
  }
}
