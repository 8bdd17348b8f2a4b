/// The headers of a Windows bitmap (BITMAPCOREHEADER to BITMAPV5HEADER).
struct BMPStructure: Sendable {
  /// How the pixels are stored.
  enum Coding: Sendable {
    case plain
    case runs8
    case runs4
    /// 16 or 32 bits with masks for red, green and blue.
    case masks(red: Int, green: Int, blue: Int)
  }

  var width: Int
  var height: Int
  /// Rows run from top to bottom; bitmaps usually run upward.
  var isTopDown: Bool
  var bits: Int
  var coding = Coding.plain
  /// Where the palette begins, bytes an entry, and how many entries there may be.
  var palette = (at: 0, size: 4, count: 0)
  var dataStart: Int

  init(_ view: ByteView) throws(ImagingError) {
    guard let start = view.u32(10, littleEndian: true), let size = view.u32(14, littleEndian: true),
      view.holds(size, at: 14)
    else { throw .truncated(.bmp, bytes: view.count) }
    dataStart = start
    let signedHeight: Int
    var compression = 0
    if size == 12 {
      width = view.u16(18, littleEndian: true) ?? 0
      signedHeight = view.u16(20, littleEndian: true) ?? 0
      bits = view.u16(24, littleEndian: true) ?? 0
    } else {
      width = view.i32(18, littleEndian: true) ?? 0
      signedHeight = view.i32(22, littleEndian: true) ?? 0
      bits = view.u16(28, littleEndian: true) ?? 0
      if size >= 40 { compression = view.u32(30, littleEndian: true) ?? 0 }
    }
    isTopDown = signedHeight < 0
    height = abs(signedHeight)
    var headerEnd = 14 + size
    if size == 40, compression == 3 || compression == 6 {
      headerEnd += compression == 3 ? 12 : 16
    }
    palette = (headerEnd, size == 12 ? 3 : 4, bits <= 8 ? 1 << max(0, bits) : 0)
    try setCoding(view, compression: compression)
  }

  private mutating func setCoding(_ view: ByteView, compression: Int) throws(ImagingError) {
    switch (compression, bits) {
    case (0, 1), (0, 2), (0, 4), (0, 8), (0, 24), (0, 32): coding = .plain
    case (0, 16): coding = .masks(red: 0x7C00, green: 0x03E0, blue: 0x001F)
    case (1, 8): coding = .runs8
    case (2, 4): coding = .runs4
    case (3, 16), (3, 32), (6, 16), (6, 32):
      guard let red = view.u32(54, littleEndian: true),
        let green = view.u32(58, littleEndian: true), let blue = view.u32(62, littleEndian: true)
      else { throw .truncated(.bmp, bytes: view.count) }
      coding = .masks(red: red, green: green, blue: blue)
    case (4, _), (5, _): throw .variant(.bmp, "JPEG or PNG data inside")
    default: throw .variant(.bmp, "\(bits) bits a pixel with coding \(compression)")
    }
  }
}
