internal import Foundation

/// A crop's PNG file as it travels from a worker: Base64, and on arrival nothing but a PNG of
/// bounded length, as a worker may have been taken over by the photo it read.
struct CropFile: Codable {
  /// The longest file, in bytes.
  static let maximumBytes = 200_000
  /// What all crops of one photo may take together, so that an answer stays below the longest line.
  static let maximumBytesPerPhoto = 16 << 20
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    guard let data = Data(base64Encoded: try value.decode(String.self)),
      data.starts(with: Self.signature), data.count <= Self.maximumBytes
    else {
      throw DecodingError.dataCorruptedError(
        in: value, debugDescription: "The crop is no PNG file of at most 200 KB in Base64.")
    }
    bytes = Array(data)
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(Data(bytes).base64EncodedString())
  }
}
