internal import Crypto

/// A head of a log with the station's signature, to be kept outside the database.
///
/// What is signed is one line of canonical JSON with its line end, which is a file that
/// `openssl pkeyutl -verify -rawin` takes as it is.
public struct SignedHead: Sendable, Hashable {
  /// The `schema` of every head.
  static let schema = "imeikit.audit-head/1"

  /// The end of the log at that time.
  public let head: AuditHead
  /// The identifier of the key that signed.
  public let key: String
  /// When it was signed, by the machine's clock, UTC.
  public let signedAt: String
  /// Stands for the path that the case file had (``CasePlace``); nil when it was not told.
  let place: String?
  /// The SHA-256 of the head signed before this one, as signed; nil for a case's first.
  let previous: [UInt8]?
  /// What was signed.
  public let bytes: [UInt8]
  /// The 64 bytes of the signature.
  public let signature: [UInt8]

  /// Signs a head.
  ///
  /// - Throws: ``CaseFileError`` `keyDamaged`.
  init(
    signing head: AuditHead, with key: StationKey, at time: Int64, place: String?,
    after earlier: SignedHead?
  ) throws(CaseFileError) {
    self.head = head
    self.key = key.identifier
    signedAt = AuditTime.text(time)
    self.place = place
    previous = earlier?.digest
    bytes =
      AuditValue.object([
        "case": .text(head.caseIdentifier), "hash": .text(Hexadecimal.text(head.hash)),
        "key": .text(key.identifier), "place": .optional(place),
        "previous": .optional(previous.map { Hexadecimal.text($0) }), "schema": .text(Self.schema),
        "sequence": .integer(head.sequence), "signed": .text(signedAt), "time": .text(head.time),
      ]).canonical + [UInt8(ascii: "\n")]
    signature = try key.sign(bytes)
  }

  /// Reads a head; whether the signature is the station's is not looked at.
  init(bytes: [UInt8], signature: [UInt8]) throws(CanonicalFault) {
    guard bytes.last == UInt8(ascii: "\n") else {
      throw CanonicalFault(reason: "the line does not end", position: bytes.count)
    }
    var fields = try AuditFields(AuditValue(canonical: Array(bytes.dropLast())))
    guard try fields.text("schema") == Self.schema else {
      throw fields.fault("the schema is not \(Self.schema)")
    }
    let sequence = try fields.integer("sequence")
    guard sequence > 0, let hash = Hexadecimal.read(try fields.text("hash"), count: 32) else {
      throw fields.fault("sequence or hash is none")
    }
    previous = try Self.digest(try fields.optionalText("previous"))
    place = try fields.optionalText("place")
    key = try fields.text("key")
    signedAt = try fields.text("signed")
    head = AuditHead(
      caseIdentifier: try fields.text("case"), sequence: sequence, hash: hash,
      time: try fields.text("time"))
    try fields.end()
    self.bytes = bytes
    self.signature = signature
  }

  /// Whether the station with this key signed it.
  public func isSigned(by key: StationPublicKey) -> Bool {
    self.key == key.identifier && key.isSignature(signature, of: bytes)
  }

  /// The SHA-256 of what was signed.
  var digest: [UInt8] { Array(SHA256.hash(data: bytes)) }

  private static func digest(_ text: String?) throws(CanonicalFault) -> [UInt8]? {
    guard let text else { return nil }
    guard let digest = Hexadecimal.read(text, count: 32) else {
      throw CanonicalFault(reason: "the previous head's hash is none", position: 0)
    }
    return digest
  }
}
