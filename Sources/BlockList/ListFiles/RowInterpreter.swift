internal import IMEI

/// Columns → entries: what one row of a known shape says.
struct RowInterpreter {
  let shape: ListShape

  /// What a row gave. Reused from row to row.
  struct Result {
    var entries: [ListEntry] = []
    var refusals: [RefusedRow] = []
    /// Whether the row is no row: blank, comment, header or above it.
    var isIgnored = false
    /// Whether the row's later lines have to be read again as rows of their own.
    var restartsAfterFirstLine = false
  }

  /// Interprets `row`, whose ranges are indices of `bytes`.
  func interpret(_ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result) {
    result.entries.removeAll(keepingCapacity: true)
    result.refusals.removeAll(keepingCapacity: true)
    result.restartsAfterFirstLine = false
    result.isIgnored = true
    switch row.kind {
    case .blank, .comment: return
    case .damaged(let damage):
      result.isIgnored = false
      result.refusals.append(
        refusal(row, bytes, code: damage.rawValue, message: damage.message, cure: damage.cure))
      return
    case .fields: break
    }
    if let header = shape.headerLine, row.line <= header { return }
    result.isIgnored = false
    if row.swallowsEntries(bytes)
      || shape.imeiColumns.contains(where: { column in
        column < row.fields.count && row.hasLineEnd(in: column, bytes)
      })
    {
      result.restartsAfterFirstLine = true
      let damage = RowDamage.quoteNotClosed
      result.refusals.append(
        refusal(row, bytes, code: damage.rawValue, message: damage.message, cure: damage.cure))
      return
    }
    readFields(row, bytes, into: &result)
  }

  private func readFields(_ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result) {
    var empty = 0
    for column in shape.imeiColumns {
      guard column < row.fields.count else {
        empty += 1
        continue
      }
      let field = ListRow.trimmed(row.fields[column].range, in: bytes)
      if field.isEmpty {
        empty += 1
        continue
      }
      let form: PrintedForm
      let key: EquipmentKey
      switch IdentifierInput.parse(utf8: bytes.extracting(field)) {
      case .imei(let imei):
        key = imei.key
        form = imei.printedCheckDigit.map(PrintedForm.checkDigit) ?? .bare
      case .imeisv(let imeisv):
        key = imeisv.imei.key
        form = UInt8(imeisv.softwareVersion).map(PrintedForm.softwareVersion) ?? .bare
      case .refused(let refused):
        result.refusals.append(
          RefusedRow(
            line: row.line, column: column + 1, code: refused.code.slug,
            message: VisibleText.escaping(refused.message, limit: 300), cure: refused.cure,
            text: VisibleText.escaping(
              bytes: bytes.extracting(field), limit: RefusedRow.textLimit)))
        continue
      }
      // Two columns for one thing (`imei`, `imei_norm`) make one entry, the fuller one.
      if let same = result.entries.firstIndex(where: { $0.key == key }) {
        if result.entries[same].form == .bare { result.entries[same].form = form }
        continue
      }
      result.entries.append(
        ListEntry(
          key: key, form: form, line: row.line,
          details: EntryDetails(reason: reason(row, bytes), date: date(row, bytes))))
    }
    if empty == shape.imeiColumns.count { result.refusals.append(missing(row, bytes)) }
  }

  private func missing(_ row: ListRow, _ bytes: Span<UInt8>) -> RefusedRow {
    let column = (shape.imeiColumns.first ?? 0) + 1
    return refusal(
      row, bytes, code: "noIMEI",
      message: column > row.fields.count
        ? "The row has \(row.fields.count) fields; the IMEI is expected in column \(column)."
        : "Column \(column), where the IMEI is expected, is empty.",
      cure: "Complete the row or take it out.")
  }

  private func refusal(
    _ row: ListRow, _ bytes: Span<UInt8>, code: String, message: String, cure: String
  ) -> RefusedRow {
    RefusedRow(
      line: row.line, column: nil, code: code, message: message, cure: cure,
      text: row.excerpt(bytes))
  }

  private func reason(_ row: ListRow, _ bytes: Span<UInt8>) -> String {
    guard !shape.reasonColumns.isEmpty else { return "" }
    var parts: [String] = []
    for column in shape.reasonColumns where column < row.fields.count {
      let text = row.text(of: column, in: bytes)
      if !text.isEmpty, !parts.contains(text) { parts.append(text) }
    }
    return VisibleText.escaping(parts.joined(separator: "; "), limit: ListEntry.reasonLimit)
  }

  private func date(_ row: ListRow, _ bytes: Span<UInt8>) -> String {
    guard let column = shape.dateColumn, column < row.fields.count else { return "" }
    return VisibleText.escaping(row.text(of: column, in: bytes), limit: ListEntry.dateLimit)
  }
}
