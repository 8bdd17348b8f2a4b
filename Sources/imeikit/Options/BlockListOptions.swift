import BlockList
import Foundation

/// Where the block lists are.
enum BlockListOptions {
  /// The store's path when there is one; nil when no list was ever imported.
  static func existingStore() throws -> String? {
    let path = try BlockListLocation.defaultPath()
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }
}
