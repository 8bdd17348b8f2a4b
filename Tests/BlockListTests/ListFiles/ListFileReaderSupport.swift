import IMEI

@testable import BlockList

/// What a list file gave, in short words for comparison.
struct ReadList: Equatable {
  var entries: [String] = []
  var refusals: [String] = []
  var details: [EntryDetails] = []
  var ignored = 0
  var layout: ListLayout?
  var trailer: ListTrailer?
  var lines = 0

  /// Reads `bytes` to the end.
  ///
  /// An entry is `LINE DIGITS`, `LINE FIRST-LAST` or either behind `add`, `remove`, `update`; a refusal
  /// is `LINE:COLUMN CODE`.
  init(_ bytes: [UInt8], mapping: String? = nil) throws {
    var columns: ColumnMapping?
    if let mapping { columns = try ColumnMapping(mapping) }
    var reader = try ListFileReader(try ByteInput(.bytes(bytes, name: "x.csv")), mapping: columns)
    layout = reader.layout
    var result = RowInterpreter.Result()
    while try reader.advance(into: &result) {
      ignored += result.isIgnored ? 1 : 0
      refusals += result.refusals.map { "\($0.line):\($0.column ?? 0) \($0.code)" }
      details += result.entries.map(\.details)
      for entry in result.entries {
        let what =
          entry.last.map { "\(entry.key)-\($0)" } ?? entry.form.digits(of: entry.key)
        let change = entry.change.map { $0.rawValue + " " } ?? ""
        entries.append("\(entry.line) \(change)\(what)")
      }
    }
    trailer = reader.trailer
    lines = reader.linesRead
  }

  init(_ text: String, mapping: String? = nil) throws {
    try self.init(Array(text.utf8), mapping: mapping)
  }
}
