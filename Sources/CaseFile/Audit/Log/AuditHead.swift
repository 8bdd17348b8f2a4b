/// The end of a log: whoever knows it can tell whether the log was changed or cut off before it.
public struct AuditHead: Sendable, Hashable {
  /// The case that the log belongs to, a UUID.
  public let caseIdentifier: String
  /// The last event's sequence.
  public let sequence: Int64
  /// The last event's hash.
  public let hash: [UInt8]
  /// The last event's time.
  public let time: String

  /// A head from its parts.
  public init(caseIdentifier: String, sequence: Int64, hash: [UInt8], time: String) {
    self.caseIdentifier = caseIdentifier
    self.sequence = sequence
    self.hash = hash
    self.time = time
  }

  /// `XXXX-XXXX-XXXX-XXXX`: the first 80 bits of the hash in base32, to print or to read out.
  public var shortCode: String { ShortCode.text(hash) }
}
