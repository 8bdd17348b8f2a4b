/// The chunks of a WebP file (RFC 9649), walked without decoding.
struct WebPStructure: Sendable {
  /// Size of the canvas.
  var width = 0
  var height = 0
  var exif = ExifFields()
  /// The first frame's place on the canvas and its chunks.
  private(set) var frame = Frame()
  private var isCut = false

  /// One picture within the file.
  struct Frame: Sendable {
    var x = 0
    var y = 0
    var width = 0
    var height = 0
    var alpha: Range<Int>?
    var picture: Range<Int>?
  }

  init(_ view: ByteView) throws(ImagingError) {
    guard let size = view.u32(4, littleEndian: true), view.count >= 16 else {
      throw .truncated(.webp, bytes: view.count)
    }
    isCut = size + 8 > view.count
    var isExtended = false
    Self.eachChunk(view, in: 12..<max(12, min(view.count, size + 8))) { type, whole, content in
      switch type {
      case "VP8X":
        isExtended = true
        width = (view.u24(content.lowerBound + 4, littleEndian: true) ?? -1) + 1
        height = (view.u24(content.lowerBound + 7, littleEndian: true) ?? -1) + 1
      case "ALPH", "VP8 ", "VP8L": frame.take(view, type: type, whole: whole, content: content)
      case "ANMF" where frame.picture == nil: frame = Self.frame(view, in: content)
      case "EXIF": exif = ExifFields(view, in: content)
      default: break
      }
    }
    if !isExtended { (width, height) = (frame.width, frame.height) }
    if width == 0, isCut { throw .truncated(.webp, bytes: view.count) }
  }

  private static func frame(_ view: ByteView, in content: Range<Int>) -> Frame {
    var frame = Frame()
    let at = content.lowerBound
    guard content.count > 16 else { return frame }
    frame.x = 2 * (view.u24(at, littleEndian: true) ?? 0)
    frame.y = 2 * (view.u24(at + 3, littleEndian: true) ?? 0)
    eachChunk(view, in: at + 16..<content.upperBound) { type, whole, content in
      frame.take(view, type: type, whole: whole, content: content)
    }
    return frame
  }

  private static func eachChunk(
    _ view: ByteView, in range: Range<Int>,
    _ body: (_ type: String, _ whole: Range<Int>, _ content: Range<Int>) -> Void
  ) {
    var at = range.lowerBound
    while let type = view.fourCC(at), let length = view.u32(at + 4, littleEndian: true),
      at + 8 + length <= range.upperBound
    {
      let end = at + 8 + length
      body(type, at..<end, at + 8..<end)
      at = end + length % 2
    }
  }

  /// A file that holds the first frame alone, as a still picture.
  func still(of view: ByteView) throws(ImagingError) -> [UInt8] {
    guard !isCut else { throw .truncated(.webp, bytes: view.count) }
    guard let picture = frame.picture else { throw .damaged(.webp, "it holds no picture") }
    guard frame.x + frame.width <= width, frame.y + frame.height <= height else {
      throw .damaged(.webp, "its picture is larger than the file announces")
    }
    var chunks: [UInt8] = []
    if let alpha = frame.alpha {
      chunks += Array("VP8X".utf8) + [10, 0, 0, 0, 0x10, 0, 0, 0]
      for size in [frame.width - 1, frame.height - 1] {
        chunks += [UInt8(size & 0xFF), UInt8(size >> 8 & 0xFF), UInt8(size >> 16 & 0xFF)]
      }
      Self.append(view.bytes[alpha], to: &chunks)
    }
    Self.append(view.bytes[picture], to: &chunks)
    let size = chunks.count + 4
    let length = (0..<4).map { UInt8(size >> (8 * $0) & 0xFF) }
    return Array("RIFF".utf8) + length + Array("WEBP".utf8) + chunks
  }

  private static func append(_ chunk: ArraySlice<UInt8>, to chunks: inout [UInt8]) {
    chunks += chunk
    if chunk.count % 2 == 1 { chunks.append(0) }
  }
}

extension WebPStructure.Frame {
  /// Takes the first alpha and picture chunk; the size is read from the picture's own header.
  fileprivate mutating func take(
    _ view: ByteView, type: String, whole: Range<Int>, content: Range<Int>
  ) {
    guard picture == nil else { return }
    let at = content.lowerBound
    switch type {
    case "ALPH": if alpha == nil { alpha = whole }
    case "VP8 ":
      picture = whole
      guard content.count >= 10 else { return }
      width = (view.u16(at + 6, littleEndian: true) ?? 0) & 0x3FFF
      height = (view.u16(at + 8, littleEndian: true) ?? 0) & 0x3FFF
    default:
      picture = whole
      alpha = nil
      guard content.count >= 5, view.byte(at) == 0x2F,
        let bits = view.u32(at + 1, littleEndian: true)
      else { return }
      width = (bits & 0x3FFF) + 1
      height = (bits >> 14 & 0x3FFF) + 1
    }
  }
}
