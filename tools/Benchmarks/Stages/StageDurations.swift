import Foundation

/// Durations of stages over many pictures.
struct StageDurations {
  private var order: [String] = []
  private var milliseconds: [String: [Double]] = [:]

  /// Adds the stages of one picture.
  mutating func add(_ picture: [(stage: String, milliseconds: Double)]) {
    for (stage, duration) in picture {
      if milliseconds[stage] == nil { order.append(stage) }
      milliseconds[stage, default: []].append(duration)
    }
  }

  /// A row for each stage, in the order in which they run: median, mean and 95th percentile.
  func rendered() -> String {
    let rows = order.map { stage in
      let sorted = milliseconds[stage, default: []].sorted()
      let mean = sorted.reduce(0, +) / Double(max(1, sorted.count))
      return Self.name(stage)
        + [Self.quantile(0.5, of: sorted), mean, Self.quantile(0.95, of: sorted)]
        .map { String(format: "%10.1f", $0) }.joined()
    }
    return ([Self.name("stage, ms") + "    median      mean       p95"] + rows)
      .joined(separator: "\n")
  }

  /// The smallest value that at least a share of the values do not exceed.
  private static func quantile(_ share: Double, of sorted: [Double]) -> Double {
    guard !sorted.isEmpty else { return 0 }
    return sorted[max(0, Int((share * Double(sorted.count)).rounded(.up)) - 1)]
  }

  private static func name(_ stage: String) -> String {
    stage + String(repeating: " ", count: max(1, 28 - stage.count))
  }
}

/// CPU time of this process, all threads together.
enum CPUClock {
  /// Milliseconds since the process began.
  static var milliseconds: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1e6
  }
}
