internal import Glibc

/// The clock that events are dated by.
public struct AuditClock: Sendable {
  /// What the clock says at one moment.
  public struct Reading: Sendable, Hashable {
    /// Milliseconds since 1970, UTC.
    public var time: Int64
    /// Milliseconds since the machine was started, sleep included.
    public var monotonic: Int64
    /// Which clock, and what is known of it.
    public var source: String

    /// A reading from its parts.
    public init(time: Int64, monotonic: Int64, source: String) {
      self.time = time
      self.monotonic = monotonic
      self.source = source
    }
  }

  private let read: @Sendable () -> Reading

  /// A clock of one's own.
  public init(_ read: @escaping @Sendable () -> Reading) { self.read = read }

  /// What the clock says now.
  public func reading() -> Reading { read() }

  /// The machine's clock (CLOCK_REALTIME and CLOCK_BOOTTIME), with what the kernel says of it.
  public static let system = AuditClock {
    Reading(
      time: milliseconds(CLOCK_REALTIME), monotonic: milliseconds(CLOCK_BOOTTIME),
      source: KernelClock.words)
  }

  /// A clock that stands still, for tests.
  public static func fixed(
    _ time: Int64, monotonic: Int64 = 0, source: String = "fixed"
  ) -> AuditClock {
    let reading = Reading(time: time, monotonic: monotonic, source: source)
    return AuditClock { reading }
  }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
