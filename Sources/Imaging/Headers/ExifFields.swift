/// The few EXIF values that are kept: orientation, camera time, make and model.
///
/// Tags after CIPA DC-008-2019 (EXIF 2.32). Anything malformed is left out, never an error: a
/// photo is not refused for its metadata.
struct ExifFields: Sendable, Hashable {
  var orientation: Int?
  var cameraTime: String?
  var cameraMake: String?
  var cameraModel: String?

  init() {}

  /// Reads a TIFF-shaped EXIF block; a leading `Exif\0\0` is skipped.
  init(_ view: ByteView, in range: Range<Int>) {
    self.init()
    var start = range.lowerBound
    if view.has("Exif", at: start) { start += 6 }
    guard start < range.upperBound,
      let reader = TIFFDirectoryReader(view, in: start..<range.upperBound),
      let main = reader.directory(at: reader.firstDirectory)
    else { return }
    self = ExifFields(main: main)
  }

  /// Reads a main directory and the EXIF directory it points to.
  init(main: TIFFDirectory) {
    if let value = main.integer(0x0112), (1...8).contains(value) { orientation = value }
    cameraMake = Self.sanitised(main.ascii(0x010F))
    cameraModel = Self.sanitised(main.ascii(0x0110))
    guard let pointer = main.integer(0x8769), let exif = main.reader.directory(at: pointer)
    else { return }
    if let time = Self.time(exif.ascii(0x9003)) {
      cameraTime = time + (Self.offset(exif.ascii(0x9011)) ?? "")
    } else if let time = Self.time(exif.ascii(0x9004)) {
      cameraTime = time + (Self.offset(exif.ascii(0x9012)) ?? "")
    }
  }

  /// Printable ASCII, runs of other bytes as one space, at most 64 characters; `nil` if none.
  static func sanitised(_ bytes: [UInt8]?) -> String? {
    guard let bytes else { return nil }
    var kept: [UInt8] = []
    for byte in bytes where kept.count < 64 {
      let printable = (0x21...0x7E).contains(byte) ? byte : 0x20
      if printable == 0x20, kept.isEmpty || kept.last == 0x20 { continue }
      kept.append(printable)
    }
    while kept.last == 0x20 { kept.removeLast() }
    return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
  }

  /// `2026:11:21 10:20:30` as `2026-11-21T10:20:30`; `nil` for blanks and impossible times.
  static func time(_ bytes: [UInt8]?) -> String? {
    guard let bytes, bytes.count == 19 else { return nil }
    let shape = Array("dddd:dd:dd dd:dd:dd".utf8)
    for (byte, wanted) in zip(bytes, shape) {
      guard wanted == 0x64 ? (0x30...0x39).contains(byte) : byte == wanted else { return nil }
    }
    func value(_ at: Int) -> Int { Int(bytes[at] - 0x30) * 10 + Int(bytes[at + 1] - 0x30) }
    guard (1...12).contains(value(5)), (1...31).contains(value(8)), value(11) < 24,
      value(14) < 60, value(17) < 61
    else { return nil }
    var text = bytes
    text[4] = 0x2D
    text[7] = 0x2D
    text[10] = 0x54
    return String(decoding: text, as: UTF8.self)
  }

  /// `+01:00` as it stands; `nil` for anything else.
  static func offset(_ bytes: [UInt8]?) -> String? {
    guard let bytes, bytes.count == 6, bytes[0] == 0x2B || bytes[0] == 0x2D, bytes[3] == 0x3A,
      [1, 2, 4, 5].allSatisfy({ (0x30...0x39).contains(bytes[$0]) })
    else { return nil }
    return String(decoding: bytes, as: UTF8.self)
  }
}
