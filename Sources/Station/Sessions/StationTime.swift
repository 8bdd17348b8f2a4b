internal import Foundation

/// Times as the interface writes them: UTC with milliseconds and Z.
enum StationTime {
  /// `2026-11-21T17:20:00.123Z`.
  static func text(_ date: Date) -> String {
    date.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true))
  }
}
