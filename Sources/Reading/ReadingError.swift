/// Why the reader could not be made ready.
public struct ReadingError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure, for exit codes.
  public enum Code: Sendable {
    /// A library or model that the reader needs is not installed.
    case componentMissing
  }

  /// The kind of failure.
  public var code: Code
  /// What happened, for a person.
  public var message: String
  /// What to do about it.
  public var cure: String

  /// The message followed by its cure.
  public var description: String { "\(message) \(cure)" }

  static func tesseractUnavailable(language: String) -> ReadingError {
    ReadingError(
      code: .componentMissing,
      message: "Tesseract could not load its model '\(language)'.",
      cure: "Install it with: apt-get install tesseract-ocr-\(language)")
  }

  static func networkUnusable(_ name: String) -> ReadingError {
    ReadingError(
      code: .componentMissing,
      message: "The \(name) network inside this program cannot be read.",
      cure: "Build it again from a clean checkout.")
  }
}
