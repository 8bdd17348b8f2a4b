internal import CaseFile

/// Notices photos that arrive in a folder, once each has stopped changing.
///
/// Looks every few seconds rather than asking the kernel to be told: that works on network folders and camera
/// cards too, and after a restart nothing has to be caught up with. Nothing is moved or deleted.
public struct FolderWatch {
  /// How long a file has to stay as it is before it is read.
  public var settling: Duration
  private let finder: PhotoFinder
  private let roots: [PhotoPath]
  private var seen: [PhotoPath: Seen] = [:]

  private struct Seen {
    var stamp: FileStamp?
    var since: ContinuousClock.Instant
    var isTaken = false
  }

  /// A watch that has seen nothing yet.
  public init(_ roots: [PhotoPath], settling: Duration = .seconds(3), maximumFiles: Int = 5_000_000)
  {
    self.roots = roots
    self.settling = settling
    finder = PhotoFinder(maximumFiles: maximumFiles, followsLinks: false)
  }

  /// What a look at the folder came to.
  public struct Look: Sendable {
    /// Files that have stopped changing since they were last handed out.
    public var ready: [PhotoListing.Entry] = []
    /// How many are still changing.
    public var settlingCount = 0
  }

  /// Looks at the folders.
  ///
  /// A file that changed after it was handed out is handed out again. Folders that are not there, or empty, are
  /// looked at again later.
  ///
  /// - Throws: ``IntakeError`` of code `badInput` above the finder's limit.
  public mutating func look(at now: ContinuousClock.Instant = .now) throws(IntakeError) -> Look {
    let listing: PhotoListing
    do {
      listing = try finder.find(in: roots)
    } catch  where error.code == .noPhotos {
      seen = [:]
      return Look()
    }
    var look = Look()
    var current: [PhotoPath: Seen] = [:]
    current.reserveCapacity(listing.entries.count)
    for entry in listing.entries {
      // A folder that is not there yet is no photo that was refused.
      if entry.refusal != nil, roots.contains(entry.path) { continue }
      let stamp = PhotoFile.stamp(of: entry.path)
      var state = seen[entry.path] ?? Seen(stamp: stamp, since: now)
      if state.stamp != stamp { state = Seen(stamp: stamp, since: now) }
      if !state.isTaken {
        if now - state.since >= settling || entry.refusal != nil {
          state.isTaken = true
          look.ready.append(entry)
        } else {
          look.settlingCount += 1
        }
      }
      current[entry.path] = state
    }
    // Files that are gone are forgotten; the case has what was read.
    seen = current
    return look
  }
}
