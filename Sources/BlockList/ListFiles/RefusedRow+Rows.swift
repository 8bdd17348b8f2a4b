/// Refusals of rows as they lie in the reader's buffer.
extension RefusedRow {
  /// The row as a whole is refused.
  init(_ row: ListRow, _ bytes: Span<UInt8>, _ refusal: FieldRefusal) {
    self.init(
      line: row.line, column: nil, code: refusal.code, message: refusal.message,
      cure: refusal.cure, text: row.excerpt(bytes))
  }

  /// One field of the row is refused.
  init(_ row: ListRow, _ bytes: Span<UInt8>, column: Int, _ refusal: FieldRefusal) {
    self.init(
      line: row.line, column: column + 1, code: refusal.code, message: refusal.message,
      cure: refusal.cure,
      text: VisibleText.escaping(
        bytes: bytes.extracting(row.trimmedField(column, bytes)), limit: Self.textLimit))
  }

  /// Nothing can be made of the row.
  init(_ row: ListRow, _ bytes: Span<UInt8>, _ damage: RowDamage) {
    self.init(
      row, bytes, FieldRefusal(damage.rawValue, damage.message, cure: damage.cure))
  }
}
