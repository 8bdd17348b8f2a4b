internal import IMEI

/// The format of a block: some hundreds or thousands of entries of one list, sorted by their 14 digits.
///
/// | bytes | what |
/// | --- | --- |
/// | 8 | checksum of everything behind it |
/// | 1, 1 | version, 0 |
/// | 2 | number of entries, little-endian as all numbers |
/// | 2 | one bit a column: whether it has anything but zeros |
/// | 9 for each such column | width in bits, smallest value |
/// | … | the columns, one after the other, each ending at a whole byte |
/// | … | the texts: a length of four bytes and UTF-8 |
/// | 8 | zeros, so that eight bytes can be read anywhere |
enum BlockFormat {
  static let version: UInt8 = 1
  static let headerBytes = 14
  static let tailBytes = 8
  static let columnBytes = 9
  /// The most entries of a block.
  static let mostEntries = Int(UInt16.max)

  /// The columns in their order.
  enum Column: Int, CaseIterable {
    case key, form, line, change, reason, date, reference, reportedBy, history
  }

  /// The number of a change. Part of the file format.
  static func code(of change: EntryChange?) -> Int64 {
    switch change {
    case nil: 0
    case .add: 1
    case .remove: 2
    case .update: 3
    }
  }

  /// The change of a number.
  static func change(of code: Int64) -> EntryChange? {
    switch code {
    case 1: .add
    case 2: .remove
    case 3: .update
    default: nil
    }
  }

  /// A number that tells damaged bytes from whole ones: eight at a time, multiplied and folded.
  static func checksum(_ bytes: RawSpan, from start: Int) -> UInt64 {
    var sum = UInt64(truncatingIfNeeded: bytes.byteCount &- start) &+ 0x9E37_79B9_7F4A_7C15
    var offset = start
    while offset &+ 8 <= bytes.byteCount {
      let word = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      sum = (sum ^ UInt64(littleEndian: word)) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
      offset &+= 8
    }
    while offset < bytes.byteCount {
      let byte = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
      sum = (sum ^ UInt64(byte)) &* 0xD6E8_FEB8_6659_FD93
      sum ^= sum >> 32
      offset &+= 1
    }
    return sum
  }
}

/// Where the parts of a block lie in its bytes, checked once.
struct PackedBlock {
  /// How many entries it has, at least one.
  let count: Int
  private let columns: [BitColumn]
  private let starts: [Int]
  private let textStart: Int
  private let textEnd: Int

  /// Checks the bytes of a block.
  ///
  /// - Returns: `nil` when they are no whole block.
  init?(_ bytes: RawSpan) {
    let total = bytes.byteCount
    guard total >= BlockFormat.headerBytes + BlockFormat.tailBytes else { return nil }
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    func half(_ offset: Int) -> Int {
      Int(UInt16(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)))
    }
    guard word(0) == BlockFormat.checksum(bytes, from: 8), bytes.byte(8) == BlockFormat.version
    else { return nil }
    count = half(10)
    let present = half(12)
    var offset = BlockFormat.headerBytes
    var columns: [BitColumn] = []
    columns.reserveCapacity(BlockFormat.Column.allCases.count)
    for column in BlockFormat.Column.allCases {
      guard present & (1 << column.rawValue) != 0 else {
        columns.append(BitColumn(base: 0, width: 0))
        continue
      }
      guard offset + BlockFormat.columnBytes <= total - BlockFormat.tailBytes else { return nil }
      let width = Int(bytes.byte(offset))
      guard width <= BitColumn.widest else { return nil }
      columns.append(BitColumn(base: Int64(bitPattern: word(offset + 1)), width: width))
      offset += BlockFormat.columnBytes
    }
    var starts: [Int] = []
    starts.reserveCapacity(columns.count)
    for column in columns {
      starts.append(offset)
      offset += column.byteCount(of: count)
    }
    guard count > 0, offset <= total - BlockFormat.tailBytes else { return nil }
    self.columns = columns
    self.starts = starts
    textStart = offset
    textEnd = total - BlockFormat.tailBytes
  }

  /// A column's value of one entry.
  @inline(__always)
  func value(_ column: BlockFormat.Column, _ index: Int, _ bytes: RawSpan) -> Int64 {
    columns[column.rawValue].value(at: index, of: bytes, from: starts[column.rawValue])
  }

  /// The 14 digits of one entry.
  @inline(__always)
  func key(_ index: Int, _ bytes: RawSpan) -> UInt64 {
    UInt64(bitPattern: columns[0].value(at: index, of: bytes, from: starts[0]))
  }

  /// The first entry, from `low` on, whose digits are at least `key`; ``count`` when there is none.
  func firstIndex(notBelow key: UInt64, from low: Int, _ bytes: RawSpan) -> Int {
    var low = low
    var high = count
    while low < high {
      let middle = (low &+ high) >> 1
      if self.key(middle, bytes) < key { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The texts of the block.
  ///
  /// - Returns: `nil` when they do not fill their place.
  func texts(_ bytes: RawSpan) -> [String]? {
    var texts: [String] = []
    var offset = textStart
    while offset < textEnd {
      guard offset + 4 <= textEnd else { return nil }
      let length = Int(
        UInt32(littleEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      offset += 4
      guard offset + length <= textEnd else { return nil }
      var utf8: [UInt8] = []
      utf8.reserveCapacity(length)
      for place in offset..<offset + length { utf8.append(bytes.byte(place)) }
      texts.append(String(decoding: utf8, as: UTF8.self))
      offset += length
    }
    return texts
  }

  /// One entry.
  ///
  /// - Parameter texts: what ``texts(_:)`` gave.
  /// - Returns: `nil` for what no release writes.
  func entry(_ index: Int, _ bytes: RawSpan, texts: [String]) -> ListEntry? {
    guard let key = EquipmentKey(key(index, bytes)),
      let form = PackedForm.form(of: value(.form, index, bytes), key: key)
    else { return nil }
    var entry = ListEntry(
      key: key, form: form, line: Int(value(.line, index, bytes)) + index,
      change: BlockFormat.change(of: value(.change, index, bytes)))
    func text(_ place: Int) -> String? {
      place == 0 ? "" : texts.indices.contains(place - 1) ? texts[place - 1] : nil
    }
    guard let reason = text(Int(value(.reason, index, bytes))),
      let date = PackedDate.text(of: value(.date, index, bytes), texts: text),
      let reference = text(Int(value(.reference, index, bytes))),
      let reportedBy = text(Int(value(.reportedBy, index, bytes))),
      let history = text(Int(value(.history, index, bytes))).flatMap(PackedHistory.history)
    else { return nil }
    entry.details = EntryDetails(
      reason: reason, date: date, reference: reference, reportedBy: reportedBy, history: history)
    return entry
  }
}

extension RawSpan {
  /// The byte at an offset.
  @inline(__always)
  func byte(_ offset: Int) -> UInt8 { unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self) }
}
