extension ListShape {
  /// Works out the layout from the head of a file.
  ///
  /// Every delimiter is tried on the first 200 rows. The one under which most rows have an identifier
  /// where it belongs wins, then the one whose header says most, then comma, semicolon, tab, pipe. A
  /// header is the first row, among the first ten and above the first IMEI, with a field that names the
  /// IMEI, the TAC or a range (``HeaderNames``). Without one the columns are judged by what they hold.
  ///
  /// - Parameters:
  ///   - isWhole: whether `head` is the whole file; else its last row is left out.
  ///   - mapping: what the user says of the columns.
  /// - Throws: ``BlockListError`` `ambiguousColumns`, `duplicateHeader`, `badMapping`.
  static func detect(
    head: Span<UInt8>, isWhole: Bool, name: String, mapping: ColumnMapping? = nil
  ) throws(BlockListError) -> ListShape {
    var best: ShapeTrial?
    for delimiter in delimiters {
      let trial = ShapeTrial(head: head, isWhole: isWhole, delimiter: delimiter, mapping: mapping)
      if best.map({ $0.score < trial.score }) ?? true { best = trial }
    }
    guard let best else { return ListShape(delimiter: delimiters[0], imeiColumns: [0]) }
    if let mapping, let name = mapping.names.first, best.shape.headerLine == nil {
      throw BlockListError(
        .badMapping,
        "No header among the first rows has all the columns that the mapping names"
          + " (“\(name.shown)”\(mapping.names.count > 1 ? " …" : ""))",
        cure: best.firstRow.isEmpty
          ? "Check the file; it has no rows."
          : "Check the names; the first row is “\(best.firstRow)”.")
    }
    if let duplicate = best.duplicate {
      let columns = duplicate.columns.map { String($0 + 1) }.joined(separator: " and ")
      throw BlockListError(
        .duplicateHeader,
        "\(name) has columns \(columns) both named “\(VisibleText.escaping(duplicate.name, limit: 60))”",
        cure: "Give each column a name of its own, or say by number which column holds what, "
          + "for example “imei=\(duplicate.columns[0] + 1)”.")
    }
    if best.isAmbiguous {
      let columns = best.shape.imeiColumns.map { String($0 + 1) }.joined(separator: ", ")
      throw BlockListError(
        .ambiguousColumns,
        "\(name) has no header, and columns \(columns) all look like IMEIs",
        cure: "Write a header line that names the column, for example “imei,imsi”, "
          + "or give its number, for example “imei=\(best.shape.imeiColumns.first.map { $0 + 1 } ?? 1)”."
      )
    }
    return best.shape
  }
}
