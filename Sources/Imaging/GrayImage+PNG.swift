extension GrayImage {
  /// The picture as an 8-bit grey PNG file.
  ///
  /// Throws `encodingFailed` for an empty picture, or one too large for the library.
  public func pngData() throws(ImagingError) -> [UInt8] {
    guard !isEmpty, width <= 1_000_000, height <= 1_000_000, let bytes = PNGWriter.bytes(of: self)
    else {
      throw ImagingError(
        .encodingFailed, "A picture of \(width) × \(height) pixels cannot be written as PNG.",
        cure: "Crop or shrink the picture first.")
    }
    return bytes
  }
}
