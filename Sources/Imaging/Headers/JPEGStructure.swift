internal import Glibc

/// The marker segments of a JPEG file, walked without decoding (ITU-T T.81 annex B).
struct JPEGStructure: Sendable {
  var width = 0
  var height = 0
  var components = 0
  var exif = ExifFields()
  /// The colour transform of an Adobe APP14 segment, if there is one.
  var adobeTransform: Int?
  /// Where the first scan's header begins.
  private var scanStart = 0

  init(_ view: ByteView) throws(ImagingError) {
    var at = 2
    var sawExif = false
    var sawFrame = false
    while true {
      guard let marker = Self.nextMarker(view, &at) else {
        throw .truncated(.jpeg, bytes: view.count)
      }
      if marker == 0x01 || (0xD0...0xD8).contains(marker) { continue }
      if marker == 0xD9 { throw .damaged(.jpeg, "it ends before any picture data") }
      guard let length = view.u16(at) else { throw .truncated(.jpeg, bytes: view.count) }
      guard length >= 2 else { throw .damaged(.jpeg, "a segment at byte \(at) has no length") }
      guard view.holds(length, at: at) else { throw .truncated(.jpeg, bytes: view.count) }
      switch marker {
      case 0xC0...0xCF where ![0xC4, 0xC8, 0xCC].contains(marker):
        if !sawFrame { try readFrame(view, at: at, length: length, marker: marker) }
        sawFrame = true
      case 0xE1 where !sawExif && view.has([0x45, 0x78, 0x69, 0x66, 0, 0], at: at + 2):
        exif = ExifFields(view, in: at + 2..<at + length)
        sawExif = true
      case 0xEE where length >= 14 && view.has("Adobe", at: at + 2):
        adobeTransform = view.byte(at + 13)
      case 0xF7: throw .variant(.jpeg, "JPEG-LS coding")
      case 0xDA:
        guard sawFrame else { throw .damaged(.jpeg, "picture data comes before its size") }
        scanStart = at
        return
      default: break
      }
      at += length
    }
  }

  private mutating func readFrame(
    _ view: ByteView, at: Int, length: Int, marker: Int
  ) throws(ImagingError) {
    guard length >= 8, let precision = view.byte(at + 2), let height = view.u16(at + 3),
      let width = view.u16(at + 5), let components = view.byte(at + 7)
    else { throw .damaged(.jpeg, "its frame header is too short") }
    guard [0xC0, 0xC1, 0xC2, 0xC9, 0xCA].contains(marker) else {
      throw .variant(.jpeg, "lossless or hierarchical coding")
    }
    guard precision == 8 else { throw .variant(.jpeg, "\(precision) bits a sample") }
    guard [1, 3, 4].contains(components) else {
      throw .variant(.jpeg, "\(components) colour components")
    }
    self.width = width
    self.height = height
    self.components = components
  }

  /// Moves past fill bytes to the next marker; junk before it is skipped as libjpeg does.
  private static func nextMarker(_ view: ByteView, _ at: inout Int) -> Int? {
    while let byte = view.byte(at) {
      at += 1
      guard byte == 0xFF else { continue }
      while view.byte(at) == 0xFF { at += 1 }
      guard let marker = view.byte(at) else { return nil }
      at += 1
      if marker != 0 { return marker }
    }
    return nil
  }

  /// Whether an end-of-image marker closes the scans; without one the file was cut off.
  func isComplete(_ view: ByteView) -> Bool {
    view.bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return false }
      var at = scanStart
      let end = buffer.count
      while at + 1 < end, let found = memchr(base + at, 0xFF, end - at - 1) {
        at = base.distance(to: UnsafeRawPointer(found)) + 1
        switch buffer[at] {
        case 0xD9: return true
        case 0x00, 0x01, 0xD0...0xD8: at += 1
        case 0xFF: continue
        default:
          guard let length = view.u16(at + 1), length >= 2 else { return false }
          at += 1 + length
        }
      }
      return false
    }
  }
}
