/// Builds TIFF-shaped EXIF blocks for tests, either byte order.
public struct ExifBlock: Sendable {
  /// The orientation tag, left out if `nil`.
  public var orientation: Int?
  /// The camera's make.
  public var make: [UInt8]?
  /// The camera's model.
  public var model: [UInt8]?
  /// `YYYY:MM:DD HH:MM:SS`.
  public var time: String?
  /// `+01:00`.
  public var timeOffset: String?

  /// Makes a description of a block; texts are written as they are.
  public init(
    orientation: Int? = nil, make: String? = nil, model: String? = nil, time: String? = nil,
    timeOffset: String? = nil
  ) {
    self.orientation = orientation
    self.make = make.map { Array($0.utf8) }
    self.model = model.map { Array($0.utf8) }
    self.time = time
    self.timeOffset = timeOffset
  }

  /// The block from its byte-order mark on.
  public func bytes(littleEndian: Bool = false) -> [UInt8] {
    var main: [TIFFField] = []
    if let make { main.append(.ascii(0x010F, make)) }
    if let model { main.append(.ascii(0x0110, model)) }
    if let orientation { main.append(.short(0x0112, [orientation])) }
    var detail: [TIFFField] = []
    if let time { detail.append(.ascii(0x9003, Array(time.utf8))) }
    if let timeOffset { detail.append(.ascii(0x9011, Array(timeOffset.utf8))) }
    var file = TIFFFile(littleEndian: littleEndian)
    if detail.isEmpty {
      file.addDirectory(main)
    } else {
      // The second directory follows the first, whose size does not depend on the pointer's value.
      var trial = TIFFFile(littleEndian: littleEndian)
      trial.addDirectory(main + [.long(0x8769, [0])])
      file.addDirectory(main + [.long(0x8769, [trial.bytes.count])])
      file.addDirectory(detail, isLinked: false)
    }
    return file.bytes
  }
}
