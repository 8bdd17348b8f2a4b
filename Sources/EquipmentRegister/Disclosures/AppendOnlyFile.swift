internal import Glibc

/// A file that only grows, each line on the disk before the next thing happens.
final class AppendOnlyFile {
  private let path: String
  private let descriptor: Int32

  /// Opens or makes the file (0600, folders 0700).
  ///
  /// A last line that a power cut left unfinished is closed with a line end, so that it stays the only
  /// one that is lost.
  init(path: String) throws(EquipmentRegisterError) {
    self.path = path
    if let cut = path.lastIndex(of: "/"), cut != path.startIndex {
      try Self.makeFolder(String(path[..<cut]))
    }
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else { throw Self.failure(path, errno) }
    let status = try checked()
    guard status.st_size > 0 else {
      Self.syncFolder(of: path)
      return
    }
    var last: UInt8 = 0
    guard pread(descriptor, &last, 1, status.st_size - 1) == 1 else {
      throw Self.failure(path, errno)
    }
    if last != UInt8(ascii: "\n") { try append([UInt8(ascii: "\n")]) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Appends `line` in one write and waits until the disk has it.
  func append(_ line: [UInt8]) throws(EquipmentRegisterError) {
    _ = try checked()
    let written = line.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    guard written == line.count else {
      throw Self.failure(path, written < 0 ? errno : ENOSPC)
    }
    guard fsync(descriptor) == 0 else { throw Self.failure(path, errno) }
  }

  /// The file's state, if it still is a file that has a name: lines written to a deleted one are lost.
  private func checked() throws(EquipmentRegisterError) -> stat {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw Self.failure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw EquipmentRegisterError(
        .logUnwritable, "\(path) is no regular file, so nothing is asked",
        cure: "Name a file that keeps what is written to it.")
    }
    guard status.st_nlink > 0 else {
      throw EquipmentRegisterError(
        .logUnwritable, "\(path) was deleted while it was written, so nothing more is asked",
        cure: "Find out who deletes the disclosure log, then ask again.")
    }
    return status
  }

  private static func makeFolder(_ path: String) throws(EquipmentRegisterError) {
    var status = stat()
    if stat(path, &status) == 0 { return }
    if let cut = path.lastIndex(of: "/"), cut != path.startIndex {
      try makeFolder(String(path[..<cut]))
    }
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw failure(path, errno) }
  }

  /// Puts the new file's name on the disk too; a file system that cannot has it there in time.
  private static func syncFolder(of path: String) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  private static func failure(_ path: String, _ code: Int32) -> EquipmentRegisterError {
    EquipmentRegisterError(
      .logUnwritable, "the disclosure log \(path) cannot be written, so nothing is asked",
      cure: "Check the rights and the space, or name another file with --log.",
      detail: String(cString: strerror(code)))
  }
}
