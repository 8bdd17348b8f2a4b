internal import Glibc

/// A new file that is written piece by piece.
final class GrowingFile {
  private static let flushSize = 1 << 20

  private let path: String
  private let file: FileIO.Descriptor
  private var buffer: [UInt8] = []

  /// Makes the file for this user alone; nothing may be there yet.
  ///
  /// - Throws: ``CaseFileError`` `fileUnwritable`.
  init(path: String) throws(CaseFileError) {
    let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileIO.unwritable(path, errno) }
    self.path = path
    file = FileIO.Descriptor(number)
  }

  /// Adds bytes.
  func append(_ bytes: some Sequence<UInt8>) throws(CaseFileError) {
    buffer += bytes
    if buffer.count >= Self.flushSize { try flush() }
  }

  /// Waits until everything is on the disk.
  func finish() throws(CaseFileError) {
    try flush()
    guard fsync(file.number) == 0 else { throw FileIO.unwritable(path, errno) }
  }

  private func flush() throws(CaseFileError) {
    try FileIO.write(buffer, to: file, path)
    buffer.removeAll(keepingCapacity: true)
  }
}
