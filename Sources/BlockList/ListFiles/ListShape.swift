/// How a list file of rows and columns is laid out: what parts its fields and which column holds what.
struct ListShape: Equatable {
  /// What stands between fields.
  var delimiter: UInt8
  /// The line of the record in front of a register's rows (`HDR|…`), if there is one.
  var headerRecordLine: Int?
  /// The line of the header, if there is one.
  var headerLine: Int?
  /// Whether the header names the IMEI, the TAC or the range; else it is a first row of words.
  var headerNamesIMEI = false
  /// The columns that hold IMEIs, from 0; empty when ``tacColumn`` or ``rangeColumns`` is set.
  var imeiColumns: [Int]
  /// The column that holds whole type allocation codes, when the list is one of those.
  var tacColumn: Int?
  /// The columns with the ends of ranges, when the list is one of those.
  var rangeColumns: Range?
  /// The columns named as reason or status.
  var reasonColumns: [Int] = []
  /// The column named as date.
  var dateColumn: Int?
  /// The column named as reference or case number.
  var referenceColumn: Int?
  /// The columns named as reporting body, operator or country.
  var reportedByColumns: [Int] = []
  /// The column that says what a delta does with the entry (DIRBS `change_type`).
  var changeColumn: Int?
  /// Whether the header also names maker, model or bands: a list of what TACs are, not of blocked ones.
  var namesModels = false
  /// Without a header or an IMEI: the column of eight-digit numbers, which may be TACs.
  var possibleTACColumn: Int?

  /// The columns with the ends of ranges, from 0.
  struct Range: Equatable {
    var first: Int
    var last: Int
  }

  /// The delimiters that are tried, in the order that settles a tie.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// The columns that say which equipment a row is about, from 0.
  var identityColumns: [Int] {
    if let tacColumn { return [tacColumn] }
    if let rangeColumns { return [rangeColumns.first, rangeColumns.last] }
    return imeiColumns
  }

  /// Whether nothing but the IMEI is read, from the first column.
  var isPlain: Bool {
    identityColumns == [0] && tacColumn == nil && reasonColumns.isEmpty && dateColumn == nil
      && referenceColumn == nil && reportedByColumns.isEmpty && changeColumn == nil
  }

  /// A clause for a person.
  var explanation: String {
    let part: String
    switch delimiter {
    case 0x3B: part = "semicolon"
    case 0x09: part = "tab"
    case 0x7C: part = "pipe"
    default: part = "comma"
    }
    let header = headerLine.map { "header on line \($0)" } ?? "no header"
    let record = headerRecordLine.map { "header record on line \($0), " } ?? ""
    var clauses = ["\(part) between fields", record + header, identityExplanation]
    let others: [(String, [Int])] = [
      ("reason", reasonColumns), ("date", [dateColumn].compactMap(\.self)),
      ("reference", [referenceColumn].compactMap(\.self)), ("reporter", reportedByColumns),
      ("change", [changeColumn].compactMap(\.self)),
    ]
    for (name, columns) in others where !columns.isEmpty {
      clauses.append("\(name) in column \(Self.numbers(columns))")
    }
    return clauses.joined(separator: ", ")
  }

  private var identityExplanation: String {
    if let tacColumn { return "TAC in column \(tacColumn + 1)" }
    if let rangeColumns {
      return "ranges from column \(rangeColumns.first + 1) to column \(rangeColumns.last + 1)"
    }
    return "IMEI in column \(Self.numbers(imeiColumns))"
  }

  private static func numbers(_ columns: [Int]) -> String {
    columns.map { String($0 + 1) }.joined(separator: ", ")
  }
}
