internal import IMEI

/// Why a field or a row cannot be used, wherever it stands.
struct FieldRefusal: Error {
  /// A stable word, see ``RefusedRow/code``.
  var code: String
  var message: String
  var cure: String

  init(_ code: String, _ message: String, cure: String) {
    self.code = code
    self.message = message
    self.cure = cure
  }

  /// What ``IdentifierInput`` says, made printable.
  init(_ refusal: InputRefusal) {
    code = refusal.code.slug
    message = VisibleText.escaping(refusal.message, limit: 300)
    cure = refusal.cure
  }

  /// A row without the field that says what it is about.
  static func missing(_ what: String, column: Int, fields: Int) -> FieldRefusal {
    FieldRefusal(
      // `noRangeEnd`
      "no" + what.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(),
      column >= fields
        ? "The row has \(fields) \(fields == 1 ? "field" : "fields"); the \(what) is expected in column \(column + 1)."
        : "Column \(column + 1), where the \(what) is expected, is empty.",
      cure: "Complete the row or take it out.")
  }

  static let unknownChange = FieldRefusal(
    "unknownChange", "The row does not say what the delta does: add, remove or update.",
    cure: "Write one of the three into the column of the change.")

  static let negativeRange = FieldRefusal(
    "negativeRange", "The range ends before it starts.",
    cure: "Compare with the source; the two ends may be swapped.")

  static let wideRange = FieldRefusal(
    "wideRange",
    "The range covers more than ten million numbers, ten whole TACs.",
    cure: "Compare with the source; split it if it is meant so.")

  static let tacDigits = FieldRefusal(
    "notATAC", "A TAC has eight digits and nothing else.",
    cure: "Compare with the source; a spreadsheet drops zeros in front.")
}
