/// How a list file is laid out, for whoever imports it.
struct ListLayout: Equatable {
  /// A clause for a person: packing, delimiter, header, columns.
  var explanation: String
  /// Whether the rows change a list (`change_type`) instead of being one.
  var isDelta: Bool
  /// Whether a header record was found, so that a trailer is due.
  var promisesTrailer: Bool

  init(_ format: ListRows.Format, packing: UnpackedInput.Packing) {
    switch format {
    case .columns(let shape):
      explanation = shape.explanation
      isDelta = shape.changeColumn != nil
      promisesTrailer = shape.headerRecordLine != nil
    case .json(let layout, let isDelta):
      explanation = layout == .lines ? "one JSON object a line" : "JSON objects"
      if isDelta { explanation += ", a delta" }
      self.isDelta = isDelta
      promisesTrailer = false
    }
    switch packing {
    case .none: break
    case .gzip: explanation = "gzip, " + explanation
    case .zip(let member): explanation = "zip with “\(member)”, " + explanation
    }
  }
}

/// The count at the end of a register's file, to tell a whole file from a cut-off one.
struct ListTrailer: Equatable {
  /// The rows that the trailer says there are.
  var promised: Int
  /// The rows that were found, refused ones included; header and trailer are none.
  var found: Int
}
