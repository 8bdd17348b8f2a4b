internal import Foundation
internal import Glibc

/// A folder of files that nobody else can read and that goes with its owner, or after a kill with the next one.
final class PrivateFolder: Sendable {
  private let folder: StagingFolder
  private var path: String { folder.path }

  /// Makes a new one in the folder for temporary files.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  init() throws(ReportingError) {
    folder = try StagingFolder(
      for: FileManager.default.temporaryDirectory.path + "/imeikit-report")
  }

  deinit { folder.remove() }

  /// Keeps bytes under a name.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  func write(_ bytes: [UInt8], as name: String) throws(ReportingError) {
    let descriptor = open(
      "\(path)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ReportingError.unwritable(path, errno) }
    defer { close(descriptor) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ReportingError.unwritable(path, errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// The bytes kept under a name; nil when there are none.
  func read(_ name: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { return nil }
    return Array(data)
  }
}
