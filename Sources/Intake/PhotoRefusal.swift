internal import Glibc

/// Why one file was not read, and what the person should do; becomes a result of status `refused`.
public struct PhotoRefusal: Error, Hashable, Sendable {
  /// What happened.
  public let reason: String
  /// What the person should do.
  public let cure: String

  /// Makes a refusal from its two sentences.
  public init(reason: String, cure: String) {
    self.reason = reason
    self.cure = cure
  }

  /// The result that says so.
  public func result(for path: PhotoPath, sha256: String? = nil) -> PhotoResult {
    .refused(path, reason: reason, cure: cure, sha256: sha256)
  }
}

extension PhotoRefusal {
  static let empty = PhotoRefusal(
    reason: "The file is empty.",
    cure: "Copy the photo again from the camera or phone; this copy holds no bytes.")

  static func tooLarge(maximumBytes: Int) -> PhotoRefusal {
    PhotoRefusal(
      reason: "The file is larger than \(maximumBytes) bytes.",
      cure: "Raise the limit for file size, or save the photo smaller.")
  }

  static let symbolicLink = PhotoRefusal(
    reason: "The path is a symbolic link; originals of a case are opened by their own names only.",
    cure: "Name the photo itself, or the folder that holds it.")

  /// The refusal for anything but a regular file, named by its `st_mode`.
  static func notRegular(mode: mode_t) -> PhotoRefusal {
    let kind =
      switch mode & S_IFMT {
      case S_IFDIR: "a folder"
      case S_IFIFO: "a named pipe"
      case S_IFSOCK: "a socket"
      case S_IFCHR, S_IFBLK: "a device"
      default: "no regular file"
      }
    return PhotoRefusal(
      reason: "The path is \(kind), not a photo file.",
      cure: kind == "a folder"
        ? "Give the folder to scan, or name a photo in it."
        : "Name a photo file; this is never opened."
    )
  }

  /// The refusal for a failed system call.
  ///
  /// - Parameter folder: whether the path was to be listed rather than read.
  static func system(_ code: CInt, folder: Bool = false) -> PhotoRefusal {
    let thing = folder ? "folder" : "file"
    switch code {
    case ENOENT, ENOTDIR, ESTALE:
      return PhotoRefusal(
        reason: "The \(thing) is not there.",
        cure: "Check the path; if it was there before, it was moved or the disk was taken out.")
    case EACCES, EPERM:
      return PhotoRefusal(
        reason: "The \(thing) may not be read by this user.",
        cure: "Give this user the right to read it, or run as the user who owns it.")
    case ELOOP:
      return PhotoRefusal(
        reason: "The path is a loop of symbolic links.",
        cure: "Name the \(thing) itself instead of the link.")
    case ENAMETOOLONG:
      return PhotoRefusal(
        reason: "The path is longer than the system allows.",
        cure: "Move the \(thing) to a shorter path, or start from a folder nearer to it.")
    case EMFILE, ENFILE:
      return PhotoRefusal(
        reason: "Too many files are open.", cure: "Run it again with fewer jobs (--jobs).")
    case EIO:
      return PhotoRefusal(
        reason: "The disk could not read the \(thing).",
        cure: "Copy it from the original medium again; this disk or card may be failing.")
    default:
      let words = strerror(code).map { String(cString: $0) } ?? "unknown"
      return PhotoRefusal(
        reason: "The \(thing) could not be opened: \(words) (error \(code)).",
        cure: "Copy it to a local disk and try again.")
    }
  }
}
