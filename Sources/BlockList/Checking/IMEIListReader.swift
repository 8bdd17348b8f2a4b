internal import IMEI

/// Streams the identifiers of a list that is to be checked, in constant memory.
///
/// Takes the same files as an import: one identifier a line, or CSV of any delimiter, with the IMEI
/// columns found by header or content. Every row that is not blank and no comment gives at least one
/// input, so nothing is passed over in silence. Reads ahead, up to 256 KiB or the end of the input.
public struct IMEIListReader: ~Copyable {
  private var reader: ListReader
  private let shape: ListShape
  private var pending: [ListedInput] = []

  /// Opens `source` and works out its layout.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`, `notText`, `ambiguousColumns`.
  public init(_ source: ListSource) throws(BlockListError) {
    let input = try ByteInput(source)
    var opened = ListReader(input)
    var shape = try opened.withHead { head, isWhole throws(BlockListError) in
      try ListShape.detect(head: head, isWhole: isWhole, name: input.name)
    }
    // A first line of words is a header only where it says so: here every line gets its result.
    if !shape.headerNamesIMEI { shape.headerLine = nil }
    opened.delimiter = shape.delimiter
    self.reader = opened
    self.shape = shape
  }

  /// The next up to `limit` inputs, in file order; empty at the end.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`.
  public mutating func nextBatch(_ limit: Int = 16_384) throws(BlockListError) -> [ListedInput] {
    var batch: [ListedInput] = []
    batch.reserveCapacity(limit)
    while batch.count < limit {
      if pending.isEmpty {
        guard try readRow() else { break }
      }
      let taken = min(limit - batch.count, pending.count)
      batch.append(contentsOf: pending.prefix(taken))
      pending.removeFirst(taken)
    }
    return batch
  }

  /// Puts the inputs of the next row that has any into `pending`.
  private mutating func readRow() throws(BlockListError) -> Bool {
    while pending.isEmpty {
      guard try reader.advance() else { return false }
      var inputs: [ListedInput] = []
      swap(&inputs, &pending)
      var restarts = false
      reader.withRow { bytes, row in
        restarts = Self.read(row, bytes, shape: shape, into: &inputs)
      }
      if restarts { reader.restartAfterFirstLine() }
      swap(&inputs, &pending)
    }
    return true
  }

  /// Appends the inputs of `row`.
  ///
  /// - Returns: whether its later lines have to be read as rows of their own.
  private static func read(
    _ row: ListRow, _ bytes: Span<UInt8>, shape: ListShape, into inputs: inout [ListedInput]
  ) -> Bool {
    switch row.kind {
    case .blank, .comment: return false
    case .damaged(let damage):
      inputs.append(damaged(row, bytes, damage))
      return false
    case .fields: break
    }
    if let header = shape.headerLine, row.line <= header { return false }
    let before = inputs.count
    for column in shape.imeiColumns where column < row.fields.count {
      if row.hasLineEnd(in: column, bytes) || row.swallowsEntries(bytes) {
        inputs.removeSubrange(before...)
        inputs.append(damaged(row, bytes, .quoteNotClosed))
        return true
      }
      let field = ListRow.trimmed(row.fields[column].range, in: bytes)
      if field.isEmpty { continue }
      inputs.append(
        ListedInput(
          line: row.line, text: row.text(of: column, in: bytes),
          outcome: IdentifierInput.parse(utf8: bytes.extracting(field))))
    }
    if inputs.count == before {
      let refusal = InputRefusal(
        code: .empty, message: "The row has nothing where the IMEI is expected.",
        cure: "Complete the row or take it out.")
      inputs.append(
        ListedInput(line: row.line, text: row.excerpt(bytes), outcome: .refused(refusal)))
    }
    return false
  }

  private static func damaged(
    _ row: ListRow, _ bytes: Span<UInt8>, _ damage: RowDamage
  ) -> ListedInput {
    let refusal = InputRefusal(
      code: damage == .lineTooLong ? .tooLong : .notDigits, message: damage.message,
      cure: damage.cure)
    return ListedInput(line: row.line, text: row.excerpt(bytes), outcome: .refused(refusal))
  }
}
