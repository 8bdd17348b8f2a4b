import BlockList
import Foundation

/// Where the block lists are.
enum BlockListOptions {
  /// The store's path when there is one; nil when no list was ever imported.
  static func existingStore() throws -> String? {
    let path = try BlockListLocation.defaultPath()
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    do {
      _ = try BlockListStore(path: path, mode: .readOnly)
    } catch let error as BlockListError where error.code == .storeTooOld {
      // One of an earlier release: opening it for writing brings it up to date.
      _ = try BlockListStore(path: path, mode: .readWrite)
    }
    return path
  }

  /// Why a command that needs a list ends.
  static var noList: Failure {
    Failure(
      .badInput,
      "No block list is loaded. Import one: imeikit blocklist import FILE --name NAME --date DATE")
  }
}
