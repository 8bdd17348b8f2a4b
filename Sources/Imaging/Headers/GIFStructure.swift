/// The first frame of a GIF file (GIF89a specification), found without unpacking.
struct GIFStructure: Sendable {
  /// Size of the logical screen, or of the frame where the file announces none.
  var width: Int
  var height: Int
  /// The frame's place on the screen.
  var frame = PixelRect(x: 0, y: 0, width: 0, height: 0)
  var isInterlaced = false
  /// Where the frame's colours lie, three bytes each.
  var palette = (at: 0, count: 0)
  var transparentIndex: Int?
  /// Where the frame's code size stands; its data blocks follow.
  var dataStart = 0

  init(_ view: ByteView) throws(ImagingError) {
    guard view.holds(13, at: 0), let flags = view.byte(10) else {
      throw .truncated(.gif, bytes: view.count)
    }
    width = view.u16(6, littleEndian: true) ?? 0
    height = view.u16(8, littleEndian: true) ?? 0
    var at = 13
    if flags & 0x80 != 0 {
      palette = (at, 2 << (flags & 7))
      at += 3 * palette.count
    }
    while let block = view.byte(at) {
      at += 1
      switch block {
      case 0x21: try skipExtension(view, &at)
      case 0x2C:
        try readFrame(view, at: at)
        return
      case 0x3B: throw .damaged(.gif, "it holds no picture")
      default: throw .damaged(.gif, "an unknown block stands at byte \(at - 1)")
      }
    }
    throw .truncated(.gif, bytes: view.count)
  }

  private mutating func skipExtension(_ view: ByteView, _ at: inout Int) throws(ImagingError) {
    if view.byte(at) == 0xF9, view.byte(at + 1) == 4, let flags = view.byte(at + 2) {
      transparentIndex = flags & 1 == 1 ? view.byte(at + 5) : nil
    }
    at += 1
    while let length = view.byte(at) {
      at += 1 + length
      if length == 0 { return }
    }
    throw .truncated(.gif, bytes: view.count)
  }

  private mutating func readFrame(_ view: ByteView, at: Int) throws(ImagingError) {
    guard let x = view.u16(at, littleEndian: true), let y = view.u16(at + 2, littleEndian: true),
      let frameWidth = view.u16(at + 4, littleEndian: true),
      let frameHeight = view.u16(at + 6, littleEndian: true), let flags = view.byte(at + 8)
    else { throw .truncated(.gif, bytes: view.count) }
    frame = PixelRect(x: x, y: y, width: frameWidth, height: frameHeight)
    isInterlaced = flags & 0x40 != 0
    dataStart = at + 9
    if flags & 0x80 != 0 {
      palette = (dataStart, 2 << (flags & 7))
      dataStart += 3 * palette.count
    }
    if width == 0 || height == 0 { (width, height) = (x + frameWidth, y + frameHeight) }
  }
}
