internal import CaseFile

/// The end of the log.
struct HeadAnswer: Codable, Sendable, Hashable {
  /// The short code, to print or to read out.
  var code: String
  /// The last event's place in the log.
  var sequence: Int64
  /// Its hash, 64 small hexadecimal digits.
  var hash: String
  /// When it was logged, UTC.
  var time: String

  init(_ head: AuditHead) {
    code = head.shortCode
    sequence = head.sequence
    hash = head.hash.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    time = head.time
  }
}
