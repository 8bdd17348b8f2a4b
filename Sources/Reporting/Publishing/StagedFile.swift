internal import Crypto
internal import Glibc

/// A file of a ``StagedFolder`` that grows.
public final class StagedFile {
  private static let chunk = 1 << 16

  private let descriptor: CInt
  private let path: String
  private unowned let folder: StagedFolder
  private var buffer: [UInt8] = []
  private var hash = SHA256()
  private var size = 0
  private var isOpen = true

  init(at place: String, path: String, in folder: StagedFolder) throws(ReportingError) {
    descriptor = open(place, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw ReportingError.unwritable(path, errno) }
    self.path = path
    self.folder = folder
  }

  deinit { if isOpen { close(descriptor) } }

  /// Writes bytes behind those before.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  public func append(_ bytes: some Sequence<UInt8>) throws(ReportingError) {
    buffer.append(contentsOf: bytes)
    if buffer.count >= Self.chunk { try flush() }
  }

  /// Writes text in UTF-8.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  public func append(_ text: String) throws(ReportingError) { try append(text.utf8) }

  /// Puts it on the disk and counts it among the folder's files.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  public func finish() throws(ReportingError) {
    try flush()
    guard fsync(descriptor) == 0 else { throw ReportingError.unwritable(path, errno) }
    close(descriptor)
    isOpen = false
    folder.count(path, size: size, sha256: Self.hexadecimal(hash.finalize()))
  }

  static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  private func flush() throws(ReportingError) {
    var rest = buffer[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw ReportingError.unwritable(path, errno) }
      rest = rest.dropFirst(count)
    }
    hash.update(data: buffer)
    size += buffer.count
    buffer.removeAll(keepingCapacity: true)
  }
}
