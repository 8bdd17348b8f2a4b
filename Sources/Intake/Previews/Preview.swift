internal import Imaging

/// A picture of a whole photo.
struct Preview: TravellingPNG {
  /// How long the longest side may be asked for, in pixels.
  static let sides = 64...4_096
  /// In Base64 an answer then stays below the longest line.
  static let maximumBytes = 20 << 20
  static let complaint = "The preview is no PNG file of at most 20 MB in Base64."

  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The picture shrunk to a longest side, or as it is when it is no larger.
  ///
  /// - Throws: `ImagingError` when it cannot be written.
  init(of image: GrayImage, side: Int) throws(ImagingError) {
    let scale = min(1, Double(side) / Double(max(image.width, image.height, 1)))
    bytes = try image.scaled(
      toWidth: Int((Double(image.width) * scale).rounded()),
      height: Int((Double(image.height) * scale).rounded())
    ).pngData()
  }
}
