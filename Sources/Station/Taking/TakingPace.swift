internal import CaseFile

/// How reading goes on when it does not go well: a batch that failed is taken one by one, so that one photo does
/// not keep the others from being read; what fails alone is put aside for a while; pauses grow.
struct TakingPace {
  private static let shortestPause = Duration.seconds(1)
  private static let longestPause = Duration.seconds(60)
  /// Findings are looked for at most this often.
  private static let findingsPause = Duration.seconds(10)

  private let clock = ContinuousClock()
  private var inHand: [UploadRecord] = []
  private var singles = 0
  private var failures = 0
  private var put: [String: (until: ContinuousClock.Instant, times: Int)] = [:]
  private var hasRead = true
  private var nextFindings = ContinuousClock.now

  /// How many uploads may be taken at a time.
  var limit: Int { singles > 0 ? 1 : PhotoTaking.batch }

  /// The photos that are not to be tried now.
  var aside: Set<String> {
    let now = clock.now
    return Set(put.filter { $0.value.until > now }.keys)
  }

  /// How long to wait after a failure.
  var pause: Duration {
    min(Self.longestPause, Self.shortestPause * (1 << min(failures, 6)))
  }

  /// Whether the case changed since its findings were looked for, and that was long enough ago.
  var wantsFindings: Bool { hasRead && clock.now >= nextFindings }

  mutating func began(_ uploads: [UploadRecord]) {
    inHand = uploads
  }

  mutating func succeeded() {
    for upload in inHand { put[upload.sha256] = nil }
    singles = max(0, singles - inHand.count)
    failures = 0
    inHand = []
    hasRead = true
  }

  /// - Parameter isOfAll: whether other photos would have fared no better.
  /// - Returns: what was in hand, for a person; empty when it was nothing.
  mutating func failed(isOfAll: Bool) -> String {
    failures += 1
    defer { inHand = [] }
    guard let first = inHand.first else { return "" }
    if inHand.count > 1 {
      if !isOfAll { singles = inHand.count }
      return "\(inHand.count) photos"
    }
    guard !isOfAll else { return "photo \(first.sha256)" }
    let times = (put[first.sha256]?.times ?? 0) + 1
    singles = max(0, singles - 1)
    put[first.sha256] = (clock.now + Self.longestPause * times, times)
    return "photo \(first.sha256)"
  }

  /// Findings were looked for; a large case is not kept busy by it.
  mutating func compared(in duration: Duration) {
    hasRead = false
    nextFindings = clock.now + max(Self.findingsPause, duration * 20)
  }
}
