internal import Foundation

/// A PNG file as it travels from a worker: Base64, and on arrival nothing but a PNG of bounded length, as a
/// worker may have been taken over by the photo it read.
protocol TravellingPNG: Codable {
  /// The longest file, in bytes.
  static var maximumBytes: Int { get }
  /// What is said of anything else.
  static var complaint: String { get }

  /// The PNG file.
  var bytes: [UInt8] { get }

  /// A picture whose file is known to be one.
  init(bytes: [UInt8])
}

extension TravellingPNG {
  private static var signature: [UInt8] { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] }

  init(from decoder: any Decoder) throws {
    let value = try decoder.singleValueContainer()
    guard let data = Data(base64Encoded: try value.decode(String.self)),
      data.starts(with: Self.signature), data.count <= Self.maximumBytes
    else {
      throw DecodingError.dataCorruptedError(in: value, debugDescription: Self.complaint)
    }
    self.init(bytes: Array(data))
  }

  func encode(to encoder: any Encoder) throws {
    var value = encoder.singleValueContainer()
    try value.encode(Data(bytes).base64EncodedString())
  }
}
