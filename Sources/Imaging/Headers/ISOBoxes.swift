/// One box of an ISO base media file (ISO/IEC 14496-12 section 4.2).
struct ISOBox: Sendable {
  var type: String
  /// The bytes after the box header.
  var content: Range<Int>
  /// The box announces more bytes than there are.
  var isCut: Bool

  /// The boxes that follow each other in `range`; walking stops at the first that is malformed.
  static func list(_ view: ByteView, in range: Range<Int>) -> [ISOBox] {
    var boxes: [ISOBox] = []
    var at = range.lowerBound
    while at + 8 <= range.upperBound, let type = view.fourCC(at + 4), var size = view.u32(at) {
      var header = 8
      if size == 1 {
        guard let large = view.u64(at + 8) else { break }
        size = large
        header = 16
      } else if size == 0 {
        size = range.upperBound - at
      }
      guard size >= header else { break }
      let isCut = size > range.upperBound - at
      let end = isCut ? range.upperBound : at + size
      guard at + header <= end else { break }
      boxes.append(ISOBox(type: type, content: at + header..<end, isCut: isCut))
      at = end
    }
    return boxes
  }
}

/// The items of a HEIF file: what each is, where it lies and what belongs to it.
///
/// ISO/IEC 23008-12 and the meta box of 14496-12. Only the tables are read, each bounded by the
/// bytes that hold it.
struct HEIFItems: Sendable {
  var primary: Int?
  var types: [Int: String] = [:]
  /// Property boxes of each item, in the order in which they apply.
  var properties: [Int: [ISOBox]] = [:]
  /// Tiles of a grid, in order.
  var derivedFrom: [Int: [Int]] = [:]
  /// What describes an item (`cdsc`): from the description to the items.
  var describes: [Int: [Int]] = [:]
  /// Byte ranges of items within the file; those inside the meta box's `idat` included.
  var extents: [Int: [Range<Int>]] = [:]
  /// Some item's bytes lie beyond the end of the file.
  var isCut = false

  init(_ view: ByteView, meta: ISOBox) {
    let start = meta.content.lowerBound + 4
    guard start <= meta.content.upperBound else { return }
    let boxes = ISOBox.list(view, in: start..<meta.content.upperBound)
    let idat = boxes.first { $0.type == "idat" }?.content
    for box in boxes {
      isCut = isCut || box.isCut
      switch box.type {
      case "pitm": readPrimary(view, box)
      case "iinf": readTypes(view, box)
      case "iref": readReferences(view, box)
      case "iprp": readProperties(view, box)
      case "iloc": readLocations(view, box, idat: idat)
      default: break
      }
    }
  }

  private mutating func readPrimary(_ view: ByteView, _ box: ISOBox) {
    let at = box.content.lowerBound
    primary = view.byte(at) == 0 ? view.u16(at + 4) : view.u32(at + 4)
  }

  private mutating func readTypes(_ view: ByteView, _ box: ISOBox) {
    let at = box.content.lowerBound
    let start = at + (view.byte(at) == 0 ? 6 : 8)
    guard start <= box.content.upperBound else { return }
    for entry in ISOBox.list(view, in: start..<box.content.upperBound) where entry.type == "infe" {
      let at = entry.content.lowerBound
      guard let version = view.byte(at), version >= 2 else { continue }
      let idSize = version == 2 ? 2 : 4
      if let id = view.number(at + 4, size: idSize, littleEndian: false) {
        types[id] = view.fourCC(at + 4 + idSize + 2)
      }
    }
  }

  private mutating func readReferences(_ view: ByteView, _ box: ISOBox) {
    let at = box.content.lowerBound
    let idSize = view.byte(at) == 0 ? 2 : 4
    guard at + 4 <= box.content.upperBound else { return }
    for entry in ISOBox.list(view, in: at + 4..<box.content.upperBound) {
      let at = entry.content.lowerBound
      guard let from = view.number(at, size: idSize, littleEndian: false),
        let count = view.u16(at + idSize)
      else { continue }
      let targets = (0..<count).compactMap {
        view.number(at + idSize + 2 + $0 * idSize, size: idSize, littleEndian: false)
      }
      if entry.type == "dimg" { derivedFrom[from] = targets }
      if entry.type == "cdsc" { describes[from] = targets }
    }
  }

  private mutating func readProperties(_ view: ByteView, _ box: ISOBox) {
    let children = ISOBox.list(view, in: box.content)
    guard let container = children.first(where: { $0.type == "ipco" }) else { return }
    let all = ISOBox.list(view, in: container.content)
    for table in children where table.type == "ipma" {
      var at = table.content.lowerBound
      let end = table.content.upperBound
      guard let version = view.byte(at), let flags = view.byte(at + 3) else { continue }
      let idSize = version == 0 ? 2 : 4
      let indexSize = flags & 1 == 1 ? 2 : 1
      at += 8
      while at < end, let id = view.number(at, size: idSize, littleEndian: false),
        let count = view.byte(at + idSize)
      {
        at += idSize + 1
        for _ in 0..<count {
          guard let raw = view.number(at, size: indexSize, littleEndian: false) else { return }
          at += indexSize
          let index = raw & (indexSize == 2 ? 0x7FFF : 0x7F)
          if index > 0, index <= all.count { properties[id, default: []].append(all[index - 1]) }
        }
      }
    }
  }

  private mutating func readLocations(_ view: ByteView, _ box: ISOBox, idat: Range<Int>?) {
    var at = box.content.lowerBound
    let end = box.content.upperBound
    guard let version = view.byte(at), let sizes = view.u16(at + 4) else { return }
    let (offsetSize, lengthSize) = (sizes >> 12, sizes >> 8 & 15)
    let (baseSize, indexSize) = (sizes >> 4 & 15, version == 0 ? 0 : sizes & 15)
    // Entries without any byte of their own would let a small file ask for billions.
    guard offsetSize + lengthSize > 0 else { return }
    let idSize = version < 2 ? 2 : 4
    at += 6 + idSize
    func next(_ size: Int) -> Int? {
      guard at + size <= end else { return nil }
      defer { at += size }
      return view.number(at, size: size, littleEndian: false)
    }
    while at < end, let id = next(idSize) {
      guard let method = next(version == 0 ? 0 : 2), next(2) != nil, let base = next(baseSize),
        let count = next(2)
      else { return }
      var ranges: [Range<Int>] = []
      for _ in 0..<count {
        guard next(indexSize) != nil, let offset = next(offsetSize), let length = next(lengthSize)
        else { return }
        guard method & 15 < 2 else { continue }
        let area = method & 15 == 1 ? idat ?? 0..<0 : 0..<view.count
        let (start, overflow) = base.addingReportingOverflow(offset)
        guard !overflow, start <= area.count, length <= area.count - start else {
          isCut = true
          continue
        }
        let first = area.lowerBound + start
        ranges.append(first..<(length == 0 ? area.upperBound : first + length))
      }
      extents[id] = ranges
    }
  }
}
