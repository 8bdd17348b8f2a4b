internal import Glibc

extension HeadFolder {
  /// Signs where a log stands now and puts it outside the database, on the disk when the call returns.
  ///
  /// It goes forward only. A log that does not go on from the head outside is an alarm: nothing is
  /// written. Costs some five waits for the disk, so it is for the ends of runs and sessions rather
  /// than for each event.
  ///
  /// - Parameters:
  ///   - identifier: the case, a UUID.
  ///   - caseFile: the path of its file.
  ///   - position: asks the log where it stands and which hash it has at a sequence. It is called
  ///     while other processes wait, so that what it says is newer than any head outside.
  /// - Returns: the head that now stands outside; `nil` when the log is empty and none does.
  /// - Throws: ``CaseFileError`` `headDisagrees`, `headUnusable`, `fileUnwritable`, `fileUnreadable`;
  ///   what `position` throws.
  func write(
    case identifier: String, caseFile: String?, key: StationKey, clock: AuditClock,
    position: (Int64?) throws -> AuditPosition
  ) throws -> SignedHead? {
    let files = try files(of: identifier)
    try FileIO.makeFolder(path)
    let lock = try Self.locked(files.lock)
    defer { withExtendedLifetime(lock) {} }

    let known = try files.history.recent()
    let (outside, isWhole) = try self.outside(files, known: known, key: key)
    let now = try position(outside?.head.sequence)
    guard now.caseIdentifier == identifier else {
      throw Self.alarm("the log is of case \(Shown.text(now.caseIdentifier)), not \(identifier)")
    }
    if let outside { try Self.check(now, against: outside) }
    guard let head = now.head else { return nil }
    if let outside, outside.head.sequence == head.sequence, isWhole { return outside }

    let place = caseFile.map { CasePlace.digest(of: $0) }
    if outside == nil, let place, let other = displaced(at: place, besides: identifier).first {
      throw Self.alarm(
        "the case file's path is that of case \(Shown.text(other.head.caseIdentifier)), whose head "
          + "outside is at event \(other.head.sequence)",
        cure: "Nothing was signed. If that case's file was moved or deleted on purpose, give this "
          + "one another name; else find out who put it there.")
    }
    if let outside, outside.head.sequence == head.sequence {
      try publish(outside, files)
      return outside
    }
    let signed = try SignedHead(
      signing: head, with: key, at: clock.reading().time, place: place, after: outside)
    // The history first: it holds head and signature in one line, so that a kill between the two
    // files behind it leaves no head without a signature.
    if let outside, known.last != outside { try files.history.append(outside) }
    try files.history.append(signed)
    try publish(signed, files)
    return signed
  }

  /// The head that stands outside, and whether its two files are complete.
  private func outside(
    _ files: Files, known: [SignedHead], key: StationKey
  ) throws(CaseFileError) -> (SignedHead?, Bool) {
    var outside = known.last
    var isWhole = false
    switch try latest(files).pair(known: known) {
    case .missing, .interrupted: break
    case .unreadable(let reason): throw Self.unusable(reason)
    case .head(let head):
      if head == outside { isWhole = true }
      if head.head.sequence > outside?.head.sequence ?? 0 {
        outside = head
        isWhole = true
      }
      try Self.check(head, key)
    }
    if let outside { try Self.check(outside, key) }
    return (outside, isWhole)
  }

  private func publish(_ head: SignedHead, _ files: Files) throws(CaseFileError) {
    var renamings: [(from: String, to: String)] = []
    for (bytes, target) in [(head.signature, files.signature), (head.bytes, files.head)] {
      let temporary = FileIO.temporaryName(for: target)
      try FileIO.create(bytes, at: temporary, mode: 0o600)
      renamings.append((temporary, target))
    }
    for renaming in renamings where rename(renaming.from, renaming.to) != 0 {
      throw FileIO.unwritable(renaming.to, errno)
    }
    try FileIO.syncFolder(path)
  }

  private static func check(
    _ now: AuditPosition, against outside: SignedHead
  ) throws(CaseFileError) {
    let signed = outside.head
    guard let head = now.head, head.sequence >= signed.sequence else {
      throw alarm(
        "the log ends at event \(now.head?.sequence ?? 0), but the head outside is at event "
          + "\(signed.sequence): events were cut off")
    }
    guard now.hashThere == signed.hash else {
      throw alarm(
        "event \(signed.sequence) is not the one that the head outside was signed for: the log "
          + "was rewritten or another put in its place")
    }
  }

  private static func check(_ head: SignedHead, _ key: StationKey) throws(CaseFileError) {
    guard head.key == key.identifier else {
      throw unusable(
        "the head outside was signed by another key (\(Shown.text(head.key)), not "
          + "\(key.identifier))")
    }
    guard head.isSigned(by: key.publicKey) else {
      throw unusable(
        "the signature of the head outside, at event \(head.head.sequence), is not the station's")
    }
  }

  private static func alarm(
    _ message: String,
    cure: String = "Nothing was signed. Keep case file and heads as they are, run "
      + "`imeikit audit verify`, and find out who changed the file."
  ) -> CaseFileError { CaseFileError(.headDisagrees, message, cure: cure) }

  private static func unusable(_ message: String) -> CaseFileError {
    CaseFileError(
      .headUnusable, message,
      cure: "Nothing was signed. Keep the files of the head as they are and find out who changed "
        + "them; only then move them away to begin anew.")
  }

  private static func locked(_ path: String) throws(CaseFileError) -> FileIO.Descriptor {
    let number = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw FileIO.unwritable(path, errno) }
    let file = FileIO.Descriptor(number)
    while flock(number, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileIO.unwritable(path, errno) }
    }
    return file
  }
}
