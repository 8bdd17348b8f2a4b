internal import IMEI

/// Rows → inputs of a check: every row that is not blank gives at least one.
struct InputInterpreter {
  private let format: ListRows.Format
  private let keys: JSONKeys
  /// The last line that is no row: header or header record.
  private let headerLine: Int

  init(_ format: ListRows.Format, mapping: ColumnMapping?) {
    self.format = format
    keys = JSONKeys(mapping)
    if case .columns(let shape) = format {
      // A first line of words is a header only where it says so: here every line gets its result.
      let header = shape.headerNamesIMEI ? shape.headerLine ?? 0 : 0
      headerLine = max(header, shape.headerRecordLine ?? 0)
    } else {
      headerLine = 0
    }
  }

  /// Appends the inputs of `row`, whose ranges are indices of `bytes`.
  ///
  /// - Returns: whether its later lines have to be read as rows of their own.
  func read(_ row: ListRow, _ bytes: Span<UInt8>, into inputs: inout [ListedInput]) -> Bool {
    switch row.kind {
    case .blank, .comment: return false
    case .damaged(let damage):
      if case .json = format {
        inputs.append(.damaged(row, bytes, damage.inJSON))
      } else {
        inputs.append(.damaged(row, bytes, damage))
      }
      return false
    case .fields: break
    }
    switch format {
    case .columns(let shape): return read(row, bytes, shape: shape, into: &inputs)
    case .json: return readJSON(row, bytes, into: &inputs)
    }
  }

  private func read(
    _ row: ListRow, _ bytes: Span<UInt8>, shape: ListShape, into inputs: inout [ListedInput]
  ) -> Bool {
    if row.line <= headerLine { return false }
    if shape.headerRecordLine != nil, RegisterRecord.trailerNumbers(row, bytes) != nil {
      return false
    }
    if row.swallowsEntries(bytes)
      || shape.identityColumns.contains(where: {
        $0 < row.fields.count && row.hasLineEnd(in: $0, bytes)
      })
    {
      inputs.append(.damaged(row, bytes, .quoteNotClosed))
      return true
    }
    if shape.rangeColumns != nil {
      inputs.append(.refused(row, bytes, .range))
      return false
    }
    if shape.tacColumn != nil {
      inputs.append(.refused(row, bytes, .tac))
      return false
    }
    let before = inputs.count
    for column in shape.imeiColumns {
      let field = row.trimmedField(column, bytes)
      if field.isEmpty { continue }
      inputs.append(
        ListedInput(
          line: row.line, text: row.text(of: column, in: bytes),
          outcome: IdentifierInput.parse(utf8: bytes.extracting(field))))
    }
    if inputs.count == before { inputs.append(.refused(row, bytes, .missing)) }
    return false
  }

  private func readJSON(
    _ row: ListRow, _ bytes: Span<UInt8>, into inputs: inout [ListedInput]
  ) -> Bool {
    guard row.lineCount == 1 || row.fields.isEmpty else {
      inputs.append(.damaged(row, bytes, .notJSON))
      return true
    }
    guard let record = JSONRecord(bytes.extracting(row.range), keys: keys) else {
      inputs.append(.damaged(row, bytes, .notJSON))
      return false
    }
    for text in record.imeis {
      inputs.append(
        ListedInput(line: row.line, text: text, outcome: IdentifierInput.parse(text)))
    }
    if record.imeis.isEmpty {
      let isRange = record.first != nil || record.last != nil
      inputs.append(
        .refused(row, bytes, isRange ? .range : record.tac != nil ? .tac : .missing))
    }
    return false
  }
}

extension ListedInput {
  /// A row that is not one IMEI.
  fileprivate static func refused(
    _ row: ListRow, _ bytes: Span<UInt8>, _ refusal: InputRefusal
  ) -> ListedInput {
    ListedInput(line: row.line, text: row.excerpt(bytes), outcome: .refused(refusal))
  }

  /// A row of which nothing can be made.
  fileprivate static func damaged(
    _ row: ListRow, _ bytes: Span<UInt8>, _ damage: RowDamage
  ) -> ListedInput {
    refused(
      row, bytes,
      InputRefusal(
        code: damage == .lineTooLong ? .tooLong : .notDigits, message: damage.message,
        cure: damage.cure))
  }
}

extension InputRefusal {
  fileprivate static let missing = InputRefusal(
    code: .empty, message: "The row has nothing where the IMEI is expected.",
    cure: "Complete the row or take it out.")
  fileprivate static let range = InputRefusal(
    code: .severalNumbers, message: "A range is no single IMEI.",
    cure: "Give each IMEI that is to be checked a row of its own.")
  fileprivate static let tac = InputRefusal(
    code: .tooShort, message: "A TAC is the type of many phones and no single IMEI.",
    cure: "Give the 15 digits of each IMEI that is to be checked.")
}
