/// One tag of a TIFF directory.
public struct TIFFField: Sendable {
  var tag: Int
  var type: Int
  var values: [Int]

  /// ASCII text with its closing NUL.
  public static func ascii(_ tag: Int, _ text: [UInt8]) -> TIFFField {
    TIFFField(tag: tag, type: 2, values: text.map(Int.init) + [0])
  }

  /// 16-bit numbers.
  public static func short(_ tag: Int, _ values: [Int]) -> TIFFField {
    TIFFField(tag: tag, type: 3, values: values)
  }

  /// 32-bit numbers.
  public static func long(_ tag: Int, _ values: [Int]) -> TIFFField {
    TIFFField(tag: tag, type: 4, values: values)
  }
}

/// Builds TIFF files by hand: directories one after the other, each with its own data.
public struct TIFFFile: Sendable {
  /// The file so far.
  public private(set) var bytes: [UInt8]
  private let littleEndian: Bool
  private var linkPlace = 4

  /// Makes an empty file.
  public init(littleEndian: Bool = true) {
    self.littleEndian = littleEndian
    bytes = littleEndian ? [0x49, 0x49, 42, 0] : [0x4D, 0x4D, 0, 42]
    bytes += [0, 0, 0, 0]
  }

  /// Adds a page: its picture data as one strip, then its directory.
  ///
  /// `fields` go with width, height and strip; a tag given twice replaces the one made here.
  public mutating func addPage(
    width: Int, height: Int, bits: [Int], photometric: Int, data: [UInt8],
    fields: [TIFFField] = []
  ) {
    let offset = bytes.count
    bytes += data
    if bytes.count % 2 == 1 { bytes.append(0) }
    let own: [TIFFField] = [
      .long(0x0100, [width]), .long(0x0101, [height]), .short(0x0102, bits),
      .short(0x0103, [1]), .short(0x0106, [photometric]), .long(0x0111, [offset]),
      .short(0x0115, [bits.count]), .long(0x0116, [height]), .long(0x0117, [data.count]),
    ]
    let replaced = Set(fields.map(\.tag))
    addDirectory(own.filter { !replaced.contains($0.tag) } + fields)
  }

  /// Adds a directory and, unless told otherwise, links it as the next page.
  public mutating func addDirectory(_ fields: [TIFFField], isLinked: Bool = true) {
    let start = bytes.count
    if isLinked { replace(at: linkPlace, number(start, 4)) }
    let sorted = fields.sorted { $0.tag < $1.tag }
    var overflow: [UInt8] = []
    let overflowStart = start + 2 + 12 * sorted.count + 4
    bytes += number(sorted.count, 2)
    for field in sorted {
      let size = field.type == 2 ? 1 : field.type == 3 ? 2 : 4
      var data = field.values.flatMap { number($0, size) }
      bytes += number(field.tag, 2) + number(field.type, 2) + number(field.values.count, 4)
      if data.count > 4 {
        bytes += number(overflowStart + overflow.count, 4)
        overflow += data
        if overflow.count % 2 == 1 { overflow.append(0) }
      } else {
        while data.count < 4 { data.append(0) }
        bytes += data
      }
    }
    if isLinked { linkPlace = bytes.count }
    bytes += [0, 0, 0, 0]
    bytes += overflow
  }

  /// Links the last page back to the directory at an offset, as a hostile file would.
  public mutating func linkLast(to offset: Int) {
    replace(at: linkPlace, number(offset, 4))
  }

  private mutating func replace(at place: Int, _ new: [UInt8]) {
    for (index, byte) in new.enumerated() { bytes[place + index] = byte }
  }

  private func number(_ value: Int, _ size: Int) -> [UInt8] {
    let low = (0..<size).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    return littleEndian ? low : low.reversed()
  }
}
