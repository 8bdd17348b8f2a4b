/// A file that a process wants to read, or reads.
public struct FileClaim: Sendable, Hashable {
  /// The path's bytes.
  public var path: [UInt8]
  /// SHA-256 of the bytes, 64 small hexadecimal digits; `nil` when the file was not hashed yet.
  public var sha256: String?

  /// A claim on one file.
  public init(path: [UInt8], sha256: String? = nil) {
    self.path = path
    self.sha256 = sha256
  }
}

/// What became of the files that a process wanted.
public struct ClaimAnswer: Sendable, Hashable {
  /// The caller's to read now.
  public var granted: [FileClaim] = []
  /// Being read already, by another process or, under another name, by this one; ask again later.
  public var held: [FileClaim] = []
  /// Read already with the run's settings.
  public var alreadyRead: [FileClaim] = []
  /// Not looked at, as `limit` were granted.
  public var remaining: [FileClaim] = []
}
