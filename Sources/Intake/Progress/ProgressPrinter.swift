internal import Foundation
internal import Glibc

/// Keeps one progress line up to date on standard error when that is a terminal; silent otherwise.
///
/// Used from one task at a time.
public struct ProgressPrinter {
  private let isActive: Bool
  private let hasColor: Bool
  private let clock = SuspendingClock()
  private let interval = Duration.milliseconds(100)
  private var lastDrawn: SuspendingClock.Instant?
  private var isLineOpen = false

  /// A printer that stays silent when `isQuiet`, in a pipe, or on a terminal that cannot go back to
  /// the start of a line; without colour when `NO_COLOR` is set to anything but nothing.
  public init(isQuiet: Bool = false, allowsColor: Bool = true) {
    let environment = ProcessInfo.processInfo.environment
    isActive = !isQuiet && isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
    hasColor = allowsColor && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Draws the line, ten times a second at most.
  public mutating func show(_ progress: ScanProgress) {
    guard isActive else { return }
    let now = clock.now
    if let lastDrawn, lastDrawn.duration(to: now) < interval { return }
    lastDrawn = now
    draw(progress)
  }

  /// Draws the line a last time and goes to the next.
  public mutating func finish(_ progress: ScanProgress) {
    guard isActive else { return }
    draw(progress)
    write("\n")
    isLineOpen = false
  }

  /// Takes the line away, so that a message can be printed; the next ``show(_:)`` draws it again.
  public mutating func clear() {
    guard isActive, isLineOpen else { return }
    write("\r\u{1B}[K")
    isLineOpen = false
    lastDrawn = nil
  }

  private mutating func draw(_ progress: ScanProgress) {
    let line = ProgressLine(width: Self.terminalWidth, hasColor: hasColor)
    write("\r\u{1B}[K" + line.text(for: progress))
    isLineOpen = true
  }

  private func write(_ text: String) {
    _ = DescriptorIO.writeAll(STDERR_FILENO, Array(text.utf8))
  }

  private static var terminalWidth: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
