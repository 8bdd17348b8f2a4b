/// How much a picture file may ask for before it is refused.
///
/// The figures bound memory, not patience: a decoder needs up to 13 bytes a pixel at its
/// worst (a progressive JPEG with four full-size channels).
public struct ImageLimits: Sendable, Hashable {
  /// The most pixels in one page, stored width × height.
  public var maxPixels: Int
  /// The most bytes in a file.
  public var maxFileBytes: Int
  /// The most pages in a file.
  public var maxPages: Int

  /// Makes limits; values below 1 count as 1.
  public init(
    maxPixels: Int = 100_000_000, maxFileBytes: Int = 268_435_456, maxPages: Int = 100
  ) {
    self.maxPixels = max(1, maxPixels)
    self.maxFileBytes = max(1, maxFileBytes)
    self.maxPages = max(1, maxPages)
  }

  /// Throws `tooManyPixels` or `damaged` unless the size is at least 1 × 1 and within the limit.
  func check(width: Int, height: Int, of format: ImageFormat) throws(ImagingError) {
    guard width > 0, height > 0 else {
      throw .damaged(format, "its header announces \(width) × \(height) pixels")
    }
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, pixels <= maxPixels else {
      throw .tooManyPixels(format, width: width, height: height, limit: maxPixels)
    }
  }
}
