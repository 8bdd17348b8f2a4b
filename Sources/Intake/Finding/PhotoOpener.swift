internal import Glibc

/// Reads a whole file into memory: regular files only, size-limited, never blocking on a pipe.
public struct PhotoOpener: Sendable {
  /// The largest file read, in bytes.
  public var maximumBytes: Int

  /// Whether a path may be a symbolic link.
  public var followsLinks: Bool

  /// An opener with this limit; the default is 256 MiB.
  public init(maximumBytes: Int = 268_435_456, followsLinks: Bool = true) {
    self.maximumBytes = maximumBytes
    self.followsLinks = followsLinks
  }

  /// The file's bytes.
  ///
  /// The type is asked before opening, as opening a device can already do something, and again
  /// after it, as the file may have been swapped between; `O_NONBLOCK` keeps a pipe that slips
  /// through from blocking.
  public func read(_ path: PhotoPath) throws(PhotoRefusal) -> [UInt8] {
    let (descriptor, size) = try openRegular(path)
    defer { close(descriptor) }
    guard size <= maximumBytes else { throw .tooLarge(maximumBytes: maximumBytes) }
    return try readAll(descriptor, expected: size)
  }

  /// The first bytes of a regular file, fewer when it is shorter; empty when it cannot be read.
  func head(of path: PhotoPath, count: Int) -> [UInt8] {
    guard let (descriptor, _) = try? openRegular(path) else { return [] }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, Glibc.read(descriptor, buffer.baseAddress, count))
    }
  }

  /// The SHA-256 of a file that is not to be decoded any more; nil when it cannot be read. Takes
  /// one megabyte of memory whatever the file's size.
  public func digest(of path: PhotoPath) -> String? {
    guard let (descriptor, size) = try? openRegular(path) else { return nil }
    defer { close(descriptor) }
    var digest = PhotoDigest()
    var left = min(size, maximumBytes)
    while left > 0 {
      switch DescriptorIO.read(descriptor, upTo: min(left, 1 << 20)) {
      case .bytes(let bytes):
        digest.update(bytes)
        left -= bytes.count
      case .end, .wouldBlock, .failed: return nil
      }
    }
    return size <= maximumBytes ? digest.finish() : nil
  }

  private func openRegular(_ path: PhotoPath) throws(PhotoRefusal) -> (CInt, size: Int) {
    var status = Glibc.stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw .system(errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .notRegular(mode: status.st_mode) }
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW)
    let descriptor = path.withCString { open($0, flags) }
    guard descriptor >= 0 else {
      let code = errno
      throw code == ELOOP && !followsLinks ? .symbolicLink : .system(code)
    }
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw .notRegular(mode: status.st_mode)
    }
    return (descriptor, Int(status.st_size))
  }

  private func readAll(_ descriptor: CInt, expected: Int) throws(PhotoRefusal) -> [UInt8] {
    var failure: CInt = 0
    // One byte more than the size, so that the end is seen and a growing file is noticed.
    let capacity = min(expected, maximumBytes) + 1
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity {
        let count = Glibc.read(
          descriptor, buffer.baseAddress?.advanced(by: filled), capacity - filled)
        if count > 0 {
          filled += count
        } else if count == 0 {
          break
        } else if errno != EINTR {
          failure = errno
          break
        }
      }
    }
    if failure != 0 { throw .system(failure) }
    if bytes.count > expected {
      throw PhotoRefusal(
        reason: "The file grew while it was read.",
        cure: "Wait until the photo is wholly copied, then read it again.")
    }
    if bytes.isEmpty { throw .empty }
    return bytes
  }
}
