import BlockList
import Foundation

/// How far an import has come, on a terminal.
struct ImportProgressLine {
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  func show(_ progress: ImportProgress) {
    let written = progress.written > 0 ? ", \(progress.written) entries in order" : ""
    write("\r\u{1B}[K\(progress.lines) lines, \(progress.bytes >> 20) MiB\(written)")
  }

  func clear() {
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}
