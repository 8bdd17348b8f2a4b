/// One row of a list file as it lies in the reader's buffer: no interpretation, no copy.
struct ListRow {
  /// What a row is, before anyone asks what its fields mean.
  enum Kind: Equatable {
    /// Fields to interpret.
    case fields
    /// Nothing but space and delimiters.
    case blank
    /// A line whose first character is `#`.
    case comment
    /// Nothing can be made of it.
    case damaged(RowDamage)
  }

  /// One field: where it lies, without the quotes around it.
  struct Field {
    var range: Range<Int>
    /// Whether `""` in it stands for `"`.
    var hasDoubledQuotes = false
  }

  /// What the row is.
  var kind = Kind.blank
  /// The line on which it begins, from 1.
  var line = 0
  /// How many lines it takes; more than one only with line ends inside quotes.
  var lineCount = 1
  /// The fields; empty unless ``kind`` is `fields`.
  var fields: [Field] = []
  /// The whole row without its line end.
  var range = 0..<0
  /// Where the row's first line ends, its line end included.
  var firstLineEnd = 0
  /// Where the next row begins.
  var next = 0
}

/// Why nothing can be made of a row.
enum RowDamage: String {
  case lineTooLong, nulByte, notUTF8, quoteNotClosed, quoteInField, notJSON

  /// The damage as JSON has it, where a quote mark opens no field.
  var inJSON: RowDamage {
    switch self {
    case .quoteNotClosed, .quoteInField: .notJSON
    default: self
    }
  }

  /// The reason, for people.
  var message: String {
    switch self {
    case .lineTooLong:
      "The line is longer than \(ListReader.maximumLineBytes / 1_024) KiB."
    case .nulByte: "The line holds a NUL byte, so it is no text."
    case .notUTF8: "The line is not valid UTF-8."
    case .quoteNotClosed: "A quoted field that begins on this line is not closed."
    case .quoteInField: "Text stands behind the closing quote of a field."
    case .notJSON: "This is no JSON object."
    }
  }

  /// What the person should do.
  var cure: String {
    switch self {
    case .lineTooLong: "Give one entry a line."
    case .nulByte: "Save the list again as plain text in UTF-8."
    case .notUTF8: "Save the list again in UTF-8 (“CSV UTF-8” in a spreadsheet)."
    case .quoteNotClosed: "Close the quote, or take the stray quote mark out."
    case .quoteInField: "Write a quote mark inside a quoted field twice."
    case .notJSON: "Give one whole JSON object a line, without anything behind it."
    }
  }
}
