internal import IMEI

/// Packs entries, which come sorted by their 14 digits, into blocks of one page each.
///
/// All entries of the same digits stand in one block.
struct BlockBuilder {
  /// Bytes of a block: what a page of SQLite holds beside its own bookkeeping.
  static let mostBytes = 4_040

  /// One finished block.
  struct Block {
    /// The 14 digits of its first entry.
    var first: UInt64
    var bytes: [UInt8]
  }

  private static let columnCount = BlockFormat.Column.allCases.count

  /// Values by column, in the order of the columns.
  private var values = [[Int64]](repeating: [], count: columnCount)
  private var lowest = [Int64](repeating: .max, count: columnCount)
  private var highest = [Int64](repeating: .min, count: columnCount)
  private var places: [String: Int] = [:]
  private var texts: [String] = []
  private var textBytes = 0
  private var lastText = (text: "", place: 0)
  /// The entries that have the digits of the last.
  private var group: [ListEntry] = []
  /// The texts that were there before them, and their bytes.
  private var before = (texts: 0, bytes: 0)

  /// Makes a builder without entries.
  init() {}

  /// The entries that wait.
  var count: Int { values[0].count }

  /// Adds an entry.
  ///
  /// - Returns: a block of the entries before it, when it no longer fits in with them.
  mutating func add(_ entry: ListEntry) -> Block? {
    let key = Int64(entry.key.value)
    if values[0].last != key {
      group.removeAll(keepingCapacity: true)
      before = (texts.count, textBytes)
    }
    group.append(entry)
    append(entry, key: key)
    let isFull = byteCount > Self.mostBytes || count == BlockFormat.mostEntries
    guard isFull, group.count < count else { return nil }
    return split()
  }

  /// The block of all that wait; `nil` when nothing does.
  mutating func finish() -> Block? {
    guard count > 0 else { return nil }
    let block = Block(first: UInt64(values[0][0]), bytes: packed())
    removeAll()
    return block
  }

  private mutating func append(_ entry: ListEntry, key: Int64) {
    let index = Int64(count)
    put(key, .key)
    put(PackedForm.code(of: entry.form, key: entry.key), .form)
    put(Int64(entry.line) - index, .line)
    put(BlockFormat.code(of: entry.change), .change)
    let details = entry.details
    put(place(of: details.reason), .reason)
    put(dateCode(details.date), .date)
    put(place(of: details.reference), .reference)
    put(place(of: details.reportedBy), .reportedBy)
    put(details.history.isEmpty ? 0 : place(of: PackedHistory.text(of: details.history)), .history)
  }

  @inline(__always)
  private mutating func put(_ value: Int64, _ column: BlockFormat.Column) {
    let at = column.rawValue
    values[at].append(value)
    if value < lowest[at] { lowest[at] = value }
    if value > highest[at] { highest[at] = value }
  }

  private mutating func dateCode(_ text: String) -> Int64 {
    let date = PackedDate(text)
    return date.code(place: date == .text ? Int(place(of: text)) : 0)
  }

  private mutating func place(of text: String) -> Int64 {
    if text.isEmpty { return 0 }
    if text == lastText.text { return Int64(lastText.place) }
    if let place = places[text] {
      lastText = (text, place)
      return Int64(place)
    }
    texts.append(text)
    textBytes += 4 + text.utf8.count
    places[text] = texts.count
    lastText = (text, texts.count)
    return Int64(texts.count)
  }

  private func column(_ at: Int) -> BitColumn {
    BitColumn(lowest: lowest[at], highest: highest[at])
  }

  /// Bytes of a block of all that wait.
  private var byteCount: Int {
    var bits = 0
    for at in 0..<Self.columnCount where lowest[at] != highest[at] {
      bits += (column(at).width * count + 7) / 8
    }
    return BlockFormat.headerBytes + BlockFormat.columnBytes * Self.columnCount + bits + textBytes
      + BlockFormat.tailBytes
  }

  /// A block of all entries but those of the last digits, which stay.
  private mutating func split() -> Block? {
    let kept = group
    for at in 0..<Self.columnCount {
      values[at].removeLast(kept.count)
      lowest[at] = values[at].min() ?? .max
      highest[at] = values[at].max() ?? .min
    }
    texts.removeLast(texts.count - before.texts)
    textBytes = before.bytes
    let block = finish()
    group = kept
    before = (0, 0)
    for entry in kept { append(entry, key: Int64(entry.key.value)) }
    return block
  }

  private mutating func removeAll() {
    for at in 0..<Self.columnCount {
      values[at].removeAll(keepingCapacity: true)
      lowest[at] = .max
      highest[at] = .min
    }
    places.removeAll(keepingCapacity: true)
    texts.removeAll(keepingCapacity: true)
    textBytes = 0
    group.removeAll(keepingCapacity: true)
    before = (0, 0)
    lastText = ("", 0)
  }

  private func packed() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 8)
    bytes.reserveCapacity(Self.mostBytes + 64)
    bytes.append(BlockFormat.version)
    bytes.append(0)
    append(UInt64(count), bytes: 2, to: &bytes)
    var present: UInt64 = 0
    for at in 0..<Self.columnCount where lowest[at] != 0 || highest[at] != 0 {
      present |= 1 << UInt64(at)
    }
    append(present, bytes: 2, to: &bytes)
    for at in 0..<Self.columnCount where present & (1 << UInt64(at)) != 0 {
      let column = column(at)
      bytes.append(UInt8(column.width))
      append(UInt64(bitPattern: column.base), bytes: 8, to: &bytes)
    }
    for at in 0..<Self.columnCount { column(at).pack(values[at], into: &bytes) }
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
