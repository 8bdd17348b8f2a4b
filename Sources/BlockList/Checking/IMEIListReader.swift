internal import IMEI

/// Streams the identifiers of a list that is to be checked, in constant memory.
///
/// Takes the same files as an import: one identifier a line, CSV of any delimiter with the IMEI columns
/// found by header or content, JSON, gzip and zip of these. Every row that is not blank and no comment
/// gives at least one input, so nothing is passed over in silence; ranges and whole TACs are refused,
/// since they are no single IMEI. Reads ahead, up to 256 KiB or the end of the input.
public struct IMEIListReader: ~Copyable {
  private var rows: ListRows
  private let interpreter: InputInterpreter
  private var pending: [ListedInput] = []
  private var taken = 0

  /// Opens `source` and works out its layout.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`, `notText`, `damagedFile`, `unsuitableArchive`,
  ///   `ambiguousColumns`, `duplicateHeader`, `badMapping`.
  public init(_ source: ListSource, mapping: ColumnMapping? = nil) throws(BlockListError) {
    let rows = try ListRows(try ByteInput(source), mapping: mapping)
    interpreter = InputInterpreter(rows.format, mapping: mapping)
    self.rows = rows
  }

  /// The next up to `limit` inputs, in file order; empty at the end.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`, `damagedFile`, `unsuitableArchive`.
  public mutating func nextBatch(_ limit: Int = 16_384) throws(BlockListError) -> [ListedInput] {
    var batch: [ListedInput] = []
    batch.reserveCapacity(limit)
    while batch.count < limit {
      if taken < pending.count {
        let end = min(pending.count, taken + limit - batch.count)
        batch.append(contentsOf: pending[taken..<end])
        taken = end
      } else if let line = try rows.takePlainLine() {
        batch.append(line.input)
      } else {
        guard try rows.advance() else { break }
        pending.removeAll(keepingCapacity: true)
        taken = 0
        readRow()
      }
    }
    return batch
  }

  /// Puts the inputs of the current row into `pending`.
  private mutating func readRow() {
    var inputs: [ListedInput] = []
    swap(&inputs, &pending)
    var restarts = false
    rows.reader.withRow { bytes, row in
      restarts = interpreter.read(row, bytes, into: &inputs)
    }
    if restarts { rows.reader.restartAfterFirstLine() }
    swap(&inputs, &pending)
  }
}

extension ListReader.PlainLine {
  /// The line as an input to check.
  fileprivate var input: ListedInput {
    let text = text
    return ListedInput(line: line, text: text, outcome: IdentifierInput.parse(text))
  }
}
