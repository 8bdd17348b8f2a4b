/// Image file directories of TIFF, BigTIFF and EXIF, read with every offset checked.
struct TIFFDirectoryReader: Sendable {
  let view: ByteView
  /// Where offsets count from: the byte-order mark.
  let base: Int
  /// The first byte that is no longer part of the block.
  let end: Int
  let littleEndian: Bool
  /// BigTIFF: 8-byte offsets and counts.
  let isBig: Bool
  /// Offset of the first directory, from `base`.
  let firstDirectory: Int

  /// Reads the byte-order mark and the first offset of the block `range`.
  init?(_ view: ByteView, in range: Range<Int>) {
    guard view.holds(range.count, at: range.lowerBound), range.count >= 8 else { return nil }
    let base = range.lowerBound
    guard view.has("II", at: base) || view.has("MM", at: base) else { return nil }
    let little = view.has("II", at: base)
    switch view.u16(base + 2, littleEndian: little) {
    case 42:
      guard let first = view.u32(base + 4, littleEndian: little) else { return nil }
      firstDirectory = first
      isBig = false
    case 43:
      guard view.u16(base + 4, littleEndian: little) == 8,
        let first = view.u64(base + 8, littleEndian: little)
      else { return nil }
      firstDirectory = first
      isBig = true
    default: return nil
    }
    self.view = view
    self.base = base
    end = range.upperBound
    littleEndian = little
  }

  /// The directory at an offset from `base`, or `nil` if it does not lie wholly inside.
  func directory(at offset: Int) -> TIFFDirectory? {
    guard offset >= 8, offset < end - base else { return nil }
    let at = base + offset
    let countSize = isBig ? 8 : 2
    let entrySize = isBig ? 20 : 12
    guard let count = number(at, size: countSize), count <= 65_535,
      inside(at + countSize, count * entrySize + (isBig ? 8 : 4))
    else { return nil }
    var entries: [Int: TIFFEntry] = [:]
    for index in 0..<count {
      let place = at + countSize + index * entrySize
      guard let tag = number(place, size: 2), let type = number(place + 2, size: 2),
        let valueCount = number(place + 4, size: isBig ? 8 : 4)
      else { continue }
      let inline = place + (isBig ? 12 : 8)
      guard let size = TIFFEntry.size(ofType: type),
        valueCount <= end / size
      else { continue }
      var valueAt = inline
      if size * valueCount > (isBig ? 8 : 4) {
        guard let pointer = number(inline, size: isBig ? 8 : 4), pointer < end - base else {
          continue
        }
        valueAt = base + pointer
        guard inside(valueAt, size * valueCount) else { continue }
      }
      // The first entry of a tag rules, as in libtiff.
      if entries[tag] == nil {
        entries[tag] = TIFFEntry(type: type, size: size, count: valueCount, at: valueAt)
      }
    }
    let next = number(at + countSize + count * entrySize, size: isBig ? 8 : 4) ?? 0
    return TIFFDirectory(reader: self, entries: entries, next: next)
  }

  func number(_ at: Int, size: Int) -> Int? {
    guard inside(at, size) else { return nil }
    return view.number(at, size: size, littleEndian: littleEndian)
  }

  private func inside(_ at: Int, _ length: Int) -> Bool {
    at >= base && length >= 0 && at <= end && length <= end - at
  }
}

/// One value of a directory: where it lies and how it is stored.
struct TIFFEntry: Sendable {
  var type: Int
  var size: Int
  var count: Int
  var at: Int

  /// Bytes a value (TIFF 6.0 section 2, and the BigTIFF types 16...18).
  static func size(ofType type: Int) -> Int? {
    switch type {
    case 1, 2, 6, 7: 1
    case 3, 8: 2
    case 4, 9, 11, 13: 4
    case 5, 10, 12, 16, 17, 18: 8
    default: nil
    }
  }
}

/// One directory: its values by tag and the offset of the next one, 0 for the last.
struct TIFFDirectory: Sendable {
  let reader: TIFFDirectoryReader
  let entries: [Int: TIFFEntry]
  let next: Int

  /// A whole number (types BYTE, SHORT, LONG, IFD, LONG8).
  func integer(_ tag: Int, index: Int = 0) -> Int? {
    guard let entry = entries[tag], index >= 0, index < entry.count,
      [1, 3, 4, 13, 16, 18].contains(entry.type)
    else { return nil }
    return reader.number(entry.at + index * entry.size, size: entry.size)
  }

  /// The bytes of an ASCII value, without the closing NUL.
  func ascii(_ tag: Int, limit: Int = 256) -> [UInt8]? {
    guard let entry = entries[tag], entry.type == 2 || entry.type == 7 || entry.type == 1
    else { return nil }
    let length = min(entry.count, limit)
    guard reader.view.holds(length, at: entry.at) else { return nil }
    return Array(reader.view.bytes[entry.at..<entry.at + length].prefix { $0 != 0 })
  }
}
