public import CaseFile

/// What an authority says of a time stamp.
public struct TimeStampToken: Sendable, Hashable {
  /// When, by the authority's clock: UTC with milliseconds, `2026-11-21T17:20:00.123Z`.
  public let genTime: String
  /// The policy under which it was stamped, an object identifier such as `1.2.3.4.1`.
  public let policy: String
  /// The stamp's number at the authority, small hexadecimal digits.
  public let serial: String
}

/// A head of a log with an authority's time stamp.
public struct StampedHead: Sendable, Hashable {
  /// What was stamped: the head as signed.
  public let head: SignedHead
  /// The authority's reply, as it came.
  public let reply: [UInt8]
  /// What the reply says.
  public let token: TimeStampToken

  /// A head and the reply to the question for it.
  ///
  /// - Throws: ``ReportingError`` `stampRefused` as ``TimeStamps/check(reply:head:nonce:)``.
  public init(head: SignedHead, reply: [UInt8]) throws(ReportingError) {
    token = try TimeStamps.check(reply: reply, head: head.bytes)
    self.head = head
    self.reply = reply
  }
}
