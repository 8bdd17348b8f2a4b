public import CaseFile

/// The log that goes into a bag, with the signature that vouches for it.
public struct BagLog {
  /// The signed head; nil where the station has no key, and the log ends with the record's head.
  let head: AuditHead?
  let key: StationKey?
  /// Head, signature and key under their names; none without a key.
  let files: [(name: String, bytes: [UInt8])]
  /// Hands over the lines of the log and of its hashes up to an event.
  let lines: (_ last: Int64, _ take: ([UInt8], [UInt8]) throws -> Void) throws -> Void

  /// The log of a case.
  ///
  /// - Parameters:
  ///   - file: the case.
  ///   - head: its head as signed at or after the taking of the record; nil without a key.
  ///   - key: the station's key, which signed the head and signs the bag's list of files; nil where there is none.
  /// - Throws: `CaseFileError` `headUnusable` when the key did not sign the head; ``ReportingError`` `notReady`
  ///   when only one of the two is given.
  public init(of file: CaseFile, head: SignedHead?, key: StationKey?) throws {
    guard (head == nil) == (key == nil) else {
      throw ReportingError(
        .notReady, "a signed head and the station's key belong together",
        cure: "Give both, or neither where the station has no key.")
    }
    self.head = head?.head
    self.key = key
    if let head, let key {
      files = try AuditExport(head: head, key: key.publicKey).signedFiles.map {
        ($0.file.rawValue, $0.bytes)
      }
    } else {
      files = []
    }
    lines = { last, take in try file.logLines(through: last, take) }
  }
}
