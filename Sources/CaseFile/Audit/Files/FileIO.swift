internal import Glibc

/// Small files read and written so that a kill at any moment leaves the old one or the new one.
enum FileIO {
  /// A descriptor that is closed at the end of its life.
  final class Descriptor {
    let number: CInt

    init(_ number: CInt) { self.number = number }

    deinit { close(number) }

    /// The file's state.
    func status() -> stat {
      var status = stat()
      fstat(number, &status)
      return status
    }
  }

  /// Opens for reading without following a link; `nil` when there is nothing under that name.
  ///
  /// - Throws: ``CaseFileError`` `fileUnreadable`.
  static func opened(_ path: String) throws(CaseFileError) -> Descriptor? {
    let number = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard number >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { return nil }
      throw unreadable(path, errno)
    }
    return Descriptor(number)
  }

  /// The bytes of a regular file that is no link; `nil` when there is nothing under that name.
  ///
  /// - Throws: ``CaseFileError`` `fileUnreadable`, also for a file above `limit` bytes.
  static func read(_ path: String, limit: Int) throws(CaseFileError) -> [UInt8]? {
    guard let file = try opened(path) else { return nil }
    return try read(file, path, limit: limit)
  }

  /// The bytes of an opened regular file.
  static func read(
    _ file: Descriptor, _ path: String, limit: Int
  ) throws(CaseFileError) -> [UInt8] {
    guard file.status().st_mode & S_IFMT == S_IFREG else {
      throw CaseFileError(
        .fileUnreadable, "\(Shown.path(path)) is no regular file",
        cure: "Put the file itself there.")
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = Glibc.read(file.number, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, errno) }
      if count == 0 { return bytes }
      guard bytes.count + count <= limit else {
        throw CaseFileError(
          .fileUnreadable, "\(Shown.path(path)) is larger than \(limit) bytes",
          cure: "Put the file itself there.")
      }
      bytes += chunk[..<count]
    }
  }

  /// Writes a new file of that name, on the disk when the call returns. Nothing may be there yet.
  static func create(_ bytes: [UInt8], at path: String, mode: mode_t) throws(CaseFileError) {
    let number = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode)
    guard number >= 0 else { throw unwritable(path, errno) }
    let file = Descriptor(number)
    // The mode asked for is cut by the process's mask.
    guard fchmod(number, mode) == 0 else { throw unwritable(path, errno) }
    try write(bytes, to: file, path)
    guard fsync(number) == 0 else { throw unwritable(path, errno) }
  }

  /// Writes all of `bytes`.
  static func write(
    _ bytes: [UInt8], to file: Descriptor, _ path: String
  ) throws(CaseFileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes {
        Glibc.write(file.number, $0.baseAddress, $0.count)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw unwritable(path, count < 0 ? errno : ENOSPC) }
      written += count
    }
  }

  /// Waits until the names in a folder are on the disk.
  static func syncFolder(_ path: String) throws(CaseFileError) {
    let number = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard number >= 0 else { throw unwritable(path, errno) }
    let folder = Descriptor(number)
    // File systems that cannot sync a folder say EINVAL, and have the names there in time.
    guard fsync(folder.number) == 0 || errno == EINVAL else { throw unwritable(path, errno) }
  }

  /// Makes a folder for this user alone, and those above it, where they are missing.
  static func makeFolder(_ path: String) throws(CaseFileError) {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else { throw unwritable(path, ENOTDIR) }
      return
    }
    if let cut = path.lastIndex(of: "/"), cut != path.startIndex {
      try makeFolder(String(path[..<cut]))
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw unwritable(path, errno) }
  }

  /// A name beside `path` that no file has: what a kill leaves under it is never read.
  static func temporaryName(for path: String) -> String {
    let random = Hexadecimal.text((0..<8).map { _ in UInt8.random(in: .min ... .max) })
    guard let cut = path.lastIndex(of: "/") else { return ".\(path).\(random).part" }
    return "\(path[...cut]).\(path[path.index(after: cut)...]).\(random).part"
  }

  static func unreadable(_ path: String, _ code: CInt) -> CaseFileError {
    if code == ELOOP {
      return CaseFileError(
        .fileUnreadable, "\(Shown.path(path)) is a link", cure: "Put the file itself there.")
    }
    return CaseFileError(
      .fileUnreadable, "\(Shown.path(path)) could not be read",
      cure: "Check that the file is there and that you may read it.", detail: words(code))
  }

  static func unwritable(_ path: String, _ code: CInt) -> CaseFileError {
    CaseFileError(
      .fileUnwritable, "\(Shown.path(path)) could not be written: \(words(code))",
      cure: "Check the rights and the space there.", detail: words(code))
  }

  private static func words(_ code: CInt) -> String { String(cString: strerror(code)) }
}
