internal import CaseFile
internal import Glibc

/// A photo as it lies in the file system, for a case.
struct PhotoFile {
  /// As it was found.
  let path: PhotoPath
  /// From the root, so that a scan from another folder finds it again.
  let absolute: PhotoPath
  /// Size and time of change; nil when the file cannot be looked at.
  let stamp: FileStamp?

  init(_ path: PhotoPath, folder: PhotoPath) {
    self.path = path
    absolute = path.absolute(in: folder)
    stamp = Self.stamp(of: path)
  }

  /// The folder that relative paths are of.
  static var workingFolder: PhotoPath {
    guard let buffer = getcwd(nil, 0) else { return PhotoPath("/") }
    defer { free(buffer) }
    return PhotoPath(bytes: UnsafeRawBufferPointer(start: buffer, count: strlen(buffer)))
  }

  /// Size and time of change of the path itself, not of what a link leads to.
  static func stamp(of path: PhotoPath) -> FileStamp? {
    var status = Glibc.stat()
    guard path.withCString({ lstat($0, &status) }) == 0 else { return nil }
    let time = status.st_mtim
    return FileStamp(
      size: Int64(status.st_size),
      modified: Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec))
  }
}

extension PhotoPath {
  /// The path from the root, as a case keeps it; symbolic links and `..` stay.
  public var absolute: PhotoPath { absolute(in: PhotoFile.workingFolder) }

  func absolute(in folder: PhotoPath) -> PhotoPath {
    bytes.first == UInt8(ascii: "/") ? normalized : folder.appending(bytes).normalized
  }
}
