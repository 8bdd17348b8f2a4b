internal import Foundation
internal import Glibc

extension OriginalStore {
  /// Holds the store against adoptions by other processes until it is let go of.
  public final class AdoptionLock: Sendable {
    private let folder: OwnedDescriptor

    fileprivate init(folder: OwnedDescriptor) {
      self.folder = folder
    }
  }

  /// Waits until no other process adopts drafts, so that what was adopted and could not be recorded can be taken
  /// away again without taking another's.
  ///
  /// - Throws: ``IntakeError`` of code `inputOutput`.
  public func lockForAdoption() throws(IntakeError) -> AdoptionLock {
    let all = folder.appending(OriginalDrafts.folderName.utf8)
    try Self.makeFolder(all)
    let number = all.withCString { open($0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard number >= 0 else {
      throw Self.failed("The folder \(all.quoted) cannot be opened", errno)
    }
    let owner = OwnedDescriptor(number)
    while flock(number, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw Self.failed("The folder \(all.quoted) cannot be locked", errno)
      }
    }
    return AdoptionLock(folder: owner)
  }

  /// Gives drafts their places, lasting, all of them or none; what is there already stays as it is.
  ///
  /// The drafts keep their names beside it until they are let go of: after a kill, ``sweepDrafts(isRecorded:)``
  /// sees by them what was adopted and perhaps not recorded.
  ///
  /// - Returns: those that were not there.
  /// - Throws: ``IntakeError`` of code `diskFull` or `inputOutput`.
  public func adopt(_ drafts: [DraftedOriginal]) throws(IntakeError) -> Set<String> {
    var new: Set<String> = []
    do throws(IntakeError) {
      for draft in drafts where !new.contains(draft.sha256) {
        try makeFolder(of: draft.sha256)
        let place = path(of: draft.sha256)
        switch draft.drafts.link(draft.name, to: place) {
        case 0: new.insert(draft.sha256)
        case EEXIST: try check(place, isLike: draft)
        case let code: throw Self.failed("The photo \(place.quoted) cannot be made", code)
        }
      }
      for start in Set(drafts.map { String($0.sha256.prefix(2)) }) {
        try Self.sync(folder.appending(start.utf8))
      }
      return new
    } catch {
      _ = try? remove(new)
      throw error
    }
  }

  /// Takes away what processes that are gone left of their drafts, and what they adopted without recording it.
  ///
  /// - Parameter isRecorded: whether something tells of the photo with a SHA-256.
  /// - Returns: how many drafts there were.
  /// - Throws: ``IntakeError`` of code `inputOutput`, and what `isRecorded` throws.
  public func sweepDrafts(isRecorded: (String) throws -> Bool) throws -> Int {
    let all = folder.appending(OriginalDrafts.folderName.utf8)
    let lock = try lockForAdoption()
    defer { withExtendedLifetime(lock) {} }
    var count = 0
    for name in Self.names(in: all) {
      let place = all.appending(name)
      guard let owner = try OriginalDrafts.lock(place) else { continue }
      defer { withExtendedLifetime(owner) {} }
      for draft in Self.names(in: place) {
        let path = place.appending(draft)
        try undoAdoption(of: path, isRecorded: isRecorded)
        _ = path.withCString { unlink($0) }
        count += 1
      }
      _ = place.withCString { rmdir($0) }
    }
    return count
  }

  /// Takes an original away that is one file with a dead process's draft, unless something tells of it.
  private func undoAdoption(of draft: PhotoPath, isRecorded: (String) throws -> Bool) throws {
    var (drafted, placed) = (Glibc.stat(), Glibc.stat())
    guard draft.withCString({ lstat($0, &drafted) }) == 0, drafted.st_mode & S_IFMT == S_IFREG,
      drafted.st_nlink > 1,
      let sha256 = PhotoOpener(maximumBytes: .max, followsLinks: false).digest(of: draft)
    else { return }
    let place = path(of: sha256)
    guard place.withCString({ lstat($0, &placed) }) == 0, placed.st_ino == drafted.st_ino,
      placed.st_dev == drafted.st_dev, try !isRecorded(sha256)
    else { return }
    _ = try remove([sha256])
  }

  private func check(_ place: PhotoPath, isLike draft: DraftedOriginal) throws(IntakeError) {
    var status = Glibc.stat()
    guard place.withCString({ lstat($0, &status) }) == 0, status.st_mode & S_IFMT == S_IFREG,
      Int(status.st_size) == draft.size
    else {
      throw IntakeError(
        code: .inputOutput,
        message: "The original \(place.quoted) is not the file that its name says.",
        cure: "See imeikit case originals --help, and bring it back from a copy.")
    }
  }

  private static func names(in folder: PhotoPath) -> [[UInt8]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.text)) ?? []
    return names.map { Array($0.utf8) }
  }
}
