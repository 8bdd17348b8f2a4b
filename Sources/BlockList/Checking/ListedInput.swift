public import IMEI

/// One identifier of a list that is to be checked, as it stood there.
public struct ListedInput: Hashable, Sendable {
  /// The line on which its row begins, from 1.
  public let line: Int
  /// The field as it stood in the file, without space and quotes around it. Not safe to print as it
  /// is; see ``printableText``.
  public let text: String
  /// What it turned out to be.
  public let outcome: IdentifierInput.Outcome

  /// An input of a list.
  public init(line: Int, text: String, outcome: IdentifierInput.Outcome) {
    self.line = line
    self.text = text
    self.outcome = outcome
  }

  /// ``text`` cut to 120 characters, control characters as escapes.
  public var printableText: String {
    VisibleText.escaping(text, limit: RefusedRow.textLimit)
  }
}
