internal import Foundation
internal import Glibc
internal import Synchronization

/// Where a process keeps the files that are on their way into an ``OriginalStore``: a folder of its own beside
/// the originals, `.drafts/UUID/`, locked as long as the process lives.
public final class OriginalDrafts: Sendable {
  /// The store that the drafts are for.
  public let store: OriginalStore
  private let place: PhotoPath
  private let folder: OwnedDescriptor
  private let count = Atomic<Int>(0)

  static let folderName = ".drafts"

  /// A folder for drafts, made now.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput` or `diskFull`.
  public init(for store: OriginalStore) throws(IntakeError) {
    let all = store.folder.appending(Self.folderName.utf8)
    try OriginalStore.makeFolder(all)
    self.store = store
    var tries = 0
    while true {
      tries += 1
      let place = all.appending(UUID().uuidString.lowercased().utf8)
      try OriginalStore.makeFolder(place)
      // Between its making and its locking, a sweep of another process may take the folder for a dead one's.
      if let folder = try Self.lock(place), Self.isThere(folder, place) {
        self.place = place
        self.folder = folder
        return
      }
      guard tries < 10 else {
        throw OriginalStore.failed("The folder \(place.quoted) cannot be locked", EAGAIN)
      }
    }
  }

  deinit {
    _ = place.withCString { rmdir($0) }
  }

  /// A new draft, readable and writable for its owner alone.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput` or `diskFull`.
  public func make() throws(IntakeError) -> OriginalDraft {
    let name = "\(count.add(1, ordering: .relaxed).newValue).part"
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let output = openat(folder.number, name, flags, 0o600)
    guard output >= 0 else { throw OriginalStore.failed("A draft cannot be made", errno) }
    return OriginalDraft(drafts: self, name: name, output: OwnedDescriptor(output))
  }

  /// Bytes that may still be written where the drafts are.
  public var freeBytes: Int {
    var status = statvfs()
    guard fstatvfs(folder.number, &status) == 0 else { return .max }
    let (bytes, isTooLarge) = status.f_bavail.multipliedReportingOverflow(by: status.f_frsize)
    return isTooLarge ? .max : Int(clamping: bytes)
  }

  /// Gives a draft its place as well.
  ///
  /// - Returns: 0 or the error number.
  func link(_ name: String, to place: PhotoPath) -> CInt {
    place.withCString { linkat(folder.number, name, AT_FDCWD, $0, 0) } == 0 ? 0 : errno
  }

  func remove(_ name: String) {
    _ = unlinkat(folder.number, name, 0)
  }

  /// The folder, locked; nil when another process has locked it or it is gone.
  static func lock(_ folder: PhotoPath) throws(IntakeError) -> OwnedDescriptor? {
    let number = folder.withCString { open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard number >= 0 else {
      if errno == ENOENT { return nil }
      throw OriginalStore.failed("The folder \(folder.quoted) cannot be opened", errno)
    }
    let owner = OwnedDescriptor(number)
    guard flock(number, LOCK_EX | LOCK_NB) == 0 else {
      if errno == EWOULDBLOCK { return nil }
      throw OriginalStore.failed("The folder \(folder.quoted) cannot be locked", errno)
    }
    return owner
  }

  private static func isThere(_ descriptor: OwnedDescriptor, _ path: PhotoPath) -> Bool {
    var (opened, named) = (Glibc.stat(), Glibc.stat())
    return fstat(descriptor.number, &opened) == 0 && path.withCString { lstat($0, &named) } == 0
      && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev
  }
}
