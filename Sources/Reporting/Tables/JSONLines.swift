internal import Intake

/// Rows of a table as JSON objects, one a line, with exact text.
enum JSONLines {
  /// Writes a table.
  ///
  /// - Throws: ``ReportingError`` `unwritable`, `badName`; `EncodingError` for a number that is not finite.
  static func write(_ table: ExportTable, to folder: StagedFolder, as path: String) throws {
    let keys = table.columns.map { key(of: $0.name) }
    // `schema` says how to read the rest, so it stands first; nothing else has a rank.
    let order =
      keys.indices.filter { keys[$0] == "schema" }
      + keys.indices.filter { keys[$0] != "schema" }.sorted { keys[$0] < keys[$1] }
    let encoder = OrderedJSONEncoder()
    let file = try folder.create(path)
    for row in table.rows {
      let members = order.map { (key: keys[$0], cell: row[$0]) }
      try file.append(try encoder.line(JSONRow(members: members)))
    }
    try file.finish()
  }

  /// The key of a column: `imei_formatted` is `imeiFormatted`.
  static func key(of column: String) -> String {
    let words = column.split(separator: "_")
    return words.prefix(1).joined()
      + words.dropFirst().map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }
}

private struct JSONRow: Encodable {
  let members: [(key: String, cell: ExportCell)]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ text: String) { stringValue = text }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    for (key, cell) in members {
      switch cell {
      case .none: try container.encodeNil(forKey: Key(key))
      case .one(let text): try container.encode(text, forKey: Key(key))
      case .many(let texts): try container.encode(texts, forKey: Key(key))
      case .number(let number): try container.encode(number, forKey: Key(key))
      }
    }
  }
}
