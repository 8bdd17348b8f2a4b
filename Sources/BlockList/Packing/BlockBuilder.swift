internal import IMEI

/// Packs entries, which come sorted by their 14 digits, into blocks of one page each.
///
/// All entries of the same digits stand in one block. Entries without details, nearly all of a long list,
/// touch three columns only.
struct BlockBuilder {
  /// Bytes of a block: what a page of SQLite holds beside its own bookkeeping.
  static let mostBytes = 4_040

  /// One finished block.
  struct Block {
    /// The 14 digits of its first entry.
    var first: UInt64
    /// How many entries it has.
    var count: Int
    var bytes: [UInt8]
  }

  /// The values of one column that wait.
  private struct Waiting {
    var values: [Int64] = []
    var lowest = Int64.max
    var highest = Int64.min

    var column: BitColumn { BitColumn(lowest: lowest, highest: highest) }
    var width: Int { values.isEmpty ? 0 : column.width }

    @inline(__always)
    mutating func append(_ value: Int64) {
      values.append(value)
      if value < lowest { lowest = value }
      if value > highest { highest = value }
    }

    /// Drops the last values.
    mutating func removeLast(_ count: Int) {
      values.removeLast(count)
      lowest = values.min() ?? .max
      highest = values.max() ?? .min
    }

    mutating func removeAll() {
      values.removeAll(keepingCapacity: true)
      lowest = .max
      highest = .min
    }
  }

  private var keys = Waiting()
  private var forms = Waiting()
  private var lines = Waiting()
  /// The columns of details, in the order of the format; empty while all entries are plain.
  private var details: [Waiting] = []
  private var places: [String: Int] = [:]
  private var texts: [String] = []
  private var textBytes = 0
  /// The last texts looked for, since neighbours often say the same.
  private var lastText = (text: "", place: 0)
  /// Where the entries begin that have the digits of the last, and the texts that were there before them.
  private var groupStart = 0
  private var before = (texts: 0, bytes: 0)
  /// The entries that have the digits of the last, while there are details.
  private var group: [ListEntry] = []

  private static let firstDetail = BlockFormat.Column.change.rawValue
  private static let detailCount = BlockFormat.Column.allCases.count - firstDetail
  private static let fixedBytes =
    BlockFormat.headerBytes + BlockFormat.columnBytes * BlockFormat.Column.allCases.count
    + BlockFormat.tailBytes
    // Each column ends at a whole byte.
    + BlockFormat.Column.allCases.count

  /// Makes a builder without entries.
  init() {}

  /// The entries that wait.
  var count: Int { keys.values.count }

  /// Adds an entry without details.
  ///
  /// - Returns: a block of the entries before it, when it no longer fits in with them.
  mutating func add(_ entry: PlainEntry) -> Block? {
    guard details.isEmpty else { return add(detailed: ListEntry(entry)) }
    begin(entry.key)
    append(entry)
    guard isFull else { return nil }
    let kept = (groupStart..<count).compactMap(plain(at:))
    return split(kept.count) { builder in kept.forEach { builder.append($0) } }
  }

  /// Adds an entry.
  ///
  /// - Returns: a block of the entries before it, when it no longer fits in with them.
  mutating func add(_ entry: ListEntry) -> Block? {
    if let plain = entry.plain { return add(plain) }
    return add(detailed: entry)
  }

  /// The block of all that wait; `nil` when nothing does.
  mutating func finish() -> Block? {
    guard let first = keys.values.first else { return nil }
    let block = Block(first: UInt64(first), count: count, bytes: packed())
    removeAll()
    return block
  }

  private mutating func add(detailed entry: ListEntry) -> Block? {
    if details.isEmpty {
      // The entries before had none: zeros stand for that.
      details = Array(repeating: Waiting(), count: Self.detailCount)
      for column in details.indices {
        for _ in 0..<count { details[column].append(0) }
      }
      group =
        count > 0 && keys.values.last == Int64(entry.key.value)
        ? (groupStart..<count).compactMap(plain(at:)).map(ListEntry.init) : []
    }
    begin(entry.key)
    group.append(entry)
    append(entry)
    guard isFull else { return nil }
    let kept = group
    return split(kept.count) { builder in
      builder.details = Array(repeating: Waiting(), count: Self.detailCount)
      for entry in kept { builder.append(entry) }
      builder.group = kept
    }
  }

  /// Notes where the entries of a number begin.
  @inline(__always)
  private mutating func begin(_ key: EquipmentKey) {
    guard keys.values.last != Int64(key.value) else { return }
    groupStart = count
    before = (texts.count, textBytes)
    if !group.isEmpty { group.removeAll(keepingCapacity: true) }
  }

  @inline(__always)
  private mutating func append(_ entry: PlainEntry) {
    lines.append(Int64(entry.line) - Int64(count))
    keys.append(Int64(entry.key.value))
    forms.append(PackedForm.code(of: entry.form, key: entry.key))
  }

  private mutating func append(_ entry: ListEntry) {
    append(PlainEntry(key: entry.key, form: entry.form, line: entry.line))
    let said = entry.details
    let history = said.history.isEmpty ? 0 : place(of: PackedHistory.text(of: said.history))
    let values = [
      BlockFormat.code(of: entry.change), place(of: said.reason), dateCode(said.date),
      place(of: said.reference), place(of: said.reportedBy), history,
    ]
    for column in details.indices { details[column].append(values[column]) }
  }

  /// An entry that waits; its key was one when it came.
  private func plain(at index: Int) -> PlainEntry? {
    guard let key = EquipmentKey(UInt64(keys.values[index])) else { return nil }
    return PlainEntry(
      key: key, form: PackedForm.form(of: forms.values[index], key: key) ?? .bare,
      line: Int(lines.values[index]) + index)
  }

  private mutating func dateCode(_ text: String) -> Int64 {
    let date = PackedDate(text)
    return date.code(place: date == .text ? Int(place(of: text)) : 0)
  }

  private mutating func place(of text: String) -> Int64 {
    if text.isEmpty { return 0 }
    if text == lastText.text { return Int64(lastText.place) }
    let place: Int
    if let known = places[text] {
      place = known
    } else {
      texts.append(text)
      textBytes += 4 + text.utf8.count
      place = texts.count
      places[text] = place
    }
    lastText = (text, place)
    return Int64(place)
  }

  /// Whether the entries no longer fit, and those of the last number can be parted from the others.
  private var isFull: Bool {
    guard groupStart > 0 else { return false }
    var bits = (keys.width + forms.width + lines.width) * count
    for column in details { bits += column.width * count }
    return Self.fixedBytes + bits / 8 + textBytes > Self.mostBytes
      || count == BlockFormat.mostEntries
  }

  /// A block of all entries but those of the last number, which `append` puts back.
  private mutating func split(_ kept: Int, append: (inout BlockBuilder) -> Void) -> Block? {
    keys.removeLast(kept)
    forms.removeLast(kept)
    lines.removeLast(kept)
    for column in details.indices { details[column].removeLast(kept) }
    texts.removeLast(texts.count - before.texts)
    let block = finish()
    append(&self)
    return block
  }

  private mutating func removeAll() {
    keys.removeAll()
    forms.removeAll()
    lines.removeAll()
    details.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    group.removeAll(keepingCapacity: true)
    textBytes = 0
    groupStart = 0
    before = (0, 0)
    lastText = ("", 0)
  }

  private func packed() -> [UInt8] {
    let columns = [keys, forms, lines] + details
    var bytes = [UInt8](repeating: 0, count: 8)
    bytes.reserveCapacity(Self.mostBytes + 64)
    bytes.append(BlockFormat.version)
    bytes.append(0)
    append(UInt64(count), bytes: 2, to: &bytes)
    var present: UInt64 = 0
    for (at, column) in columns.enumerated() where column.lowest != 0 || column.highest != 0 {
      present |= 1 << UInt64(at)
    }
    append(present, bytes: 2, to: &bytes)
    for (at, column) in columns.enumerated() where present & (1 << UInt64(at)) != 0 {
      bytes.append(UInt8(column.column.width))
      append(UInt64(bitPattern: column.column.base), bytes: 8, to: &bytes)
    }
    for column in columns { column.column.pack(column.values, into: &bytes) }
    for text in texts {
      append(UInt64(text.utf8.count), bytes: 4, to: &bytes)
      bytes.append(contentsOf: text.utf8)
    }
    append(0, bytes: BlockFormat.tailBytes, to: &bytes)
    let sum = BlockFormat.checksum(bytes.span.bytes, from: 8)
    for index in 0..<8 { bytes[index] = UInt8(truncatingIfNeeded: sum >> UInt64(8 * index)) }
    return bytes
  }

  private func append(_ value: UInt64, bytes count: Int, to bytes: inout [UInt8]) {
    for index in 0..<count {
      bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
    }
  }
}
