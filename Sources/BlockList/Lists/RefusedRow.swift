/// A row, or one field of it, that did not go in: where it stands, why, and what to do.
public struct RefusedRow: Hashable, Sendable, Codable {
  /// The line of the file on which the row begins, from 1.
  public let line: Int
  /// The column of the field, from 1, or `nil` when the row as a whole was refused.
  public let column: Int?
  /// A stable word for the reason, for programs.
  public let code: String
  /// The reason, for people.
  public let message: String
  /// What the person should do about it.
  public let cure: String
  /// What stands there, cut to 120 characters, control characters written as escapes.
  public let text: String

  /// A refusal of one row or field.
  public init(
    line: Int, column: Int?, code: String, message: String, cure: String, text: String
  ) {
    self.line = line
    self.column = column
    self.code = code
    self.message = message
    self.cure = cure
    self.text = text
  }

  /// How much of the row's text a refusal quotes, in characters.
  static let textLimit = 120
}

extension RefusedRow: CustomStringConvertible {
  /// `line 7: MESSAGE: “TEXT”. CURE`
  public var description: String {
    let place = column.map { "line \(line), column \($0)" } ?? "line \(line)"
    return "\(place): \(VisibleText.clause(message)): “\(text)”. \(cure)"
  }
}
