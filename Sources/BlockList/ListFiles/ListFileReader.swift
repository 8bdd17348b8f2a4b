internal import IMEI

/// One list file being read: bytes → unpacked → text → rows → entries, in constant memory.
struct ListFileReader {
  /// How the file is laid out.
  let layout: ListLayout

  /// The lines read so far; of an archive, the lines of the list in it.
  var linesRead: Int { rows.reader.linesRead }
  /// The bytes read so far, of the file as it lies on disk.
  var bytesRead: Int { rows.reader.bytesRead }
  /// What the trailer promised and what was found; `nil` when none came. Final after the last row.
  var trailer: ListTrailer? {
    trailerNumbers.map {
      ListTrailer(promised: RegisterRecord.promised($0, found: rowsFound), found: rowsFound)
    }
  }

  private var rows: ListRows
  private let interpreter: Interpreter
  private let name: String
  private var trailerNumbers: [Int]?
  private var rowsFound = 0

  private enum Interpreter {
    case columns(RowInterpreter)
    case json(JSONInterpreter)
  }

  /// Opens the list and works out its layout.
  ///
  /// - Parameter mapping: what the user says of the columns.
  /// - Throws: ``BlockListError`` `fileUnreadable`, `notText`, `damagedFile`, `unsuitableArchive`,
  ///   `ambiguousColumns`, `duplicateHeader`, `badMapping`, `noUsableRows` for an empty file.
  init(_ input: ByteInput, mapping: ColumnMapping?) throws(BlockListError) {
    name = input.name
    do throws(BlockListError) {
      rows = try ListRows(input, mapping: mapping)
    } catch {
      throw Self.importError(error)
    }
    guard !rows.isEmpty else {
      throw BlockListError(
        .noUsableRows, "\(name) is empty", cure: "Check that this is the list file.")
    }
    switch rows.format {
    case .columns(let shape):
      try Self.refuseGuesses(shape, name: name)
      interpreter = .columns(RowInterpreter(shape: shape))
    case .json(_, let isDelta):
      interpreter = .json(JSONInterpreter(mapping: mapping, isDelta: isDelta))
    }
    layout = ListLayout(rows.format, packing: rows.reader.packing)
  }

  /// Takes the next line if it holds the digits of one IMEI and nothing else; else leaves it to
  /// ``advance(into:)``. Nearly every row of a long list, and the quick way through it.
  ///
  /// - Throws: ``BlockListError`` like ``advance(into:)``.
  mutating func takePlain() throws(BlockListError) -> PlainEntry? {
    do throws(BlockListError) {
      guard let line = try rows.takePlainLine(ofDigits: 15),
        let key = EquipmentKey(line.number / 10)
      else { return nil }
      rowsFound += 1
      return PlainEntry(
        key: key, form: .checkDigit(UInt8(truncatingIfNeeded: line.number % 10)), line: line.line)
    } catch {
      throw Self.importError(error)
    }
  }

  /// Goes to the next row and puts what it says into `result`.
  ///
  /// - Returns: `false` at the end of the file; `result` is then empty.
  /// - Throws: ``BlockListError`` `notText`, `fileUnreadable`, `damagedFile`, `unsuitableArchive`.
  mutating func advance(into result: inout RowInterpreter.Result) throws(BlockListError) -> Bool {
    do throws(BlockListError) {
      return try next(into: &result)
    } catch {
      throw Self.importError(error)
    }
  }

  private mutating func next(
    into result: inout RowInterpreter.Result
  ) throws(BlockListError) -> Bool {
    if let line = try rows.takePlainLine() {
      result.clear()
      result.isIgnored = false
      rowsFound += 1
      readPlain(line, into: &result)
      return true
    }
    guard try rows.advance() else {
      result.clear()
      return false
    }
    switch interpreter {
    case .columns(let interpreter):
      rows.reader.withRow { bytes, row in interpreter.interpret(row, bytes, into: &result) }
    case .json(let interpreter):
      rows.reader.withRow { bytes, row in interpreter.interpret(row, bytes, into: &result) }
    }
    if result.restartsAfterFirstLine { rows.reader.restartAfterFirstLine() }
    if let numbers = result.trailerNumbers { trailerNumbers = numbers }
    if !result.isIgnored { rowsFound += 1 }
    return true
  }

  private func readPlain(
    _ line: ListReader.PlainLine, into result: inout RowInterpreter.Result
  ) {
    do {
      let found = try Identity(plain: line)
      result.entries.append(ListEntry(key: found.key, form: found.form, line: line.line))
    } catch {
      result.refusals.append(
        RefusedRow(
          line: line.line, column: 1, code: error.code, message: error.message, cure: error.cure,
          text: line.text))
    }
  }

  /// A list of models, or numbers that nobody called TACs, would put millions of phones on a list.
  private static func refuseGuesses(_ shape: ListShape, name: String) throws(BlockListError) {
    if shape.namesModels {
      throw BlockListError(
        .ambiguousColumns,
        "\(name) says which model has which TAC; it does not look like a list of barred TACs",
        cure: "Import it as a list of models, or give “tac=\((shape.tacColumn ?? 0) + 1)” as the "
          + "mapping of columns if every phone of these models is barred.")
    }
    if let column = shape.possibleTACColumn, !shape.headerNamesIMEI {
      throw BlockListError(
        .ambiguousColumns,
        "\(name) has no header, no IMEI, and eight-digit numbers in column \(column + 1) that may be TACs",
        cure: "Write “tac” above them, or give “tac=\(column + 1)” as the mapping of columns, "
          + "if every phone of these TACs is barred.")
    }
  }

  /// `error`, with the comfort that a file that cannot be read whole changes no list.
  private static func importError(_ error: BlockListError) -> BlockListError {
    guard error.code == .damagedFile || error.code == .unsuitableArchive else { return error }
    return BlockListError(
      error.code, error.message + "; nothing was imported", cure: error.cure, detail: error.detail)
  }
}
