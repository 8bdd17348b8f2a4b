internal import Foundation
internal import Glibc

/// A hidden folder for what is not whole yet: readable for its user alone, and locked as long as its process lives.
///
/// It is called `.NAME.imeikit-PROCESS-NUMBER.part`. What a killed process left is locked by nobody, by which the
/// next one that works beside it knows that it may be swept away, whatever has that process's number by then. In
/// a folder where others may rename what is not theirs, nothing is swept.
final class StagingFolder: Sendable {
  private static let ending = ".part"
  private static let mark = ".imeikit-"
  /// Bytes of a name that are taken over: the whole of it has to fit into 255.
  private static let longestName = 180
  private static let mostTries = 16

  /// Where it is.
  let path: String
  /// Holds the lock.
  private let descriptor: CInt

  /// Makes one beside `target`, and sweeps away those that killed processes left there.
  ///
  /// - Throws: ``ReportingError`` `unwritable`.
  init(for target: String) throws(ReportingError) {
    let cut = target.lastIndex(of: "/")
    let parent = cut.map { String(target[...$0]) } ?? "./"
    let name = cut.map { target[target.index(after: $0)...] } ?? target[...]
    Self.sweep(parent)
    for _ in 0..<Self.mostTries {
      let number = UInt32.random(in: 0...(.max))
      let path =
        "\(parent).\(Self.shortened(name))\(Self.mark)\(getpid())-\(number)\(Self.ending)"
      if mkdir(path, 0o700) != 0 {
        if errno == EEXIST { continue }
        throw ReportingError.unwritable(target, errno)
      }
      if let descriptor = Self.locked(path, waits: true) {
        self.path = path
        self.descriptor = descriptor
        return
      }
      // Another process may have swept it away before it was locked.
      let code = errno
      guard rmdir(path) != 0 else { throw ReportingError.unwritable(target, code) }
    }
    throw ReportingError.unwritable(target, EBUSY)
  }

  deinit { close(descriptor) }

  /// Removes it with all that is in it, where it still has its name.
  func remove() { try? FileManager.default.removeItem(atPath: path) }

  private static func shortened(_ name: Substring) -> String {
    var name = name
    while name.utf8.count > longestName { name.removeLast() }
    return String(name)
  }

  /// Opens and locks a folder, where the file system knows locks.
  ///
  /// - Returns: nil when it is not there any more, or when it is locked and the lock is not waited for.
  private static func locked(_ path: String, waits: Bool) -> CInt? {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    var result: CInt
    repeat {
      result = flock(descriptor, waits ? LOCK_EX : LOCK_EX | LOCK_NB)
    } while result != 0 && errno == EINTR
    var (there, opened) = (stat(), stat())
    let isThere =
      lstat(path, &there) == 0 && fstat(descriptor, &opened) == 0 && there.st_ino == opened.st_ino
      && there.st_dev == opened.st_dev
    guard isThere, result == 0 || waits else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  private static func sweep(_ parent: String) {
    var status = stat()
    let others = S_IWGRP | S_IWOTH
    guard stat(parent, &status) == 0,
      status.st_mode & others == 0 || status.st_mode & S_ISVTX != 0
    else { return }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
    for name in names where isStaging(name) {
      let path = parent + name
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR,
        status.st_uid == geteuid(), let descriptor = locked(path, waits: false)
      else { continue }
      try? FileManager.default.removeItem(atPath: path)
      close(descriptor)
    }
  }

  private static func isStaging(_ name: String) -> Bool {
    guard name.hasPrefix("."), name.hasSuffix(ending),
      let start = name.range(of: mark, options: .backwards)?.upperBound
    else { return false }
    let numbers = name[start...].dropLast(ending.count)
      .split(separator: "-", omittingEmptySubsequences: false)
    return numbers.count == 2
      && numbers.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
