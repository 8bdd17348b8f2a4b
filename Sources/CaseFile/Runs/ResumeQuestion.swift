/// Whether a file has still to be read.
public struct ResumeQuestion: Sendable, Hashable {
  /// The path's bytes.
  public var path: [UInt8]
  /// What the file looks like now.
  public var stamp: FileStamp?
  /// SHA-256 of the bytes, when it was hashed; it decides then, not the path.
  public var sha256: String?

  /// A question about one file.
  public init(path: [UInt8], stamp: FileStamp?, sha256: String? = nil) {
    self.path = path
    self.stamp = stamp
    self.sha256 = sha256
  }
}

/// What the case knows of a file.
public enum ResumeAnswer: Sendable, Hashable {
  /// It has to be read.
  case new
  /// It was read with these settings.
  case alreadyRead(photo: String)
  /// Its bytes were read with these settings under another name; see
  /// ``CaseFile/recordNames(_:run:)``.
  case alreadyReadElsewhere(photo: String)
  /// It was read, with other settings, last in this run; read again only on request.
  case readWithOtherSettings(photo: String, run: RunID)
  /// The path is known, but the file looks different or has no stamp: hash it and ask again. When the
  /// digest is another one too, the original was changed.
  case hashNeeded(previous: String)
}
