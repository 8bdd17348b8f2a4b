internal import Crypto
internal import Glibc

/// The raw bytes of a list, in chunks, with their digest taken on the way.
///
/// Owns the descriptor of a file that it opened and closes it at the end of its life.
final class ByteInput {
  /// What messages call the list.
  let name: String
  /// Bytes handed out so far.
  private(set) var bytesRead = 0

  /// How large a chunk is worth asking for, at most `limit`: no more than bytes in memory hold.
  func chunkBytes(atMost limit: Int) -> Int { descriptor < 0 ? min(limit, bytes.count + 1) : limit }

  private let descriptor: Int32
  private let ownsDescriptor: Bool
  private let bytes: [UInt8]
  private var hash = SHA256()
  private let opened: FileStamp?

  /// Opens `source`.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`, for a folder or a device too.
  init(_ source: ListSource) throws(BlockListError) {
    name = VisibleText.escaping(source.name, limit: 4_096)
    switch source.origin {
    case .bytes(let bytes):
      self.bytes = bytes
      descriptor = -1
      ownsDescriptor = false
      opened = nil
    case .descriptor(let descriptor):
      bytes = []
      self.descriptor = descriptor
      ownsDescriptor = false
      opened = nil
    case .file(let path):
      bytes = []
      descriptor = path.utf8.contains(0) ? -1 : open(path, O_RDONLY | O_CLOEXEC)
      ownsDescriptor = true
      let openError = path.utf8.contains(0) ? ENOENT : errno
      opened = FileStamp(descriptor: descriptor)
      guard descriptor >= 0 else { throw Self.unreadable(name, openError) }
      var status = stat()
      guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(name, errno) }
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG || kind == S_IFIFO else {
        throw BlockListError(
          .fileUnreadable, "\(name) is \(kind == S_IFDIR ? "a folder" : "no regular file")",
          cure: "Name the list file itself, or - for standard input.")
      }
    }
  }

  deinit {
    if ownsDescriptor, descriptor >= 0 { close(descriptor) }
  }

  /// Reads up to `chunk.count` bytes into `chunk`.
  ///
  /// - Returns: how many bytes; 0 at the end.
  func read(into chunk: inout [UInt8]) throws(BlockListError) -> Int {
    let count: Int
    if descriptor < 0 {
      count = min(chunk.count, bytes.count - bytesRead)
      chunk.replaceSubrange(..<count, with: bytes[bytesRead..<(bytesRead + count)])
    } else {
      count = try readDescriptor(into: &chunk)
    }
    chunk.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<count])) }
    bytesRead += count
    return count
  }

  /// SHA-256 of the bytes read so far, 64 lowercase hexadecimal digits.
  func digest() -> String {
    var text = ""
    for byte in hash.finalize() {
      if byte < 16 { text.append("0") }
      text.append(String(byte, radix: 16))
    }
    return text
  }

  /// Reads the list to its end and goes back to the start, for a file that can.
  ///
  /// - Returns: the digest, or `nil` for a pipe or a descriptor of the caller's, left untouched.
  func digestAhead() throws(BlockListError) -> String? {
    guard descriptor < 0 || (ownsDescriptor && lseek(descriptor, 0, SEEK_SET) == 0) else {
      return nil
    }
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while try read(into: &chunk) > 0 {}
    let digest = digest()
    if descriptor >= 0, lseek(descriptor, 0, SEEK_SET) != 0 { throw Self.unreadable(name, errno) }
    hash = SHA256()
    bytesRead = 0
    return digest
  }

  /// Checks that the file is still as it was when it was opened.
  ///
  /// - Throws: ``BlockListError`` `fileChanged`.
  func checkUnchanged() throws(BlockListError) {
    guard let opened, opened != FileStamp(descriptor: descriptor) else { return }
    throw BlockListError(
      .fileChanged, "\(name) was changed while it was read; nothing was imported",
      cure: "Import it again once nothing writes to it.")
  }

  private func readDescriptor(into chunk: inout [UInt8]) throws(BlockListError) -> Int {
    while true {
      let count = chunk.withUnsafeMutableBytes {
        Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 { return count }
      guard errno == EINTR else { throw Self.unreadable(name, errno) }
    }
  }

  private static func unreadable(_ name: String, _ code: Int32) -> BlockListError {
    BlockListError(
      .fileUnreadable, "\(name) could not be read: \(String(cString: strerror(code)))",
      cure: code == ENOENT
        ? "Check the path of the list file." : "Check the file and the right to read it.",
      detail: "errno \(code)")
  }
}

/// What tells a file from its changed self: which file, how long, when written.
struct FileStamp: Equatable {
  private let device: UInt64
  private let file: UInt64
  private let size: Int
  private let seconds: Int
  private let nanoseconds: Int

  /// The stamp of an open file; `nil` when it cannot be told.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The stamp of the file at `path`; `nil` when there is none.
  init?(path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(status.st_dev)
    file = UInt64(status.st_ino)
    size = Int(status.st_size)
    seconds = status.st_mtim.tv_sec
    nanoseconds = status.st_mtim.tv_nsec
  }
}
