import Foundation

/// What is being done, on a terminal.
struct StepLine: Sendable {
  private let isShown: Bool

  /// A line that is shown on a terminal alone.
  init(isShown: Bool) {
    self.isShown =
      isShown && isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  }

  func show(_ step: String) { write("\r\u{1B}[K\(step) …") }

  func show(_ step: String, done: Int, of all: Int) {
    write("\r\u{1B}[K\(step): \(done) of \(all)")
  }

  func clear() { write("\r\u{1B}[K") }

  private func write(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}
