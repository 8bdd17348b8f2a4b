internal import Glibc

/// Reads photo files into memory; it never writes, moves or deletes.
public enum PhotoFile {
  /// The bytes of a regular file within the size limit.
  ///
  /// A link is followed; folders, devices, pipes and sockets are refused without waiting on them.
  /// The size is checked before reading and again after, for files that grow meanwhile.
  public static func read(
    path: String, limits: ImageLimits = ImageLimits()
  ) throws(ImagingError) -> [UInt8] {
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw ImagingError(
        .notFound, "The path is empty or holds a NUL character.", cure: "Check the path.")
    }
    // Non-blocking, or opening a pipe without a writer would wait for ever.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    guard descriptor >= 0 else { throw failure(path, errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure(path, errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw ImagingError(
        .notARegularFile, "'\(shown(path))' is no file but a folder, device or pipe.",
        cure: "Name a picture file, or a folder where folders are accepted.")
    }
    let size = Int(status.st_size)
    guard size <= limits.maxFileBytes else {
      throw .fileTooLarge(size, limit: limits.maxFileBytes)
    }
    return try contents(of: descriptor, path: path, expecting: size, limit: limits.maxFileBytes)
  }

  private static func contents(
    of descriptor: Int32, path: String, expecting size: Int, limit: Int
  ) throws(ImagingError) -> [UInt8] {
    var failed: Int32 = 0
    // One byte more than expected shows whether the file has grown.
    let capacity = min(size, limit) + 1
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      while filled < capacity, let base = buffer.baseAddress {
        let got = Glibc.read(descriptor, base + filled, capacity - filled)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failed = errno }
        if got <= 0 { return }
        filled += got
      }
    }
    guard failed == 0 else { throw failure(path, failed) }
    guard bytes.count <= size else {
      throw ImagingError(
        .notReadable, "'\(shown(path))' grew while it was being read.",
        cure: "Wait until it has been copied in full, then try again.")
    }
    return bytes
  }

  private static func failure(_ path: String, _ number: Int32) -> ImagingError {
    let reason = String(cString: strerror(number))
    switch number {
    case ENOENT, ENOTDIR, ENAMETOOLONG:
      return ImagingError(
        .notFound, "There is no file '\(shown(path))'.", cure: "Check the path.", detail: reason)
    default:
      return ImagingError(
        .notReadable, "'\(shown(path))' cannot be read: \(reason).",
        cure: "Check the permissions and the disk.", detail: reason)
    }
  }

  /// The path with control characters replaced, so that a name cannot steer a terminal.
  private static func shown(_ path: String) -> String {
    String(
      path.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : Character($0) })
  }
}
