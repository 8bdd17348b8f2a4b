/// What a file looked like when it was read: a cheap sign that it has not changed since.
public struct FileStamp: Sendable, Hashable {
  /// Bytes.
  public var size: Int64
  /// Nanoseconds since 1970 of the last change.
  public var modified: Int64

  /// A stamp from size and time.
  public init(size: Int64, modified: Int64) {
    self.size = size
    self.modified = modified
  }
}

/// The picture of one reading's digits.
public struct RecordedCrop: Sendable, Hashable {
  /// The reading's place in the result, from 0.
  public var position: Int
  /// The PNG file's bytes.
  public var png: [UInt8]

  /// A crop of one reading.
  public init(position: Int, png: [UInt8]) {
    self.position = position
    self.png = png
  }
}

/// A photo that was read and is to be recorded.
public struct RecordedPhoto: Sendable, Hashable {
  /// The path's bytes.
  public var path: [UInt8]
  /// SHA-256 of the bytes, 64 small hexadecimal digits; `nil` when the file could not be read.
  public var sha256: String?
  /// What the file looked like; without it a later run has to hash it to know it.
  public var stamp: FileStamp?
  /// A perceptual hash of the picture.
  public var perceptualHash: UInt64?
  /// The result, the JSON object `imeikit.photo/1` exactly as the kit prints it.
  public var result: String
  /// The pictures of the readings' digits, kept in the case file.
  public var crops: [RecordedCrop]

  /// A photo to record.
  public init(
    path: [UInt8], sha256: String?, stamp: FileStamp?, perceptualHash: UInt64? = nil,
    result: String, crops: [RecordedCrop] = []
  ) {
    self.path = path
    self.sha256 = sha256
    self.stamp = stamp
    self.perceptualHash = perceptualHash
    self.result = result
    self.crops = crops
  }
}

/// A file whose bytes the case knows already under another name.
public struct NamedPhoto: Sendable, Hashable {
  /// The path's bytes.
  public var path: [UInt8]
  /// SHA-256 of the bytes.
  public var sha256: String
  /// What the file looked like.
  public var stamp: FileStamp?

  /// A further name of a photo.
  public init(path: [UInt8], sha256: String, stamp: FileStamp?) {
    self.path = path
    self.sha256 = sha256
    self.stamp = stamp
  }
}

/// What became of photos that were to be recorded.
public struct RecordSummary: Sendable, Hashable {
  /// Photos recorded with a result of their own.
  public var recorded = 0
  /// Photos that had a result with these settings already; nothing was written but a new name.
  public var known = 0
  /// Files without digest, which could not be read.
  public var unread = 0
}
