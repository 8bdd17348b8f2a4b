/// How a list file is laid out: what parts its fields and which column holds what.
struct ListShape: Equatable {
  /// What stands between fields.
  var delimiter: UInt8
  /// The line of the header, if there is one.
  var headerLine: Int?
  /// Whether the header names the IMEI; else it is a first row of words.
  var headerNamesIMEI = false
  /// The columns that hold IMEIs, from 0; at least one.
  var imeiColumns: [Int]
  /// The columns named as reason or status.
  var reasonColumns: [Int] = []
  /// The column named as date.
  var dateColumn: Int?

  /// The delimiters that are tried, in the order that settles a tie.
  static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09, 0x7C]

  /// A clause for a person.
  var explanation: String {
    let part: String
    switch delimiter {
    case 0x3B: part = "semicolon"
    case 0x09: part = "tab"
    case 0x7C: part = "pipe"
    default: part = "comma"
    }
    let columns = imeiColumns.map { String($0 + 1) }.joined(separator: ", ")
    let header = headerLine.map { "header on line \($0)" } ?? "no header"
    return "\(part) between fields, \(header), IMEI in column \(columns)"
  }
}
