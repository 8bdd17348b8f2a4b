import Foundation

/// Colour on a terminal, plain text anywhere else.
struct TextStyle: Sendable {
  /// Whether escape sequences are written.
  let isColoured: Bool

  /// Colour when standard output is a terminal, NO_COLOR is unset and the option allows it.
  init(allowed: Bool) {
    let environment = ProcessInfo.processInfo.environment
    let isRefused = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
    isColoured =
      allowed && !isRefused && environment["TERM"] != "dumb" && isatty(STDOUT_FILENO) == 1
  }

  func bold(_ text: String) -> String { wrapped(text, "1") }
  func red(_ text: String) -> String { wrapped(text, "31") }
  func yellow(_ text: String) -> String { wrapped(text, "33") }

  private func wrapped(_ text: String, _ code: String) -> String {
    isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}
