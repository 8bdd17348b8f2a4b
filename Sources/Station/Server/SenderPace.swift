internal import NIOCore

/// Whether the other end of a connection sends fast enough to be waited for.
///
/// Who sends a request a byte at a time holds a connection and its memory for as long as he likes; a few
/// hundred of him shut everybody else out.
struct SenderPace {
  /// What is waited for.
  struct Limits: Sendable {
    /// From the first byte of a request's head, or from the connection, to the head's end.
    var head = TimeAmount.seconds(10)
    /// Between an answer and the next request's first byte.
    var idle = TimeAmount.seconds(60)
    /// The time over which a body's pace is averaged.
    var bodyWindow = TimeAmount.seconds(30)
    /// The least bytes a second of a body.
    var bodyRate = 1_024
    /// How long the other end may leave an answer lying.
    var unreadAnswer = TimeAmount.minutes(5)
  }

  /// What to do when a deadline has passed.
  enum Verdict: Equatable {
    /// The connection is to be closed.
    case close
    /// Nothing yet; to be asked again then.
    case wait(until: NIODeadline)
  }

  private enum Phase {
    case idle(since: NIODeadline)
    case head(since: NIODeadline)
    case body(since: NIODeadline, bytes: Int)
    /// The answer was sent before the body had come.
    case surplus(since: NIODeadline)
    case answering
  }

  private let limits: Limits
  private var phase: Phase
  /// Requests that have begun and have no answer yet: clients may send one before the last is answered.
  private var unanswered = 0
  /// When the server stopped asking for more; what is not asked for cannot be late.
  private var unwantedSince: NIODeadline?
  private var unreadSince: NIODeadline?

  /// The pace of a connection that was made at `now`.
  init(limits: Limits, now: NIODeadline) {
    self.limits = limits
    phase = .head(since: now)
  }

  /// Bytes came in.
  mutating func received(_ count: Int, now: NIODeadline) {
    switch phase {
    case .idle: phase = .head(since: now)
    case .body(let since, let bytes): phase = .body(since: since, bytes: bytes + count)
    case .head, .surplus, .answering: break
    }
  }

  /// A request's head is complete.
  mutating func headEnded(now: NIODeadline) {
    unanswered += 1
    phase = .body(since: now, bytes: 0)
  }

  /// A request is complete.
  mutating func requestEnded(now: NIODeadline) {
    phase = unanswered == 0 ? .idle(since: now) : .answering
  }

  /// An answer is complete.
  mutating func answerEnded(now: NIODeadline) {
    unanswered -= 1
    guard unanswered == 0 else { return }
    if case .body = phase {
      phase = .surplus(since: now)
    } else {
      phase = .idle(since: now)
    }
  }

  /// The server asks for more, or has enough for now.
  mutating func wants(more: Bool, now: NIODeadline) {
    if more {
      if let unwantedSince, case .body(let since, let bytes) = phase {
        phase = .body(since: since + (now - unwantedSince), bytes: bytes)
      }
      unwantedSince = nil
    } else if unwantedSince == nil {
      unwantedSince = now
    }
  }

  /// The other end takes its answer, or leaves it lying.
  mutating func takes(answer: Bool, now: NIODeadline) {
    unreadSince = answer ? nil : unreadSince ?? now
  }

  /// What to do at `now`.
  mutating func verdict(now: NIODeadline) -> Verdict {
    let answer = unreadSince.map { $0 + limits.unreadAnswer }
    if let answer, answer <= now { return .close }
    let request = requestVerdict(now: now)
    guard case .wait(let deadline) = request, let answer else { return request }
    return .wait(until: min(deadline, answer))
  }

  private mutating func requestVerdict(now: NIODeadline) -> Verdict {
    switch phase {
    case .idle(let since): Self.verdict(since + limits.idle, now)
    case .head(let since): Self.verdict(since + limits.head, now)
    case .surplus(let since): Self.verdict(since + limits.bodyWindow, now)
    case .answering: .wait(until: now + limits.idle)
    case .body(let since, let bytes): bodyVerdict(since: since, bytes: bytes, now: now)
    }
  }

  private mutating func bodyVerdict(since: NIODeadline, bytes: Int, now: NIODeadline) -> Verdict {
    if unwantedSince != nil { return .wait(until: now + limits.bodyWindow) }
    let end = since + limits.bodyWindow
    guard end <= now else { return .wait(until: end) }
    let least = Int64(limits.bodyRate) * (now - since).nanoseconds / 1_000_000_000
    guard bytes >= least else { return .close }
    phase = .body(since: now, bytes: 0)
    return .wait(until: now + limits.bodyWindow)
  }

  private static func verdict(_ deadline: NIODeadline, _ now: NIODeadline) -> Verdict {
    deadline <= now ? .close : .wait(until: deadline)
  }
}
