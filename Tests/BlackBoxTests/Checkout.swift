import Foundation
import Testing

/// Where things lie in this checkout.
enum Checkout {
  static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static let testImages = root.appending(path: "testimages")

  /// The binary under test: IMEIKIT_BINARY, or the release build of this checkout.
  static func binary() throws -> URL {
    let named = ProcessInfo.processInfo.environment["IMEIKIT_BINARY"].map { URL(filePath: $0) }
    let binary = named ?? root.appending(path: ".build/release/imeikit")
    try #require(
      FileManager.default.isExecutableFile(atPath: binary.path),
      "\(binary.path) is missing: run tools/build first")
    return binary
  }
}
