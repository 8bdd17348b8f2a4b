import Foundation
import Glibc
import Intake

/// A folder of its own for one test, removed with the object.
final class TemporaryFolder: Sendable {
  let path: PhotoPath

  init() throws {
    var template = Array("/tmp/intake-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw POSIXError(.EIO) }
    path = PhotoPath(bytes: template.dropLast().map { UInt8(bitPattern: $0) })
  }

  deinit {
    chmod(path.text, 0o700)
    try? FileManager.default.removeItem(atPath: path.text)
  }

  @discardableResult
  func write(_ bytes: [UInt8] = Array("x".utf8), to name: String) throws -> PhotoPath {
    try write(bytes, to: Array(name.utf8))
  }

  @discardableResult
  func write(_ text: String, to name: String) throws -> PhotoPath {
    try write(Array(text.utf8), to: name)
  }

  @discardableResult
  func write(_ bytes: [UInt8], to name: [UInt8]) throws -> PhotoPath {
    let file = path.appending(name)
    guard let stream = fopen(file.cString, "w") else { throw POSIXError(.EIO) }
    defer { fclose(stream) }
    guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else { throw POSIXError(.EIO) }
    return file
  }

  @discardableResult
  func makeFolder(_ name: String) throws -> PhotoPath {
    let folder = path.appending(name.utf8)
    guard mkdir(folder.cString, 0o700) == 0 else { throw POSIXError(.EIO) }
    return folder
  }

  func link(_ name: String, to target: String) throws {
    guard symlink(target, path.appending(name.utf8).cString) == 0 else { throw POSIXError(.EIO) }
  }

  /// The paths as seen from this folder.
  func relative(_ paths: [PhotoPath]) -> [String] {
    paths.map { String(decoding: $0.bytes.dropFirst(path.bytes.count + 1), as: UTF8.self) }
  }
}

extension PhotoPath {
  var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
