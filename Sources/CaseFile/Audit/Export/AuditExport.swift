internal import Glibc

/// The log as files that anyone can check with bash, openssl and sha256sum.
///
/// | file | what |
/// | --- | --- |
/// | `audit.jsonl` | one line an event, as hashed |
/// | `hashes.txt` | `sequence hash`, one line an event |
/// | `head.json`, `head.sig` | the signed head |
/// | `station.pub.pem` | the public key that it was signed with |
/// | `VERIFY.txt` | how to check, in plain words and commands |
public struct AuditExport: Sendable {
  /// The names of the files.
  public enum File: String, Sendable, CaseIterable {
    /// The events.
    case log = "audit.jsonl"
    /// Their hashes.
    case hashes = "hashes.txt"
    /// The head, as signed.
    case head = "head.json"
    /// The 64 bytes of its signature.
    case signature = "head.sig"
    /// The public key.
    case key = "station.pub.pem"
    /// How to check.
    case instructions = "VERIFY.txt"
  }

  let head: SignedHead
  let key: StationPublicKey

  /// An export that holds this head.
  ///
  /// - Throws: ``CaseFileError`` `headUnusable` when the head was not signed with the key.
  public init(head: SignedHead, key: StationPublicKey) throws(CaseFileError) {
    guard head.isSigned(by: key) else {
      throw CaseFileError(
        .headUnusable, "the head at event \(head.head.sequence) was not signed with this key",
        cure: "Run `imeikit audit verify` and find out who changed the head or the key.")
    }
    self.head = head
    self.key = key
  }

  /// Writes a new folder: it has its name only when everything in it is on the disk.
  ///
  /// The log goes out as it stands, a changed one too: the check of the export will say so.
  ///
  /// - Parameter rows: hands over the rows of the log in their order.
  /// - Throws: ``CaseFileError`` `alreadyThere`, `fileUnwritable`; what `rows` throws.
  func write(
    to folder: String, rows: (_ take: (AuditRow) throws -> Void) throws -> Void
  ) throws {
    let target = Self.withoutTrailingSlashes(folder)
    var status = stat()
    guard lstat(target, &status) != 0 else {
      throw CaseFileError(
        .alreadyThere, "there is something at \(Shown.path(target)) already",
        cure: "Name a folder that is not there yet.")
    }
    let temporary = FileIO.temporaryName(for: target)
    guard mkdir(temporary, 0o700) == 0 else { throw FileIO.unwritable(temporary, errno) }
    do {
      try fill(temporary, rows: rows)
      try FileIO.syncFolder(temporary)
      let code = FinishedFolder.rename(temporary, to: target)
      guard code == 0 else { throw FileIO.unwritable(target, code) }
    } catch {
      for file in File.allCases { unlink("\(temporary)/\(file.rawValue)") }
      rmdir(temporary)
      throw error
    }
    let parent = target.lastIndex(of: "/").map { String(target[...$0]) } ?? "."
    try FileIO.syncFolder(parent)
  }

  private func fill(
    _ folder: String, rows: (_ take: (AuditRow) throws -> Void) throws -> Void
  ) throws {
    let log = try GrowingFile(path: "\(folder)/\(File.log.rawValue)")
    let hashes = try GrowingFile(path: "\(folder)/\(File.hashes.rawValue)")
    try rows { row in
      let lines = Self.lines(of: row)
      try log.append(lines.event)
      try hashes.append(lines.hash)
    }
    try log.finish()
    try hashes.finish()
    let instructions = (File.instructions, Array(VerifyText.text(head: head).utf8))
    for (file, bytes) in signedFiles + [instructions] {
      try FileIO.create(bytes, at: "\(folder)/\(file.rawValue)", mode: 0o600)
    }
  }

  /// Head, signature and key.
  public var signedFiles: [(file: File, bytes: [UInt8])] {
    [(.head, head.bytes), (.signature, head.signature), (.key, Array(key.pem.utf8))]
  }

  /// What an event is in the log's file and in that of the hashes, with its line end.
  static func lines(of row: AuditRow) -> (event: [UInt8], hash: [UInt8]) {
    (
      row.line + [UInt8(ascii: "\n")],
      Array("\(row.number) \(Hexadecimal.text(row.hash))\n".utf8)
    )
  }

  private static func withoutTrailingSlashes(_ path: String) -> String {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}
