/// One photo as the case has it.
public struct PhotoRecord: Sendable, Hashable {
  /// SHA-256 of the bytes, 64 small hexadecimal digits.
  public var sha256: String
  /// File names without folders, as bytes, the oldest first; more than one means the same bytes came again.
  public var names: [[UInt8]]
  /// Bytes.
  public var size: Int64?
  /// Width in pixels, upright.
  public var width: Int?
  /// Height in pixels, upright.
  public var height: Int?
  /// What the camera wrote as its time. Not verified.
  public var unverifiedCameraTime: String?
  /// `accepted`, `review`, `unreadable`, `none` or `refused`.
  public var status: String
  /// Why it was refused or is unreadable, and the machine's remarks.
  public var remarks: [String]
  /// The numbers on it, by digits, that count or are open.
  public var digits: [String]
  /// The exhibits it shows, as typed.
  public var exhibits: [String]
  /// When it was recorded, UTC.
  public var recordedAt: String
  /// Who ran the reading.
  public var person: String
  /// The program that read it, such as `imeikit 0.7.0`.
  public var program: String
  /// When the result in force was recorded, UTC; later than ``recordedAt`` when the photo was read again.
  public var readAt: String?
  /// The run that the result in force is of, as ``RunRecord/identifier``.
  public var run: String?

  /// A photo from its parts.
  public init(
    sha256: String, names: [[UInt8]], size: Int64? = nil, width: Int? = nil, height: Int? = nil,
    unverifiedCameraTime: String? = nil, status: String, remarks: [String] = [],
    digits: [String] = [], exhibits: [String] = [], recordedAt: String, person: String,
    program: String, readAt: String? = nil, run: String? = nil
  ) {
    self.sha256 = sha256
    self.names = names
    self.size = size
    self.width = width
    self.height = height
    self.unverifiedCameraTime = unverifiedCameraTime
    self.status = status
    self.remarks = remarks
    self.digits = digits
    self.exhibits = exhibits
    self.recordedAt = recordedAt
    self.person = person
    self.program = program
    self.readAt = readAt
    self.run = run
  }
}

/// A file that could not be read at all.
public struct UnreadFile: Sendable, Hashable {
  /// Its name without folders, as bytes.
  public var name: [UInt8]
  /// Why.
  public var reason: String

  /// An unread file.
  public init(name: [UInt8], reason: String) {
    self.name = name
    self.reason = reason
  }
}

/// An original that was not as recorded when it was hashed again.
public struct DeviationRecord: Sendable, Hashable {
  /// Its name without folders, as bytes.
  public var name: [UInt8]
  /// SHA-256 as recorded.
  public var sha256: String
  /// What was found, in words.
  public var outcome: String
  /// When, UTC.
  public var checkedAt: String
  /// Who knows of it.
  public var acknowledgedBy: String?

  /// A deviation.
  public init(
    name: [UInt8], sha256: String, outcome: String, checkedAt: String, acknowledgedBy: String?
  ) {
    self.name = name
    self.sha256 = sha256
    self.outcome = outcome
    self.checkedAt = checkedAt
    self.acknowledgedBy = acknowledgedBy
  }
}
