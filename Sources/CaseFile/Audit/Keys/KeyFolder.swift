internal import Glibc

/// What makes a folder and the key in it safe: ours, and nobody else may read or exchange it.
enum KeyFolder {
  /// Checks the folder that keys lie in.
  ///
  /// - Throws: ``CaseFileError`` `keyUnsafe`.
  static func check(_ folder: String) throws(CaseFileError) {
    var status = stat()
    guard lstat(folder, &status) == 0 else { throw FileIO.unreadable(folder, errno) }
    try check(status, folder, isFolder: true)
  }

  /// The text of a private key's file.
  ///
  /// - Throws: ``CaseFileError`` `keyMissing`, `keyUnsafe`, `fileUnreadable`.
  static func privateText(_ path: String, folder: String) throws(CaseFileError) -> String {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      guard errno == ENOENT || errno == ENOTDIR else { throw FileIO.unreadable(path, errno) }
      throw CaseFileError(
        .keyMissing, "there is no station key at \(Shown.path(path))",
        cure: "Make one with `imeikit doctor --init-key`.")
    }
    try check(folder)
    try check(status, path, isFolder: false)
    guard let file = try FileIO.opened(path) else { throw FileIO.unreadable(path, ENOENT) }
    // Once more for what was opened: the name may have got another file since.
    try check(file.status(), path, isFolder: false)
    return String(decoding: try FileIO.read(file, path, limit: 1 << 14), as: UTF8.self)
  }

  /// Writes a new file, whole or not at all.
  ///
  /// - Returns: `false` when there is one of that name, which stays as it is.
  static func publish(
    _ bytes: [UInt8], at path: String, mode: mode_t
  ) throws(CaseFileError) -> Bool {
    var status = stat()
    if lstat(path, &status) == 0 { return false }
    let temporary = FileIO.temporaryName(for: path)
    try FileIO.create(bytes, at: temporary, mode: mode)
    // A link fails when the name is taken, where a renaming would take its place.
    let linked = link(temporary, path)
    let code = errno
    unlink(temporary)
    guard linked == 0 else {
      if code == EEXIST { return false }
      throw FileIO.unwritable(path, code)
    }
    try FileIO.syncFolder(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
    return true
  }

  private static func check(
    _ status: stat, _ path: String, isFolder: Bool
  ) throws(CaseFileError) {
    let kind = status.st_mode & S_IFMT
    guard kind != S_IFLNK else {
      throw unsafe("\(Shown.path(path)) is a link", cure: "Put the \(noun(isFolder)) itself there.")
    }
    guard kind == (isFolder ? S_IFDIR : S_IFREG) else {
      throw unsafe("\(Shown.path(path)) is no \(noun(isFolder))", cure: "Move it away.")
    }
    guard status.st_uid == geteuid() else {
      throw unsafe(
        "\(Shown.path(path)) belongs to another user (\(status.st_uid))",
        cure: "Run the kit as the user who made the key, or make one of your own.")
    }
    guard status.st_mode & 0o077 == 0 else {
      let mode = String(status.st_mode & 0o777, radix: 8)
      throw unsafe(
        "others may use \(Shown.path(path)): its mode is 0\(mode)",
        cure: "If nobody did, run `chmod \(isFolder ? "700" : "600") FILE`; else make another key.")
    }
  }

  private static func noun(_ isFolder: Bool) -> String { isFolder ? "folder" : "regular file" }

  private static func unsafe(_ message: String, cure: String) -> CaseFileError {
    CaseFileError(.keyUnsafe, message, cure: cure)
  }
}
