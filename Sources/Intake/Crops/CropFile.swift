/// A crop's PNG file.
struct CropFile: TravellingPNG {
  static let maximumBytes = 200_000
  static let complaint = "The crop is no PNG file of at most 200 KB in Base64."
  /// What all crops of one photo may take together, so that an answer stays below the longest line.
  static let maximumBytesPerPhoto = 16 << 20

  let bytes: [UInt8]
}
