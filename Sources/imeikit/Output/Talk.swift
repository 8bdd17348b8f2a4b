import Foundation

/// What the program says to a person, on standard error.
struct Talk: Sendable {
  /// Whether everything but failures is kept back.
  var isQuiet = false

  /// A remark; kept back when quiet.
  func say(_ text: String) {
    if !isQuiet { write(text) }
  }

  /// Why the program ends without having done its work.
  func failure(_ failure: Failure) {
    write("imeikit: \(failure.message)")
  }

  private func write(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
