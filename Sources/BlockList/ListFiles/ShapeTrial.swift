internal import IMEI

/// One delimiter tried on the head of a file.
struct ShapeTrial {
  private(set) var shape: ListShape
  /// Whether several columns look like IMEIs and nothing tells them apart.
  private(set) var isAmbiguous = false
  /// A name that two columns of the header have.
  private(set) var duplicate: (name: String, columns: [Int])?
  /// How well the delimiter fits: rows with an identifier, names known, columns.
  private(set) var score: (rows: Int, named: Int, width: Int) = (0, 0, 0)
  /// The first row, printable, for a message.
  private(set) var firstRow = ""

  private static let sampledRows = 200
  private static let headerRows = 10

  /// What one column holds in the sample.
  private struct Tally {
    var imeis = 0
    var agreeing = 0
    var eightDigits = 0
  }

  private let mapping: ColumnMapping?
  private var tallies: [Tally] = []
  private var sampled = 0
  private var unnamedHeaderLine: Int?

  init(head: Span<UInt8>, isWhole: Bool, delimiter: UInt8, mapping: ColumnMapping?) {
    shape = ListShape(delimiter: delimiter, imeiColumns: [0])
    self.mapping = mapping
    if let mapping { shape.take(HeaderReading([], mapping: mapping)) }
    var row = ListRow()
    var position = 0
    var line = 1
    while position < head.count, sampled < Self.sampledRows {
      let limit = min(head.count, position + ListReader.maximumLineBytes)
      RowScanner(delimiter: delimiter)
        .scan(
          head, from: position, limit: limit, isLast: isWhole && limit == head.count, into: &row)
      if row.next == head.count, !isWhole { break }
      if row.kind == .fields { take(row, head, line: line) }
      position = row.next
      line += row.lineCount
    }
    if !shape.headerNamesIMEI {
      shape.headerLine = unnamedHeaderLine
      if mapping?.decides(.imei) != true { chooseColumns() }
    }
    score.rows = shape.identityColumns.reduce(0) { best, column in
      guard column < tallies.count else { return best }
      return max(best, shape.tacColumn == nil ? tallies[column].imeis : tallies[column].eightDigits)
    }
  }

  private mutating func take(_ row: ListRow, _ head: Span<UInt8>, line: Int) {
    if sampled == 0, shape.headerRecordLine == nil, RegisterRecord.isHeader(row, head),
      !row.fields.indices.contains(where: {
        HeaderNames.meaning(of: row.text(of: $0, in: head)) == .imei
      })
    {
      shape.headerRecordLine = line
      score.named += 1
      return
    }
    sampled += 1
    if sampled == 1 { firstRow = row.excerpt(head) }
    let found = count(row, head)
    guard sampled <= Self.headerRows, shape.headerLine == nil, !found,
      tallies.allSatisfy({ $0.imeis == 0 })
    else { return }
    if readHeader(row, head, line: line) {
      score.width = max(score.width, row.fields.count)
    }
  }

  /// Adds a row to the tallies.
  ///
  /// - Returns: whether it has an IMEI.
  private mutating func count(_ row: ListRow, _ head: Span<UInt8>) -> Bool {
    var found = false
    for (column, field) in row.fields.enumerated().prefix(64) {
      if column >= tallies.count { tallies.append(Tally()) }
      let trimmed = head.extracting(ListRow.trimmed(field.range, in: head))
      if trimmed.count == 8, trimmed.indices.allSatisfy({ (0x30...0x39).contains(trimmed[$0]) }) {
        tallies[column].eightDigits += 1
      }
      guard let imei = IdentifierInput.parse(utf8: trimmed).imei else { continue }
      found = true
      tallies[column].imeis += 1
      if imei.checkDigit == .agrees { tallies[column].agreeing += 1 }
    }
    return found
  }

  /// Takes `row` as the header if it names what the rows are about, or what the mapping asks for, or
  /// if it is the first row and has no digit.
  ///
  /// - Returns: whether it names what the rows are about.
  private mutating func readHeader(_ row: ListRow, _ head: Span<UInt8>, line: Int) -> Bool {
    let fields = row.fields.indices.map { row.text(of: $0, in: head) }
    let header = HeaderReading(fields, mapping: mapping)
    guard header.hasMappedNames else { return false }
    let isWords = sampled == 1 && isWords(row, head)
    // A mapping by number alone names the columns of any row: the row has to know a name itself.
    let byNumber = mapping.map { $0.decides(.imei) && $0.names.isEmpty } ?? false
    guard byNumber ? header.known > 0 : header.namesIdentity else {
      guard isWords else { return false }
      shape.take(header)
      score.named += header.known
      // A header in words nobody knows: it may still be followed by one that names the IMEI.
      unnamedHeaderLine = line
      return false
    }
    shape.take(header)
    score.named += header.known
    duplicate = header.duplicate
    shape.headerLine = line
    shape.headerNamesIMEI = true
    shape.namesModels =
      shape.tacColumn != nil && mapping == nil
      && fields.count(where: HeaderNames.isAboutModels) > 1
    return true
  }

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
  /// IMSIs and telephone numbers of 14 or 15 digits agree in one of ten. Two columns below a register's
  /// header record are the ends of ranges.
  private mutating func chooseColumns() {
    let fullest = tallies.map(\.imeis).max() ?? 0
    guard fullest > 0 else {
      shape.possibleTACColumn = tallies.indices.first {
        5 * tallies[$0].eightDigits >= 4 * sampled && sampled > 0
      }
      return
    }
    let candidates = tallies.indices.filter { 2 * tallies[$0].imeis >= fullest }
    shape.imeiColumns = candidates
    guard candidates.count > 1 else { return }
    if candidates.count == 2, shape.headerRecordLine != nil {
      shape.rangeColumns = ListShape.Range(first: candidates[0], last: candidates[1])
      shape.imeiColumns = []
      return
    }
    let strong = candidates.filter { 5 * tallies[$0].agreeing >= 4 * tallies[$0].imeis }
    let weak = candidates.filter { 5 * tallies[$0].agreeing <= 2 * tallies[$0].imeis }
    if !strong.isEmpty, strong.count + weak.count == candidates.count {
      shape.imeiColumns = strong
    } else {
      isAmbiguous = true
    }
  }
}
