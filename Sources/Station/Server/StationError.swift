/// Why the station could not be run.
public struct StationError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kind of failure, stable across releases.
  public enum Code: String, Sendable, Hashable, CaseIterable {
    /// The address cannot be listened at: the port is taken, or the address is not this machine's.
    case cannotListen
  }

  /// The kind of failure.
  public let code: Code
  /// What went wrong, with the address.
  public let message: String
  /// What the person should do.
  public let cure: String
  /// The words of the system, if any.
  public let detail: String?

  /// An error with its cure.
  public init(_ code: Code, _ message: String, cure: String, detail: String? = nil) {
    self.code = code
    self.message = message
    self.cure = cure
    self.detail = detail
  }

  /// Message and cure in one line.
  public var description: String { "\(message). \(cure)" }
}
