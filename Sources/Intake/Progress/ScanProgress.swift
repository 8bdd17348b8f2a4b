/// How far a scan is: values to show, send or log; counts from the results, times from the caller.
public struct ScanProgress: Hashable, Sendable {
  /// Photos settled so far, whatever their status.
  public private(set) var done = 0
  /// Photos in all; nil while that is not known, as when a folder is watched.
  public let total: Int?
  /// Photos of each status so far.
  public private(set) var counts: [PhotoResult.Status: Int] = [:]
  /// Photos with a reading on a block list so far.
  public private(set) var flagged = 0
  /// Time since the scan began.
  public private(set) var elapsed: Duration = .zero

  /// A scan of so many photos that has just begun.
  public init(total: Int?) {
    self.total = total
  }

  /// Counts one result, given the time since the scan began.
  public mutating func add(_ result: PhotoResult, elapsed: Duration) {
    done += 1
    counts[result.status, default: 0] += 1
    if result.isFlagged { flagged += 1 }
    self.elapsed = max(self.elapsed, elapsed)
  }

  /// Photos a second since the scan began; 0 before the first.
  public var rate: Double {
    let seconds = elapsed / .seconds(1)
    return seconds > 0 ? Double(done) / seconds : 0
  }

  /// The time left at the rate so far; nil before the first photo, or without a total.
  public var timeLeft: Duration? {
    guard let total, done > 0 else { return nil }
    return elapsed * (Double(max(0, total - done)) / Double(done))
  }
}
