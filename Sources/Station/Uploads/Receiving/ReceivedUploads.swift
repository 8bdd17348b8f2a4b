internal import CaseFile
internal import Crypto
internal import Intake

/// What one request brought.
struct ReceivedUploads: Sendable {
  /// The files that are on the disk.
  var kept: [(upload: NewUpload, draft: DraftedOriginal)] = []
  /// Those that were not taken.
  var refused: [RefusedUpload] = []

  /// SHA-256 of what was sent: every file with name, bytes and exhibit. Boundaries and the like do not count, as
  /// they differ when a request is sent again.
  var digest: String {
    var hash = SHA256()
    func add(_ bytes: some Sequence<UInt8>) {
      let bytes = Array(bytes)
      hash.update(data: Array("\(bytes.count):".utf8) + bytes)
    }
    for (upload, _) in kept {
      add("kept".utf8)
      add(upload.name)
      add(upload.sha256.utf8)
      add((upload.exhibit ?? "").utf8)
    }
    for file in refused {
      add("refused".utf8)
      add(file.name)
      add("\(file.size)".utf8)
    }
    return hash.finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count < 2 ? "0" + digits : digits
    }.joined()
  }
}
