public import CaseFile
internal import Glibc
internal import Intake

/// Time stamps kept beside the heads of a station: `<case>.<sequence>.tsr`.
public struct StampStore: Sendable {
  private let folder: String

  /// The stamps beside these heads.
  public init(_ folder: HeadFolder) { self.folder = folder.path }

  /// Keeps a reply beside the head that it is for. One that is there is never replaced.
  ///
  /// - Parameter heads: the heads of the case, `HeadFolder.read(case:caseFile:).heads`.
  /// - Throws: ``ReportingError`` `stampRefused` when it is for none of them, `alreadyThere` when the head has
  ///   another stamp, `unwritable`.
  public func keep(_ reply: [UInt8], heads: [SignedHead]) throws(ReportingError) -> StampedHead {
    // A reply that nobody could use is told as such rather than as one for other data.
    _ = try TimeStampReply(reply)
    guard let stamped = heads.lazy.compactMap({ try? StampedHead(head: $0, reply: reply) }).first
    else {
      throw TimeStamps.refused(
        "the time stamp is for none of the \(heads.count) head(s) that were signed for this case",
        cure: "Give the reply to a question that was written for this case on this station.")
    }
    let path = path(of: stamped.head)
    if let kept = try read(path) {
      guard kept == reply else {
        throw ReportingError(
          .alreadyThere,
          "the head at event \(stamped.head.head.sequence) has another time stamp: \(ReportingError.shown(path))",
          cure: "Keep the further one with the case's papers.")
      }
      return stamped
    }
    try write(reply, to: path)
    return stamped
  }

  /// The heads that have a stamp.
  ///
  /// - Throws: ``ReportingError`` `stampRefused` when a stamp was changed or exchanged.
  public func stamped(_ heads: [SignedHead]) throws(ReportingError) -> [StampedHead] {
    var result: [StampedHead] = []
    for head in heads {
      guard let reply = try read(path(of: head)) else { continue }
      result.append(try StampedHead(head: head, reply: reply))
    }
    return result
  }

  /// The identifier of a head that ``HeadFolder`` gave is a UUID.
  private func path(of head: SignedHead) -> String {
    "\(folder)/\(head.head.caseIdentifier).\(head.head.sequence).tsr"
  }

  private func read(_ path: String) throws(ReportingError) -> [UInt8]? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    do {
      return try PhotoOpener(maximumBytes: TimeStampReply.sizeLimit, followsLinks: false)
        .read(PhotoPath(path))
    } catch {
      throw TimeStamps.refused(
        "the time stamp at \(ReportingError.shown(path)) cannot be read: \(error.reason)",
        cure: "Find out who changed it; keep the file, and move it away to go on without it.")
    }
  }

  /// Linked to its name when it is whole and on the disk.
  private func write(_ bytes: [UInt8], to path: String) throws(ReportingError) {
    let draft = "\(path).\(getpid()).\(UInt32.random(in: 0...(.max))).part"
    let number = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw .unwritable(path, errno) }
    defer {
      close(number)
      unlink(draft)
    }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(number, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path, errno) }
      rest = rest.dropFirst(count)
    }
    guard fsync(number) == 0, link(draft, path) == 0 else { throw .unwritable(path, errno) }
    let place = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard place >= 0 else { throw .unwritable(path, errno) }
    defer { close(place) }
    guard fsync(place) == 0 else { throw .unwritable(path, errno) }
  }
}
