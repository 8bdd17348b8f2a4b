/// Draws a ``ScanProgress`` as one line of a terminal; a pure function of what it is given.
public struct ProgressLine: Hashable, Sendable {
  /// Columns of the terminal; the line takes at most one less, so that it never wraps.
  public var width: Int
  /// Whether statuses that need a person are coloured.
  public var hasColor: Bool

  /// A line of this width.
  public init(width: Int, hasColor: Bool) {
    self.width = width
    self.hasColor = hasColor
  }

  /// The line, without control characters except colour.
  ///
  /// `[#######     ]  583/1000  31.2/s  0:13 left  412 accepted  170 review  1 refused  3 flagged`
  ///
  /// What does not fit is left out from the right, the bar first.
  public func text(for progress: ScanProgress) -> String {
    let room = max(0, width - 1)
    var parts: [Part] = []
    if let total = progress.total {
      let done = String(progress.done)
      let whole = String(total)
      parts.append(
        Part(String(repeating: " ", count: max(0, whole.count - done.count)) + "\(done)/\(whole)"))
    } else {
      parts.append(Part("\(progress.done) photos"))
    }
    parts.append(Part("\(Self.oneDecimal(progress.rate))/s"))
    if progress.done == progress.total {
      parts.append(Part("in \(Self.clock(progress.elapsed))"))
    } else if let left = progress.timeLeft {
      parts.append(Part("\(Self.clock(left)) left"))
    }
    for status in PhotoResult.Status.allCases {
      guard let count = progress.counts[status], count > 0 else { continue }
      let word = status == .none ? "without IMEI" : status.rawValue
      parts.append(Part("\(count) \(word)", color: Self.color(of: status)))
    }
    if progress.flagged > 0 { parts.append(Part("\(progress.flagged) flagged", color: 31)) }

    var taken: [Part] = []
    var used = 0
    for part in parts {
      let needed = part.text.count + (taken.isEmpty ? 0 : 2)
      guard used + needed <= room else { break }
      taken.append(part)
      used += needed
    }
    let bar = taken.count == parts.count ? self.bar(for: progress, room: room - used - 2) : nil
    return ([bar].compactMap(\.self) + taken.map { $0.drawn(hasColor: hasColor) })
      .joined(separator: "  ")
  }

  private struct Part {
    let text: String
    let color: Int?

    init(_ text: String, color: Int? = nil) {
      self.text = text
      self.color = color
    }

    func drawn(hasColor: Bool) -> String {
      guard hasColor, let color else { return text }
      return "\u{1B}[\(color)m\(text)\u{1B}[0m"
    }
  }

  private func bar(for progress: ScanProgress, room: Int) -> String? {
    let cells = min(room - 2, 30)
    guard let total = progress.total, total > 0, cells >= 8 else { return nil }
    let full = min(cells, cells * progress.done / total)
    return "[" + String(repeating: "#", count: full)
      + String(repeating: " ", count: cells - full) + "]"
  }

  private static func color(of status: PhotoResult.Status) -> Int? {
    switch status {
    case .accepted: 32
    case .review: 33
    case .unreadable, .refused: 31
    case .none: nil
    }
  }

  private static func oneDecimal(_ value: Double) -> String {
    let tenths = Int((min(value, 1e9) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// `m:ss`, or `h:mm:ss` from an hour on.
  private static func clock(_ time: Duration) -> String {
    let seconds = max(0, Int((time / .seconds(1)).rounded(.up)))
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let minutes = seconds / 60
    return minutes < 60
      ? "\(minutes):\(two(seconds % 60))"
      : "\(minutes / 60):\(two(minutes % 60)):\(two(seconds % 60))"
  }
}
