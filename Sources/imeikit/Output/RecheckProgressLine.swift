import Foundation
import Intake

/// How far a recheck of a case has come, on a terminal.
struct RecheckProgressLine {
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  func show(_ progress: CaseRecheck.Progress) {
    let what = progress.isOfLeads ? "readings in review looked at for leads" : "numbers asked for"
    write("\r\u{1B}[K\(progress.done) of \(progress.total) \(what)")
  }

  func clear() {
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}
