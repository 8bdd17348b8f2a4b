/// The rows of a list file whose layout has been worked out, whatever they will be read for.
struct ListRows {
  /// How the rows are laid out.
  enum Format {
    case columns(ListShape)
    case json(JSONLayout, isDelta: Bool)
  }

  let format: Format
  /// Whether the list has no byte.
  let isEmpty: Bool
  var reader: ListReader

  /// The lines above the first that may be plain; `Int.max` when none is.
  private let plainAfterLine: Int

  /// Opens the list and looks at its head.
  ///
  /// - Throws: ``BlockListError`` like ``ListFileReader/init(_:mapping:)``.
  init(_ input: ByteInput, mapping: ColumnMapping?) throws(BlockListError) {
    var reader = ListReader(input)
    var hasBytes = false
    let format = try reader.withHead { head, isWhole throws(BlockListError) -> Format in
      hasBytes = !head.isEmpty
      if let layout = JSONLayout.detect(head) {
        try Self.check(mapping)
        return .json(layout, isDelta: Self.isDelta(head, mapping))
      }
      return .columns(
        try ListShape.detect(head: head, isWhole: isWhole, name: input.name, mapping: mapping))
    }
    self.format = format
    isEmpty = !hasBytes
    switch format {
    case .columns(let shape):
      reader.delimiter = shape.delimiter
      plainAfterLine =
        shape.isPlain ? max(shape.headerLine ?? 0, shape.headerRecordLine ?? 0) : Int.max
    case .json:
      reader.delimiter = JSONLayout.lineDelimiter
      plainAfterLine = Int.max
    }
    self.reader = reader
  }

  /// Takes the next line if the list is plain and the line is digits alone, of a certain number or of any
  /// from 14 to 16.
  mutating func takePlainLine(
    ofDigits digits: Int? = nil
  ) throws(BlockListError) -> ListReader.PlainLine? {
    guard reader.linesRead >= plainAfterLine else { return nil }
    return try reader.takePlainLine(ofDigits: digits)
  }

  /// Goes to the next row.
  ///
  /// - Returns: `false` at the end of the file.
  mutating func advance() throws(BlockListError) -> Bool {
    if case .json(.document, _) = format { return try reader.advanceValue() }
    return try reader.advance()
  }

  private static func check(_ mapping: ColumnMapping?) throws(BlockListError) {
    for assignment in mapping?.assignments ?? [] {
      guard case .number(let number) = assignment.column else { continue }
      throw BlockListError(
        .badMapping, "JSON has no column \(number + 1); its values have keys",
        cure: "Give the key, for example “imei=deviceid”.")
    }
  }

  /// Whether the first object says what a delta does with it.
  private static func isDelta(_ head: Span<UInt8>, _ mapping: ColumnMapping?) -> Bool {
    guard let start = head.indices.first(where: { head[$0] == 0x7B }),
      case .end(let end) = JSONScan.object(head, from: start),
      let record = JSONRecord(head.extracting(start..<end), keys: JSONKeys(mapping))
    else { return false }
    return record.change != nil
  }
}
