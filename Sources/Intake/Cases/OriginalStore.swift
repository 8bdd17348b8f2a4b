internal import Glibc

/// Copies of originals in a folder, each under its SHA-256: `ab/cdef…`.
///
/// A copy is written beside its place, compared with the digest, synced and linked there; what is there already is
/// never replaced. Files are made readable for their owner alone and without the right to write.
public struct OriginalStore: Sendable, Hashable {
  /// The folder.
  public let folder: PhotoPath

  private static let chunk = 1 << 20

  /// A store in this folder, made if it is missing.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput`.
  public init(_ folder: PhotoPath) throws(IntakeError) {
    self.folder = folder
    try Self.makeFolder(folder)
  }

  /// Where the copy of a photo is or would be.
  public func path(of sha256: String) -> PhotoPath {
    folder.appending(sha256.utf8.prefix(2)).appending(sha256.utf8.dropFirst(2))
  }

  /// Whether a path is that of the photo's copy in some store.
  static func isPlace(_ path: PhotoPath, of sha256: String) -> Bool {
    path.bytes.suffix(66).elementsEqual("/\(sha256.prefix(2))/\(sha256.dropFirst(2))".utf8)
  }

  /// Copies a photo unless its copy is there.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput` or `diskFull`: the photo is gone or another one, or the copy
  ///   cannot be written.
  public func keep(_ photo: PhotoPath, sha256: String) throws(IntakeError) {
    let place = path(of: sha256)
    var status = Glibc.stat()
    if place.withCString({ lstat($0, &status) }) == 0 { return }
    try makeFolder(of: sha256)
    let draft = PhotoPath(bytes: place.bytes + Array(".\(getpid()).part".utf8))
    let source = photo.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NOCTTY) }
    guard source >= 0 else { throw Self.failed("“\(photo.text)” could not be opened", errno) }
    let input = OwnedDescriptor(source)
    _ = draft.withCString { unlink($0) }
    let target = draft.withCString {
      open($0, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o400)
    }
    guard target >= 0 else { throw Self.failed("The copy \(draft.quoted) cannot be made", errno) }
    let output = OwnedDescriptor(target)
    do throws(IntakeError) {
      try copy(input, output, photo: photo, sha256: sha256)
      // Unlike a renaming, a link never replaces: another process may have made the same copy meanwhile.
      let code = draft.withCString { draft in place.withCString { link(draft, $0) } }
      guard code == 0 || errno == EEXIST else {
        throw Self.failed("The copy \(place.quoted) cannot be made", errno)
      }
      _ = draft.withCString { unlink($0) }
      try Self.sync(folder.appending(sha256.utf8.prefix(2)))
    } catch {
      _ = draft.withCString { unlink($0) }
      throw error
    }
  }

  /// Takes copies away.
  ///
  /// - Returns: how many there were.
  /// - Throws: ``IntakeError`` of code `inputOutput` when one cannot be taken away.
  public func remove(_ photos: some Sequence<String>) throws(IntakeError) -> Int {
    var count = 0
    for sha256 in Set(photos) where sha256.utf8.count == 64 {
      let place = path(of: sha256)
      if place.withCString({ unlink($0) }) == 0 {
        count += 1
      } else if errno != ENOENT {
        throw Self.failed("The copy \(place.quoted) cannot be taken away", errno)
      }
    }
    return count
  }

  /// Makes the folder of a photo, lasting, unless it is there.
  func makeFolder(of sha256: String) throws(IntakeError) {
    if try Self.makeFolder(folder.appending(sha256.utf8.prefix(2))) { try Self.sync(folder) }
  }

  private func copy(
    _ input: OwnedDescriptor, _ output: OwnedDescriptor, photo: PhotoPath, sha256: String
  ) throws(IntakeError) {
    var digest = PhotoDigest()
    reading: while true {
      switch DescriptorIO.read(input.number, upTo: Self.chunk) {
      case .bytes(let bytes):
        digest.update(bytes)
        let code = DescriptorIO.writeAll(output.number, bytes)
        guard code == 0 else { throw Self.failed("A copy in \(folder.quoted) failed", code) }
      case .end: break reading
      case .wouldBlock: throw Self.failed("\(photo.quoted) is no file", EINVAL)
      case .failed(let code): throw Self.failed("\(photo.quoted) could not be read", code)
      }
    }
    guard digest.finish() == sha256 else {
      throw IntakeError(
        code: .inputOutput,
        message: "\(photo.quoted) changed after it was read; it was not copied.",
        cure: "Find out who writes to it, and scan again.")
    }
    guard fsync(output.number) == 0 else {
      throw Self.failed("A copy in \(folder.quoted) could not be made lasting", errno)
    }
  }

  /// - Returns: whether it was missing.
  @discardableResult
  static func makeFolder(_ folder: PhotoPath) throws(IntakeError) -> Bool {
    guard folder.withCString({ mkdir($0, 0o700) }) != 0 else { return true }
    guard errno == EEXIST else {
      throw failed("The folder \(folder.quoted) cannot be made", errno)
    }
    return false
  }

  static func sync(_ folder: PhotoPath) throws(IntakeError) {
    let descriptor = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw failed("The folder \(folder.quoted) cannot be opened", errno)
    }
    let owner = OwnedDescriptor(descriptor)
    guard fsync(owner.number) == 0 else {
      throw failed("The folder \(folder.quoted) could not be synced", errno)
    }
  }

  static func failed(_ message: String, _ code: CInt) -> IntakeError {
    IntakeError(
      code: code == ENOSPC || code == EDQUOT ? .diskFull : .inputOutput, message: message + ".",
      cure: "Make room or give the right to write there, then try again; what was recorded stays.",
      detail: ErrnoFailure(code: code).words)
  }
}
