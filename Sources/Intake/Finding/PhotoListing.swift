/// What ``PhotoFinder`` found: the files to read, in the order in which results come out, and what
/// was left out and why, so that no file is lost silently.
public struct PhotoListing: Hashable, Sendable {
  /// One line of the scan: a file to read, or one already known to be refused.
  public struct Entry: Hashable, Sendable {
    /// The path as it will stand in the result.
    public let path: PhotoPath
    /// Set when the path cannot be read; it then goes to no worker.
    public let refusal: PhotoRefusal?

    /// Makes an entry.
    public init(path: PhotoPath, refusal: PhotoRefusal? = nil) {
      self.path = path
      self.refusal = refusal
    }
  }

  /// A path inside a folder that is not tried.
  public struct Skipped: Hashable, Sendable {
    /// Why a path is not tried.
    public enum Cause: Hashable, Sendable {
      /// The name begins with a dot.
      case hidden
      /// The name and the first bytes say that it is no picture.
      case notAPicture
      /// A symbolic link or second path to a file already listed under this path.
      case sameFile(as: PhotoPath)
    }

    /// The path.
    public let path: PhotoPath
    /// Why it is not tried.
    public let cause: Cause

    /// Makes one from its parts.
    public init(path: PhotoPath, cause: Cause) {
      self.path = path
      self.cause = cause
    }
  }

  /// Sorted bytewise by path, each path once.
  public let entries: [Entry]
  /// Sorted bytewise by path.
  public let skipped: [Skipped]
  /// Folders named by the caller in which nothing was found.
  public let emptyFolders: [PhotoPath]

  /// Makes a listing; both lists are sorted here.
  public init(entries: [Entry], skipped: [Skipped] = [], emptyFolders: [PhotoPath] = []) {
    self.entries = entries.sorted { $0.path < $1.path }
    self.skipped = skipped.sorted { $0.path < $1.path }
    self.emptyFolders = emptyFolders.sorted()
  }

  /// One line for people on what was left out, naming at most five; nil when nothing was.
  ///
  /// `3 files skipped: 2 not pictures (“a.json”, “b.txt”), 1 hidden (“.c”)`
  public var skippedSummary: String? {
    if skipped.isEmpty { return nil }
    let groups: [(String, [Skipped])] = [
      ("not pictures", skipped.filter { $0.cause == .notAPicture }),
      ("hidden", skipped.filter { $0.cause == .hidden }),
      (
        "second names of a listed file",
        skipped.filter { if case .sameFile = $0.cause { true } else { false } }
      ),
    ]
    let parts = groups.filter { !$0.1.isEmpty }.map { words, paths in
      let names = paths.prefix(5).map(\.path.quoted).joined(separator: ", ")
      let more = paths.count > 5 ? " and \(paths.count - 5) more" : ""
      return "\(paths.count) \(words) (\(names)\(more))"
    }
    let noun = skipped.count == 1 ? "file" : "files"
    return "\(skipped.count) \(noun) skipped: " + parts.joined(separator: ", ")
  }
}
