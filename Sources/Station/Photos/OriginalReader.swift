internal import BlockList
internal import Crypto
internal import Intake

/// Reads originals from disk, one at a time, and only hands out bytes that are still those of the photo.
actor OriginalReader {
  /// What became of an original.
  enum Outcome: Sendable {
    /// The bytes with the photo's digest, and where they lie.
    case found([UInt8], PhotoPath)
    /// There is a file, but its bytes are others.
    case changed
    /// There is no file, or it may not be read.
    case missing
  }

  private let executor = QueueExecutor(label: "imeikit.station.originals")
  private let opener: PhotoOpener

  /// The queue on which the disk is waited for.
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  init(maximumBytes: Int) {
    opener = PhotoOpener(maximumBytes: maximumBytes, followsLinks: false)
  }

  /// The bytes of a photo.
  ///
  /// - Parameter paths: where the case knows it to be, the likeliest first; symbolic links are not followed.
  func read(_ sha256: String, at paths: [PhotoPath]) -> Outcome {
    var isChanged = false
    for path in paths {
      guard let bytes = try? opener.read(path) else { continue }
      if Self.digest(of: bytes) == sha256 { return .found(bytes, path) }
      isChanged = true
    }
    return isChanged ? .changed : .missing
  }

  private static func digest(of bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: SHA256.hash(data: bytes).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
      as: UTF8.self)
  }
}
