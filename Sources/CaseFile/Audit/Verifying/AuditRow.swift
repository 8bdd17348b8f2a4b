/// One line of a log with what stands beside it, as found in a table or an export.
struct AuditRow {
  /// The table's sequence, or the number of the line in the file.
  var number: Int64
  /// The line's bytes.
  var line: [UInt8]
  /// The hash that stands beside it.
  var hash: [UInt8]
  /// What the table says of kind and subject beside the line; nil for a file.
  var columns: Columns?

  /// The bytes of columns that repeat what the line says, for searching.
  struct Columns: Hashable {
    var kind: [UInt8]?
    var subject: [UInt8]?
  }
}
