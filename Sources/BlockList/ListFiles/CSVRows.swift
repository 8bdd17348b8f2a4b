/// The rows of a table as texts, for files that are no lists of identifiers: comma, semicolon or tab, quotes as
/// in RFC 4180, gzip and zip too, in constant memory.
package struct CSVRows {
  /// One row.
  package struct Row: Sendable, Hashable {
    /// The line it begins on, from 1.
    package let line: Int
    /// The fields without space around them; none where nothing can be made of the row.
    package let fields: [String]
  }

  private var reader: ListReader

  private static let delimiters: [UInt8] = [0x2C, 0x3B, 0x09]

  /// Opens a table; the delimiter is the one that gives its first line most fields.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`, `notText`, `damagedFile`, `unsuitableArchive`.
  package init(_ source: ListSource) throws(BlockListError) {
    reader = ListReader(try ByteInput(source))
    reader.delimiter = try reader.withHead { head, isWhole throws(BlockListError) in
      var best = (delimiter: Self.delimiters[0], fields: 0)
      for delimiter in Self.delimiters {
        var row = ListRow()
        let limit = min(head.count, ListReader.maximumLineBytes)
        RowScanner(delimiter: delimiter)
          .scan(head, from: 0, limit: limit, isLast: isWhole && limit == head.count, into: &row)
        if row.fields.count > best.fields { best = (delimiter, row.fields.count) }
      }
      return best.delimiter
    }
  }

  /// The next row that is neither blank nor a comment; `nil` at the end.
  ///
  /// - Throws: ``BlockListError`` `fileUnreadable`, `notText`, `damagedFile`.
  package mutating func next() throws(BlockListError) -> Row? {
    while try reader.advance() {
      let row = reader.withRow { bytes, row -> Row? in
        switch row.kind {
        case .blank, .comment: nil
        case .damaged: Row(line: row.line, fields: [])
        case .fields:
          Row(line: row.line, fields: row.fields.indices.map { row.text(of: $0, in: bytes) })
        }
      }
      if let row { return row }
    }
    return nil
  }
}
