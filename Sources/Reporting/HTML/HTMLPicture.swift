internal import Foundation

/// A PNG picture that stands in the page itself.
struct HTMLPicture {
  /// The largest file that is put into a page, 8 MiB.
  static let limit = 8 << 20
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Pixels.
  let width: Int
  /// Pixels.
  let height: Int
  private let bytes: [UInt8]

  /// Nil for what is no PNG file by its first bytes, or too large.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 33, bytes.count <= Self.limit, bytes.starts(with: Self.signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return nil }
    func number(at place: Int) -> Int {
      bytes[place..<(place + 4)].reduce(0) { $0 << 8 | Int($1) }
    }
    width = number(at: 16)
    height = number(at: 20)
    guard (1...100_000).contains(width), (1...100_000).contains(height) else { return nil }
    self.bytes = bytes
  }

  /// `data:image/png;base64,…`
  var address: String { "data:image/png;base64,\(Data(bytes).base64EncodedString())" }
}
