internal import Glibc

/// The lines of a file, one after the other, in memory that does not grow with the file.
struct LineStream: ~Copyable {
  private static let chunk = 1 << 16
  private static let limit = 64 << 20

  private let path: String
  private let file: FileIO.Descriptor
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Opens a file that is no link.
  ///
  /// - Throws: ``CaseFileError`` `fileUnreadable`.
  init(path: String) throws(CaseFileError) {
    guard let file = try FileIO.opened(path) else { throw FileIO.unreadable(path, ENOENT) }
    guard file.status().st_mode & S_IFMT == S_IFREG else { throw FileIO.unreadable(path, EINVAL) }
    self.path = path
    self.file = file
  }

  /// The next line without its end; nil behind the last. A last line without an end counts.
  ///
  /// - Throws: ``CaseFileError`` `fileUnreadable`, also for a line above 64 MiB.
  mutating func next() throws(CaseFileError) -> [UInt8]? {
    var scanned = position
    while true {
      if let end = buffer[scanned...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { position = end + 1 }
        return Array(buffer[position..<end])
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        defer { position = buffer.count }
        return Array(buffer[position...])
      }
      guard buffer.count - position <= Self.limit else { throw FileIO.unreadable(path, EFBIG) }
      scanned = buffer.count - position
      buffer.removeSubrange(..<position)
      position = 0
      try fill()
    }
  }

  private mutating func fill() throws(CaseFileError) {
    var bytes = [UInt8](repeating: 0, count: Self.chunk)
    let count = read(file.number, &bytes, bytes.count)
    guard count >= 0 else {
      if errno == EINTR { return }
      throw FileIO.unreadable(path, errno)
    }
    isAtEnd = count == 0
    buffer += bytes[..<count]
  }
}
