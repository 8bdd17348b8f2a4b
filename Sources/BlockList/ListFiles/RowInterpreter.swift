internal import IMEI

/// Columns → entries: what one row of a known shape says.
final class RowInterpreter {
  let shape: ListShape

  private let reasons = TextCache(limit: ListEntry.reasonLimit)
  private let dates = TextCache(limit: ListEntry.dateLimit)
  private let identityColumns: [Int]

  init(shape: ListShape) {
    self.shape = shape
    identityColumns = shape.identityColumns
  }

  /// What a row gave. Reused from row to row.
  struct Result {
    var entries: [ListEntry] = []
    var refusals: [RefusedRow] = []
    /// Whether the row is no row: blank, comment, header or above it, header record or trailer.
    var isIgnored = false
    /// Whether the row's later lines have to be read again as rows of their own.
    var restartsAfterFirstLine = false
    /// The numbers in the row, when it is a register's trailer; `nil` when it is none.
    var trailerNumbers: [Int]?

    /// Nothing yet, the memory kept.
    mutating func clear() {
      entries.removeAll(keepingCapacity: true)
      refusals.removeAll(keepingCapacity: true)
      restartsAfterFirstLine = false
      trailerNumbers = nil
      isIgnored = true
    }
  }

  /// Interprets `row`, whose ranges are indices of `bytes`.
  func interpret(_ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result) {
    result.clear()
    switch row.kind {
    case .blank, .comment: return
    case .damaged(let damage):
      result.isIgnored = false
      result.refusals.append(RefusedRow(row, bytes, damage))
      return
    case .fields: break
    }
    if let header = shape.headerLine, row.line <= header { return }
    if let record = shape.headerRecordLine, row.line <= record { return }
    if RegisterRecord.mayBeTrailer(row, bytes), let numbers = trailerNumbers(row, bytes) {
      result.trailerNumbers = numbers
      return
    }
    result.isIgnored = false
    if row.swallowsEntries(bytes)
      || identityColumns.contains(where: { column in
        column < row.fields.count && row.hasLineEnd(in: column, bytes)
      })
    {
      result.restartsAfterFirstLine = true
      result.refusals.append(RefusedRow(row, bytes, RowDamage.quoteNotClosed))
      return
    }
    var change: EntryChange?
    if let column = shape.changeColumn {
      change = self.change(column, row, bytes)
      guard change != nil else {
        result.refusals.append(RefusedRow(row, bytes, FieldRefusal.unknownChange))
        return
      }
    }
    readIdentity(row, bytes, into: &result)
    guard !result.entries.isEmpty else { return }
    let details = details(row, bytes)
    for index in result.entries.indices {
      result.entries[index].details = details
      result.entries[index].change = change
    }
  }

  private func readIdentity(_ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result) {
    if let column = shape.tacColumn {
      readTAC(column, row, bytes, into: &result)
    } else if let range = shape.rangeColumns {
      readRange(range, row, bytes, into: &result)
    } else {
      readIMEIs(row, bytes, into: &result)
    }
  }

  private func readIMEIs(_ row: ListRow, _ bytes: Span<UInt8>, into result: inout Result) {
    var empty = 0
    for column in shape.imeiColumns {
      let field = row.trimmedField(column, bytes)
      if field.isEmpty {
        empty += 1
        continue
      }
      do {
        let found = try Identity(bytes.extracting(field))
        // Two columns for one thing (`imei`, `imei_norm`) make one entry, the fuller one.
        if let same = result.entries.firstIndex(where: { $0.key == found.key }) {
          if result.entries[same].form == .bare { result.entries[same].form = found.form }
          continue
        }
        result.entries.append(ListEntry(key: found.key, form: found.form, line: row.line))
      } catch {
        result.refusals.append(RefusedRow(row, bytes, column: column, error))
      }
    }
    if empty == shape.imeiColumns.count {
      let column = shape.imeiColumns.first ?? 0
      result.refusals.append(
        RefusedRow(row, bytes, .missing("IMEI", column: column, fields: row.fields.count)))
    }
  }

  private func trailerNumbers(_ row: ListRow, _ bytes: Span<UInt8>) -> [Int]? {
    guard let numbers = RegisterRecord.trailerNumbers(row, bytes) else { return nil }
    for column in row.fields.indices {
      let field = row.trimmedField(column, bytes)
      if IdentifierInput.parse(utf8: bytes.extracting(field)).imei != nil { return nil }
    }
    return numbers
  }

  private func change(_ column: Int, _ row: ListRow, _ bytes: Span<UInt8>) -> EntryChange? {
    let field = row.trimmedField(column, bytes)
    guard (3...6).contains(field.count) else { return nil }
    return EntryChange(rawValue: row.text(of: column, in: bytes).lowercased())
  }

  private func details(_ row: ListRow, _ bytes: Span<UInt8>) -> EntryDetails {
    var details = EntryDetails()
    if !shape.reasonColumns.isEmpty {
      details.reason = joined(shape.reasonColumns, by: "; ", row, bytes)
    }
    if let column = shape.dateColumn {
      details.date = text(column, dates, row, bytes, limit: ListEntry.dateLimit)
    }
    if let column = shape.referenceColumn {
      details.reference = text(column, reasons, row, bytes, limit: ListEntry.reasonLimit)
    }
    if !shape.reportedByColumns.isEmpty {
      details.reportedBy = joined(shape.reportedByColumns, by: ", ", row, bytes)
    }
    return details
  }

  /// The texts of `columns`, equal ones once.
  private func joined(
    _ columns: [Int], by separator: String, _ row: ListRow, _ bytes: Span<UInt8>
  ) -> String {
    if columns.count == 1 {
      return text(columns[0], reasons, row, bytes, limit: ListEntry.reasonLimit)
    }
    var parts: [String] = []
    for column in columns {
      let text = text(column, reasons, row, bytes, limit: ListEntry.reasonLimit)
      if !text.isEmpty, !parts.contains(text) { parts.append(text) }
    }
    guard parts.count > 1 else { return parts.first ?? "" }
    return VisibleText.cut(parts.joined(separator: separator), limit: ListEntry.reasonLimit)
  }

  private func text(
    _ column: Int, _ cache: TextCache, _ row: ListRow, _ bytes: Span<UInt8>, limit: Int
  ) -> String {
    guard column < row.fields.count else { return "" }
    if row.fields[column].hasDoubledQuotes {
      return VisibleText.escaping(row.text(of: column, in: bytes), limit: limit)
    }
    return cache.text(bytes.extracting(ListRow.trimmed(row.fields[column].range, in: bytes)))
  }
}
