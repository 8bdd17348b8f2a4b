extension AuditHead {
  /// The head as `head.json` where the station has no key: a line as a signed head's without what only a
  /// signature gives.
  public var unsignedFile: [UInt8] {
    AuditValue.object([
      "case": .text(caseIdentifier), "hash": .text(Hexadecimal.text(hash)),
      "schema": "imeikit.audit-head-unsigned/1", "sequence": .integer(sequence),
      "time": .text(time),
    ]).canonical + [UInt8(ascii: "\n")]
  }
}
