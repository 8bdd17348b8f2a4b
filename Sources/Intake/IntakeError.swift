/// What went wrong outside any single photo, and what the person should do about it.
public struct IntakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kind of failure; exit codes are chosen from it.
  public enum Code: String, Sendable {
    /// The paths given hold no photo at all.
    case noPhotos
    /// A worker process cannot be started, or ends before it is ready.
    case workerUnavailable
    /// The pool was stopped before the photo was read.
    case stopped
    /// A line or file is not what it should be.
    case badInput
    /// A file or stream could not be read or written.
    case inputOutput
    /// There is no room left where a file is written.
    case diskFull
  }

  /// The kind of failure.
  public let code: Code
  /// What happened, naming the file or line.
  public let message: String
  /// What the person should do.
  public let cure: String
  /// The system's or library's own words, if any.
  public let detail: String?

  /// Makes an error from its parts.
  public init(code: Code, message: String, cure: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.cure = cure
    self.detail = detail
  }

  /// Message and cure in one line.
  public var description: String {
    [message, detail.map { "(\($0))" }, cure].compactMap(\.self).joined(separator: " ")
  }
}
