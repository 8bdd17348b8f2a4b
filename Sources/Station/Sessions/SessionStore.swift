internal import CaseFile
internal import Synchronization

/// Who is logged in. Kept in memory: a restart asks everybody for the token again.
final class SessionStore: Sendable {
  /// How long sessions last, and how many there may be.
  struct Limits: Sendable {
    /// Without anything done.
    var idle = Duration.seconds(30 * 60)
    /// In all.
    var absolute = Duration.seconds(12 * 3_600)
    /// How old the knowledge may be that the token still holds.
    var tokenCheck = Duration.seconds(30)
    /// Of everybody; the one that was idle longest gives way.
    var most = 64
  }

  /// What is known of a session.
  struct Entry: Sendable {
    /// The session as handlers see it.
    var session: StationSession
    /// The SHA-256 of the token that it was opened with.
    var token: [UInt8]
    /// Whether it waits for the token.
    var isLocked = false
    let openedAt: ContinuousClock.Instant
    var usedAt: ContinuousClock.Instant
    var checkedAt: ContinuousClock.Instant
  }

  /// How the look for a session ended.
  enum Found: Sendable {
    /// It is open or locked.
    case session(Entry)
    /// It has just ended by its limits.
    case expired(StationSession)
    /// There is none.
    case none
  }

  let limits: Limits
  private let now: @Sendable () -> ContinuousClock.Instant
  /// By the SHA-256 of the secret: who reads the server's memory dump gets no cookie, and looking up
  /// tells by its time nothing about secrets.
  private let entries = Mutex<[[UInt8]: Entry]>([:])

  init(
    limits: Limits = Limits(), now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.limits = limits
    self.now = now
  }

  /// How many sessions are open.
  var count: Int {
    let now = now()
    return entries.withLock { entries in
      entries.values.count { !isOver($0, now) }
    }
  }

  /// Opens a session.
  ///
  /// - Returns: the secret for the cookie, 256 bits, and the session.
  func open(for person: Operator, token: [UInt8]) -> (secret: String, session: StationSession) {
    let secret = Secret.text()
    let session = StationSession(
      identifier: Secret.text(bytes: 12), person: person.person, role: person.role)
    let now = now()
    let entry = Entry(
      session: session, token: token, openedAt: now, usedAt: now, checkedAt: now)
    entries.withLock { entries in
      entries = entries.filter { !isOver($0.value, now) }
      while entries.count >= limits.most,
        let oldest = entries.min(by: { $0.value.usedAt < $1.value.usedAt })?.key
      {
        entries[oldest] = nil
      }
      entries[Secret.digest(secret)] = entry
    }
    return (secret, session)
  }

  /// The session of a cookie.
  ///
  /// - Parameter isActivity: whether a person did something; what pages ask by themselves is none.
  func find(_ secret: String, isActivity: Bool) -> Found {
    let digest = Secret.digest(secret)
    let now = now()
    return entries.withLock { entries in
      guard var entry = entries[digest] else { return .none }
      guard !isOver(entry, now) else {
        entries[digest] = nil
        return .expired(entry.session)
      }
      if isActivity, !entry.isLocked {
        entry.usedAt = now
        entries[digest] = entry
      }
      return .session(entry)
    }
  }

  /// The SHA-256 of the token that a session stands on; nil when it is not open, or locked.
  func openToken(_ identifier: String) -> [UInt8]? {
    let now = now()
    return entries.withLock { entries in
      entries.values.first {
        $0.session.identifier == identifier && !$0.isLocked && !isOver($0, now)
      }?.token
    }
  }

  /// Whether it is time to ask the case again whether the token holds.
  func needsTokenCheck(_ entry: Entry) -> Bool {
    now() - entry.checkedAt >= limits.tokenCheck
  }

  /// The token holds: notes it, and the role that its owner has by now.
  ///
  /// - Returns: the session with that role.
  func confirm(_ secret: String, role: OperatorRole) -> StationSession? {
    let (digest, now) = (Secret.digest(secret), now())
    return entries.withLock { entries in
      guard var entry = entries[digest] else { return nil }
      entry.session = StationSession(
        identifier: entry.session.identifier, person: entry.session.person, role: role)
      entry.checkedAt = now
      entries[digest] = entry
      return entry.session
    }
  }

  /// Locks a session: it waits for its person's token.
  func lock(_ secret: String) {
    let digest = Secret.digest(secret)
    entries.withLock { $0[digest]?.isLocked = true }
  }

  /// Opens a locked session again.
  ///
  /// - Parameter token: the SHA-256 of the token, which may be a newer one than the session began with.
  func unlock(_ secret: String, token: [UInt8]) {
    let (digest, now) = (Secret.digest(secret), now())
    entries.withLock { entries in
      guard var entry = entries[digest] else { return }
      entry.isLocked = false
      entry.token = token
      entry.usedAt = now
      entry.checkedAt = now
      entries[digest] = entry
    }
  }

  /// Ends a session.
  func close(_ secret: String) {
    let digest = Secret.digest(secret)
    entries.withLock { $0[digest] = nil }
  }

  /// Seconds until the session ends if nothing is done, and until it ends at the latest.
  func remaining(_ entry: Entry) -> (idle: Int, absolute: Int) {
    let now = now()
    return (
      Int((limits.idle - (now - entry.usedAt)).components.seconds),
      Int((limits.absolute - (now - entry.openedAt)).components.seconds)
    )
  }

  private func isOver(_ entry: Entry, _ now: ContinuousClock.Instant) -> Bool {
    now - entry.usedAt >= limits.idle || now - entry.openedAt >= limits.absolute
  }
}
