internal import Crypto

/// Time stamps of an authority (RFC 3161) on heads of logs: that a head, and with it the log up to it, was
/// there at a time that somebody else's clock tells.
///
/// The question holds a hash and nothing of the case. It can be carried to a machine with a network, and the
/// reply back.
public enum TimeStamps {
  /// SHA-256 (RFC 8017, B.1), as an object identifier and encoded.
  static let hashAlgorithm = "2.16.840.1.101.3.4.2.1"
  private static let encodedHashAlgorithm: [UInt8] = [0x60, 0x86, 0x48, 1, 0x65, 3, 4, 2, 1]

  /// The question for a time stamp, as `openssl ts -query -data head.json -sha256 -cert -no_nonce` writes it.
  ///
  /// - Parameters:
  ///   - head: the bytes of `head.json`, as signed.
  ///   - nonce: random bytes by which the reply is known to be one to this very question; without them equal
  ///     heads give equal questions.
  public static func query(for head: [UInt8], nonce: [UInt8]? = nil) -> [UInt8] {
    DEREncoding.sequence(
      DEREncoding.number([1]),
      DEREncoding.sequence(
        DEREncoding.sequence(DEREncoding.identifier(encodedHashAlgorithm), DEREncoding.null),
        DEREncoding.octets(Array(SHA256.hash(data: head)))),
      nonce.map(DEREncoding.number) ?? [], DEREncoding.yes)
  }

  /// Whether a reply grants a time stamp for this head. The authority's signature is not looked at.
  ///
  /// - Parameter nonce: that of the question, when it had one.
  /// - Throws: ``ReportingError`` `stampRefused` when the reply cannot be read, grants nothing, or is for
  ///   other data or another question.
  public static func check(
    reply: [UInt8], head: [UInt8], nonce: [UInt8]? = nil
  ) throws(ReportingError) -> TimeStampToken {
    let reply = try TimeStampReply(reply)
    guard reply.hashAlgorithm == hashAlgorithm else {
      throw refused(
        "the time stamp's hash is not SHA-256 (\(reply.hashAlgorithm))",
        cure: "Give the reply to the question that the kit wrote.")
    }
    guard reply.imprint.elementsEqual(SHA256.hash(data: head)) else {
      throw refused(
        "the time stamp is for other data than this head",
        cure:
          "Give the reply to the question for this head; it is another's, or one of the two was changed."
      )
    }
    if let nonce {
      let digits = nonce.drop { $0 == 0 }
      guard reply.nonce == StagedFile.hexadecimal(digits.isEmpty ? [0] : digits) else {
        throw refused(
          "the time stamp answers another question for the same head",
          cure: "Give the reply to the question that was kept.")
      }
    }
    return reply.token
  }

  static func refused(_ message: String, cure: String) -> ReportingError {
    ReportingError(.stampRefused, message, cure: cure)
  }
}
