/// Bytes → rows: streams the rows of a list file in constant memory.
///
/// Holds one window of the file (at most ``windowBytes`` and one line). A row longer than
/// ``maximumLineBytes`` is reported as damaged and skipped to its line end.
struct ListReader {
  /// The longest row that is read.
  static let maximumLineBytes = 65_536
  private static let windowBytes = 262_144

  /// What stands between fields. Set before the first ``advance()``.
  var delimiter: UInt8 = 0x2C
  /// Whether quote marks quote. Set before the first ``advance()``.
  var isQuoted = true
  /// The row that ``advance()`` came to.
  var row = ListRow()
  /// How the file is packed; known once something was read.
  var packing: UnpackedInput.Packing { text.unpacked.packing }
  /// The lines read so far, the current row's included.
  var linesRead: Int { max(nextLine - 1, row.line + row.lineCount - 1) }
  /// The bytes read so far.
  var bytesRead: Int { text.input.bytesRead }

  // The window, shared with the other ways of cutting it (ListReader+…).
  var text: TextInput
  var buffer: [UInt8] = []
  var start = 0
  var atEnd = false
  var nextLine = 1
  /// JSON arrays that began and did not end yet.
  var openArrays = 0

  /// A reader at the beginning of `input`.
  init(_ input: ByteInput) {
    // An archive unpacks to more than it is.
    let chunk = max(input.chunkBytes(atMost: Self.windowBytes), 4_096)
    text = TextInput(input, chunkBytes: chunk)
    buffer.reserveCapacity(2 * chunk)
  }

  /// Goes to the next row.
  ///
  /// - Returns: `false` at the end of the file.
  /// - Throws: ``BlockListError`` `notText`, `fileUnreadable`.
  mutating func advance() throws(BlockListError) -> Bool {
    try fill()
    guard start < buffer.count else { return false }
    let limit = min(buffer.count, start + Self.maximumLineBytes)
    let isLast = atEnd && limit == buffer.count
    // Swapped, not copied: the array of fields stays the same from row to row.
    var scanned = ListRow()
    swap(&scanned, &row)
    RowScanner(delimiter: delimiter, isQuoted: isQuoted)
      .scan(buffer.span, from: start, limit: limit, isLast: isLast, into: &scanned)
    scanned.line = nextLine
    swap(&scanned, &row)
    start = row.next
    nextLine += row.lineCount
    if !isLast, row.next == limit, row.range.upperBound == limit {
      // The line did not end within the limit: its rest belongs to it.
      try skipLine(keeping: row.range)
    }
    return true
  }

  /// Takes back all lines of the current row but its first, so that they are read as rows.
  ///
  /// For a quote mark that spans lines it should not span. Only before the next ``advance()``.
  mutating func restartAfterFirstLine() {
    start = row.firstLineEnd
    nextLine = row.line + 1
  }

  /// Runs `body` over the window and the current row, whose ranges are indices of it.
  func withRow<Result, Failure: Error>(
    _ body: (Span<UInt8>, ListRow) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    try body(buffer.span, row)
  }

  /// Runs `body` over the unread part of the window, which is the head of the file before the first
  /// ``advance()``; `isWhole` tells whether the file ends with it.
  mutating func withHead<Result>(
    _ body: (_ head: Span<UInt8>, _ isWhole: Bool) throws(BlockListError) -> Result
  ) throws(BlockListError) -> Result {
    try fill()
    return try body(buffer.span.extracting(start..<buffer.count), atEnd)
  }

  /// Makes sure that a whole row of the greatest length lies in the window, or all that is left.
  mutating func fill(
    _ longest: Int = ListReader.maximumLineBytes
  ) throws(BlockListError) {
    // One byte more than a row, to see whether a CR at its end is followed by LF.
    guard !atEnd, buffer.count - start <= longest + 1 else { return }
    buffer.removeSubrange(..<start)
    start = 0
    while !atEnd, buffer.count <= longest + 1 {
      atEnd = try !text.read(into: &buffer)
    }
  }

  /// Drops everything up to the end of the line at `start`; `range` stays readable.
  private mutating func skipLine(keeping range: Range<Int>) throws(BlockListError) {
    // The quoted text of a report needs the row's beginning only.
    let quoted = range.lowerBound..<min(range.upperBound, range.lowerBound + 1_024)
    let beginning = Array(buffer[quoted])
    while true {
      start = lineEnd(from: start)
      if start < buffer.count, start + 1 < buffer.count || atEnd {
        start = RowScanner.afterLineEnd(buffer.span, start)
        break
      }
      guard !atEnd else { break }
      buffer.removeSubrange(..<start)
      start = 0
      atEnd = try !text.read(into: &buffer)
    }
    buffer.replaceSubrange(..<start, with: beginning)
    start = beginning.count
    row.range = 0..<beginning.count
    row.next = start
    row.firstLineEnd = start
  }

  /// Where the next LF or CR stands, or the end of the window.
  func lineEnd(from start: Int) -> Int {
    let bytes = buffer.span
    var index = start
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    return index
  }
}
