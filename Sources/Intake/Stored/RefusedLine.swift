/// A line of a results file that is none, and what to do about it. The lines around it count.
public struct RefusedLine: Error, Hashable, Sendable, CustomStringConvertible {
  /// Its number, from 1.
  public let line: Int
  /// What is wrong with it.
  public let message: String
  /// What the person should do.
  public let cure: String

  /// A refusal from its parts.
  public init(line: Int, message: String, cure: String) {
    self.line = line
    self.message = message
    self.cure = cure
  }

  /// `line 7: MESSAGE CURE`
  public var description: String { "line \(line): \(message) \(cure)" }

  static func tooLong(_ line: Int) -> RefusedLine {
    RefusedLine(
      line: line, message: "The line is too long to be a result.",
      cure: "Give the file as imeikit wrote it.")
  }
}
