internal import IMEI

extension ListShape {
  /// Works out the layout from the head of a file.
  ///
  /// Every delimiter is tried on the first 200 rows. The one under which most rows have an IMEI where
  /// it belongs wins, then the one whose header says most, then comma, semicolon, tab, pipe. A header
  /// is the first row, among the first ten and above the first IMEI, with a field that names the IMEI
  /// (``HeaderNames``). Without one the columns are judged by what they hold.
  ///
  /// - Parameter isWhole: whether `head` is the whole file; else its last row is left out.
  /// - Throws: ``BlockListError`` `ambiguousColumns`.
  static func detect(
    head: Span<UInt8>, isWhole: Bool, name: String
  ) throws(BlockListError) -> ListShape {
    var best: Trial?
    for delimiter in delimiters {
      let trial = Trial(head: head, isWhole: isWhole, delimiter: delimiter)
      if best.map({ $0.score < trial.score }) ?? true { best = trial }
    }
    guard let best else { return ListShape(delimiter: delimiters[0], imeiColumns: [0]) }
    if best.isAmbiguous {
      let columns = best.shape.imeiColumns.map { String($0 + 1) }.joined(separator: ", ")
      throw BlockListError(
        .ambiguousColumns,
        "\(name) has no header, and columns \(columns) all look like IMEIs",
        cure: "Write a header line that names the column, for example “imei,imsi”.")
    }
    return best.shape
  }
}

/// One delimiter tried on the head of a file.
private struct Trial {
  var shape: ListShape
  var isAmbiguous = false
  var score: (rows: Int, named: Int, width: Int) = (0, 0, 0)

  private static let sampledRows = 200
  private static let headerRows = 10

  /// What one column holds in the sample.
  private struct Tally {
    var imeis = 0
    var agreeing = 0
  }

  init(head: Span<UInt8>, isWhole: Bool, delimiter: UInt8) {
    shape = ListShape(delimiter: delimiter, imeiColumns: [0])
    var tallies: [Tally] = []
    var row = ListRow()
    var position = 0
    var line = 1
    var sampled = 0
    var namesIMEI = false
    while position < head.count, sampled < Self.sampledRows {
      let limit = min(head.count, position + ListReader.maximumLineBytes)
      RowScanner(delimiter: delimiter)
        .scan(
          head, from: position, limit: limit, isLast: isWhole && limit == head.count, into: &row)
      if row.next == head.count, !isWhole { break }
      defer {
        position = row.next
        line += row.lineCount
      }
      guard row.kind == .fields else { continue }
      sampled += 1
      let found = count(row, head, into: &tallies)
      if sampled <= Self.headerRows, shape.headerLine == nil, !found,
        tallies.allSatisfy({ $0.imeis == 0 })
      {
        namesIMEI = readHeader(row, head, line: line, isFirst: sampled == 1)
        score.width = max(score.width, namesIMEI ? row.fields.count : 0)
      }
    }
    if !namesIMEI { chooseColumns(tallies) }
    score.rows = shape.imeiColumns.reduce(0) { best, column in
      max(best, column < tallies.count ? tallies[column].imeis : 0)
    }
  }

  /// Adds a row to the tallies.
  ///
  /// - Returns: whether it has an IMEI.
  private func count(_ row: ListRow, _ head: Span<UInt8>, into tallies: inout [Tally]) -> Bool {
    var found = false
    for (column, field) in row.fields.enumerated().prefix(64) {
      if column >= tallies.count { tallies.append(Tally()) }
      let trimmed = ListRow.trimmed(field.range, in: head)
      let outcome = IdentifierInput.parse(utf8: head.extracting(trimmed))
      guard let imei = outcome.imei else { continue }
      found = true
      tallies[column].imeis += 1
      if imei.checkDigit == .agrees { tallies[column].agreeing += 1 }
    }
    return found
  }

  /// Takes `row` as the header if it names the IMEI, or if it is the first row and has no digit.
  ///
  /// - Returns: whether it names the IMEI.
  private mutating func readHeader(
    _ row: ListRow, _ head: Span<UInt8>, line: Int, isFirst: Bool
  ) -> Bool {
    let meanings = row.fields.indices.map { HeaderNames.meaning(of: row.text(of: $0, in: head)) }
    let imeis = meanings.indices.filter { meanings[$0] == .imei }
    guard !imeis.isEmpty || (isFirst && isWords(row, head)) else { return false }
    shape.reasonColumns = meanings.indices.filter { meanings[$0] == .reason }
    shape.dateColumn = meanings.firstIndex(of: .date)
    score.named = meanings.count { $0 != nil }
    guard !imeis.isEmpty else {
      // A header in words nobody knows: it may still be followed by one that names the IMEI.
      unnamedHeaderLine = line
      return false
    }
    shape.headerLine = line
    shape.headerNamesIMEI = true
    shape.imeiColumns = imeis
    return true
  }

  private var unnamedHeaderLine: Int?

  /// Whether the row has letters and no digit.
  private func isWords(_ row: ListRow, _ head: Span<UInt8>) -> Bool {
    var hasLetter = false
    for index in row.range {
      if (0x30...0x39).contains(head[index]) { return false }
      if head[index] >= 0x80 || (0x61...0x7A).contains(head[index] | 0x20) { hasLetter = true }
    }
    return hasLetter
  }

  /// Chooses the IMEI columns by what they hold.
  ///
  /// A column counts when it has at least half as many IMEIs as the fullest. Of several, those are
  /// taken whose check digits agree in four of five rows, if all others agree in two of five at most:
  /// IMSIs and telephone numbers of 14 or 15 digits agree in one of ten.
  private mutating func chooseColumns(_ tallies: [Tally]) {
    shape.headerLine = unnamedHeaderLine
    let fullest = tallies.map(\.imeis).max() ?? 0
    guard fullest > 0 else { return }
    let candidates = tallies.indices.filter { 2 * tallies[$0].imeis >= fullest }
    shape.imeiColumns = candidates
    guard candidates.count > 1 else { return }
    let strong = candidates.filter { 5 * tallies[$0].agreeing >= 4 * tallies[$0].imeis }
    let weak = candidates.filter { 5 * tallies[$0].agreeing <= 2 * tallies[$0].imeis }
    if !strong.isEmpty, strong.count + weak.count == candidates.count {
      shape.imeiColumns = strong
    } else {
      isAmbiguous = true
    }
  }
}
