internal import BlockList
internal import Glibc

/// Why something could not leave the station.
public struct ReportingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What kind of failure it is.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// Something stands where the output is to go.
    case alreadyThere
    /// The output cannot be written.
    case unwritable
    /// A file's name in the output would not be a plain one.
    case badName
    /// A value given by the user is none.
    case badValue
    /// The case is not in a state to be reported on.
    case notReady
    /// A library failed.
    case libraryFailed
    /// A time stamp's reply does not fit.
    case stampRefused
  }

  /// What kind of failure it is.
  public let code: Code
  /// What happened, naming the thing.
  public let message: String
  /// What to do.
  public let cure: String

  /// An error from its parts.
  public init(_ code: Code, _ message: String, cure: String) {
    self.code = code
    self.message = message
    self.cure = cure
  }

  /// The message and the cure.
  public var description: String { "\(message). \(cure)" }

  static func unwritable(_ path: String, _ code: CInt) -> ReportingError {
    if [EEXIST, ENOTEMPTY, ENOTDIR].contains(code) {
      return ReportingError(
        .alreadyThere, "there is something at \(shown(path)) already",
        cure: "Name a folder that is not there yet.")
    }
    return ReportingError(
      .unwritable, "\(shown(path)) cannot be written: \(String(cString: strerror(code)))",
      cure: "Make room there, or name a folder that you may write to.")
  }

  static func shown(_ text: String) -> String { VisibleText.escaping(text, limit: 200) }
}
