internal import IMEI

/// Rows about more than one equipment: whole TACs, and ranges.
extension RowInterpreter {
  /// A barred TAC: every serial number of it.
  func readTAC(_ column: Int, _ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result) {
    guard requireField(column, "TAC", row, bytes, &result) else { return }
    do {
      let tac = try Identity.tac(bytes.extracting(row.trimmedField(column, bytes)))
      result.entries.append(try .whole(tac, line: row.line))
    } catch {
      result.refusals.append(RefusedRow(row, bytes, column: column, error))
    }
  }

  /// From one number to another, both included.
  func readRange(
    _ range: ListShape.Range, _ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result
  ) {
    guard requireField(range.first, "range start", row, bytes, &result),
      requireField(range.last, "range end", row, bytes, &result),
      let first = identity(range.first, row, bytes, &result),
      let last = identity(range.last, row, bytes, &result)
    else { return }
    do {
      result.entries.append(try .range(first, last, line: row.line))
    } catch {
      result.refusals.append(RefusedRow(row, bytes, error))
    }
  }

  private func requireField(
    _ column: Int, _ what: String, _ row: ListRow, _ bytes: Span<UInt8>, _ result: inout Result
  ) -> Bool {
    guard row.trimmedField(column, bytes).isEmpty else { return true }
    result.refusals.append(
      RefusedRow(row, bytes, .missing(what, column: column, fields: row.fields.count)))
    return false
  }

  private func identity(
    _ column: Int, _ row: ListRow, _ bytes: Span<UInt8>, _ result: inout Result
  ) -> Identity? {
    do {
      return try Identity(bytes.extracting(row.trimmedField(column, bytes)))
    } catch {
      result.refusals.append(RefusedRow(row, bytes, column: column, error))
      return nil
    }
  }
}
