internal import Foundation
internal import Imaging

/// A picture of a whole photo as it travels from a worker: Base64, and on arrival nothing but a PNG of bounded
/// length, as a worker may have been taken over by the photo it read.
struct Preview: Codable {
  /// How long the longest side may be asked for, in pixels.
  static let sides = 64...4_096
  /// The longest file, in bytes: in Base64 an answer then stays below the longest line.
  static let maximumBytes = 20 << 20
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// The PNG file.
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

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    guard let data = Data(base64Encoded: try value.decode(String.self)),
      data.starts(with: Self.signature), data.count <= Self.maximumBytes
    else {
      throw DecodingError.dataCorruptedError(
        in: value, debugDescription: "The preview is no PNG file of at most 20 MB in Base64.")
    }
    bytes = Array(data)
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(Data(bytes).base64EncodedString())
  }
}
