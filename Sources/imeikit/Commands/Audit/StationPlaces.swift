import BlockList
import CaseFile
import Foundation

/// Where this station keeps its key and the heads of its cases: beside the block lists.
enum StationPlaces {
  /// The folder of the station's key.
  static func keyFolder() throws -> String { try home("station") }

  /// The folder of the heads.
  static func heads() throws -> HeadFolder { HeadFolder(path: try home("heads")) }

  /// The station's key; nil when it has none.
  static func key() throws -> StationKey? {
    try publicKey() == nil ? nil : StationKey.load(fromFolder: keyFolder())
  }

  /// The station's public key; nil when it has none.
  static func publicKey() throws -> StationPublicKey? {
    let path = "\(try keyFolder())/\(StationKey.publicFileName)"
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    return try StationPublicKey(path: path)
  }

  private static func home(_ name: String) throws -> String {
    let store = try BlockListLocation.defaultPath()
    return URL(filePath: store).deletingLastPathComponent().appending(path: name).path
  }
}
