/// Reads one photo after another; the seam between Intake and the recognisers.
///
/// One reader lives on one thread of one worker process and is never used from two threads, so it
/// need not be `Sendable` and may hold engines of native libraries.
public protocol PhotoReading {
  /// Everything there is to say about one photo. Never throws: what cannot be decoded is a result of
  /// status `refused` with reason and cure. Takes path and SHA-256 over from `photo`.
  func read(_ photo: PhotoInput) -> PhotoResult
}

/// Makes the reader on the thread that will use it, so that engines are made where they are used.
public typealias PhotoReaderFactory = @Sendable () throws -> any PhotoReading

/// One photo's bytes and what is known of them before anything is decoded.
public struct PhotoInput: Hashable, Sendable {
  /// The path as the caller named it; not to be opened again.
  public let path: PhotoPath
  /// The whole file.
  public let bytes: [UInt8]
  /// SHA-256 of ``bytes``, 64 small hexadecimal digits.
  public let sha256: String
  /// Whether each reading is to come with a picture of its digits.
  public let wantsCrops: Bool
  /// The longest side, in pixels, of the picture that is wanted in place of readings; nil for readings.
  public let previewSide: Int?

  /// An input of these bytes; the digest is computed.
  public init(
    path: PhotoPath, bytes: [UInt8], wantsCrops: Bool = false, previewSide: Int? = nil
  ) {
    self.path = path
    self.bytes = bytes
    self.sha256 = PhotoDigest.sha256(of: bytes)
    self.wantsCrops = wantsCrops
    self.previewSide = previewSide
  }
}
