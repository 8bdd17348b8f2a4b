/// What became of a file that was uploaded.
public enum UploadState: String, Sendable, Hashable, CaseIterable {
  /// Its bytes are kept, and nothing has read them yet.
  case waiting
  /// The case has a result of it.
  case read
  /// It is no picture, or none that is read.
  case refused
}

/// A file that was uploaded and whose bytes are kept.
public struct NewUpload: Sendable, Hashable {
  /// The most bytes of a name.
  public static let longestName = 4_096
  /// The most uploads of one call.
  public static let mostAtOnce = 1_000

  /// The name that it was uploaded under, byte for byte.
  public var name: [UInt8]
  /// SHA-256 of its bytes, 64 small hexadecimal digits.
  public var sha256: String
  /// Bytes.
  public var size: Int64
  /// The exhibit that it shows, as the sender says.
  public var exhibit: String?
  /// Where the exhibit was named.
  public var exhibitSource: AssignmentSource

  /// An upload to record.
  public init(
    name: [UInt8], sha256: String, size: Int64, exhibit: String? = nil,
    exhibitSource: AssignmentSource = .person
  ) {
    self.name = name
    self.sha256 = sha256
    self.size = size
    self.exhibit = exhibit
    self.exhibitSource = exhibitSource
  }
}

/// An upload as the case has it.
public struct UploadRecord: Sendable, Hashable {
  /// Names it for whoever sent it, a UUID.
  public let id: String
  /// The name that it was uploaded under.
  public let name: [UInt8]
  /// SHA-256 of its bytes, 64 small hexadecimal digits.
  public let sha256: String
  /// Bytes.
  public let size: Int64
  /// The exhibit that it shows, as the sender said.
  public let exhibit: String?
  /// Who sent it.
  public let person: String
  /// The sender's key of the request it came with.
  public let key: String?
  /// SHA-256 of that whole request, 64 small hexadecimal digits.
  public let keyDigest: String?
  /// When its bytes were kept, UTC.
  public let receivedAt: String
  /// What became of it.
  public let state: UploadState
  /// Whether the case had these bytes before.
  public let isKnown: Bool
  /// Why it was refused, when no result says it.
  public let reason: String?
  /// Its place in the order of receipt, for the next page.
  public let row: Int64
}
