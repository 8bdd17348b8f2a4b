import BlockList

/// Everything the kit says about one photo: the JSON object `imeikit.photo/1`.
///
/// Keys are written in the order of the declarations below and every key is always there; what is
/// not known is null. Two runs over the same bytes differ in ``milliseconds`` alone.
public struct PhotoResult: Hashable, Sendable {
  /// The value of the key `schema`.
  public static let schema = "imeikit.photo/1"

  /// The photo's status; the strongest of its readings', or why there are none.
  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    /// Every reading is accepted.
    case accepted
    /// A person has to settle at least one reading.
    case review
    /// An IMEI is there, but no whole number can be read.
    case unreadable
    /// No IMEI is there.
    case none
    /// The file could not be opened safely.
    case refused
  }

  /// The file as named by the caller; bytes that are no UTF-8 are U+FFFD.
  public var file: String
  /// The exact file name, percent-encoded, only when it is not valid UTF-8.
  public var fileBytes: String?
  /// SHA-256 of the file's bytes, 64 small hexadecimal digits; null when it could not be read.
  public var sha256: String?
  /// The photo's status.
  public var status: Status
  /// Why the photo was refused or is unreadable; null otherwise.
  public var reason: String?
  /// What the person should do about ``reason``.
  public var cure: String?
  /// Width in pixels as stored, of the first page.
  public var width: Int?
  /// Height in pixels as stored, of the first page.
  public var height: Int?
  /// The EXIF orientation 1...8 as stored.
  public var orientation: Int?
  /// Number of pages or frames in the file.
  public var pages: Int?
  /// 64 bits of the first page's look, 16 small hexadecimal digits; null when there is no picture. Pictures
  /// whose hashes differ in few bits are the same one in another file.
  public var perceptualHash: String?
  /// What the camera wrote into the file; null when it wrote nothing.
  public var camera: Camera?
  /// Every reading, in page order, then as they stand on the page.
  public var readings: [Reading]
  /// Identifiers that are no IMEI.
  public var others: [Other]
  /// Time spent, the only part that differs between two runs.
  public var milliseconds: Milliseconds
  /// What a person should know besides: truncated file, pages left out, list missing.
  public var warnings: [String]
  /// A picture of the whole photo as a PNG file, where one was asked for; it travels beside the object.
  public var previewPNG: [UInt8]?

  /// Makes a result; only the path and the status are needed.
  public init(
    path: PhotoPath, status: Status, sha256: String? = nil, reason: String? = nil,
    cure: String? = nil, width: Int? = nil, height: Int? = nil, orientation: Int? = nil,
    pages: Int? = nil, perceptualHash: String? = nil, camera: Camera? = nil,
    readings: [Reading] = [], others: [Other] = [],
    milliseconds: Milliseconds = Milliseconds(), warnings: [String] = []
  ) {
    self.file = path.text
    self.fileBytes = path.percentEncoded
    self.sha256 = sha256
    self.status = status
    self.reason = reason
    self.cure = cure
    self.width = width
    self.height = height
    self.orientation = orientation
    self.pages = pages
    self.perceptualHash = perceptualHash
    self.camera = camera
    self.readings = readings
    self.others = others
    self.milliseconds = milliseconds
    self.warnings = warnings
  }

  /// The result for a file that was not read.
  public static func refused(
    _ path: PhotoPath, reason: String, cure: String, sha256: String? = nil
  ) -> PhotoResult {
    PhotoResult(path: path, status: .refused, sha256: sha256, reason: reason, cure: cure)
  }

  /// The photo's path, its bytes restored; setting it sets ``file`` and ``fileBytes``.
  public var path: PhotoPath {
    get { PhotoPath(text: file, percentEncoded: fileBytes) ?? PhotoPath(file) }
    set {
      file = newValue.text
      fileBytes = newValue.percentEncoded
    }
  }

  /// True when any reading is on a block list, accepted or not.
  public var isFlagged: Bool {
    readings.contains { $0.answer?.state == .flagged }
  }
}

extension PhotoResult: Codable {
  private enum Key: String, CodingKey {
    case schema, file, fileBytes, sha256, status, reason, cure, width, height, orientation, pages
    case perceptualHash, camera, readings, others, milliseconds, warnings
  }

  /// Writes every key in the schema's order.
  public func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(Self.schema, forKey: .schema)
    try keys.encode(file, forKey: .file)
    try keys.encode(fileBytes, forKey: .fileBytes)
    try keys.encode(sha256, forKey: .sha256)
    try keys.encode(status, forKey: .status)
    try keys.encode(reason, forKey: .reason)
    try keys.encode(cure, forKey: .cure)
    try keys.encode(width, forKey: .width)
    try keys.encode(height, forKey: .height)
    try keys.encode(orientation, forKey: .orientation)
    try keys.encode(pages, forKey: .pages)
    try keys.encode(perceptualHash, forKey: .perceptualHash)
    try keys.encode(camera, forKey: .camera)
    try keys.encode(readings, forKey: .readings)
    try keys.encode(others, forKey: .others)
    try keys.encode(milliseconds, forKey: .milliseconds)
    try keys.encode(warnings, forKey: .warnings)
  }

  /// Reads an object of this schema; another schema is refused.
  public init(from decoder: any Decoder) throws {
    let keys = try decoder.container(keyedBy: Key.self)
    let schema = try keys.decode(String.self, forKey: .schema)
    guard schema == Self.schema else {
      throw DecodingError.dataCorruptedError(
        forKey: .schema, in: keys, debugDescription: "The schema is not \(Self.schema).")
    }
    file = try keys.decode(String.self, forKey: .file)
    fileBytes = try keys.decodeIfPresent(String.self, forKey: .fileBytes)
    sha256 = try keys.decodeIfPresent(String.self, forKey: .sha256)
    status = try keys.decode(Status.self, forKey: .status)
    reason = try keys.decodeIfPresent(String.self, forKey: .reason)
    cure = try keys.decodeIfPresent(String.self, forKey: .cure)
    width = try keys.decodeIfPresent(Int.self, forKey: .width)
    height = try keys.decodeIfPresent(Int.self, forKey: .height)
    orientation = try keys.decodeIfPresent(Int.self, forKey: .orientation)
    pages = try keys.decodeIfPresent(Int.self, forKey: .pages)
    perceptualHash = try keys.decodeIfPresent(String.self, forKey: .perceptualHash)
    camera = try keys.decodeIfPresent(Camera.self, forKey: .camera)
    readings = try keys.decode([Reading].self, forKey: .readings)
    others = try keys.decode([Other].self, forKey: .others)
    milliseconds = try keys.decode(Milliseconds.self, forKey: .milliseconds)
    warnings = try keys.decode([String].self, forKey: .warnings)
  }
}
