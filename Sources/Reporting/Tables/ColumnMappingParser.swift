internal import BlockList

/// Reads a ``ColumnMapping`` line by line.
struct ColumnMappingParser {
  private enum Setting: String, CaseIterable {
    case rows, separator, header, mark
  }

  private static let separators: [(name: String, byte: UInt8)] = [
    ("comma", 0x2C), ("semicolon", 0x3B), ("tab", 0x09), ("pipe", 0x7C),
  ]
  private static let headingLimit = 200
  private static let constantLimit = 1_000

  private var settings: [Setting: String] = [:]
  private var columns: [(line: Int, column: ColumnMapping.Column)] = []
  private var line = 0

  /// Reads all lines.
  ///
  /// - Throws: ``ReportingError`` `badValue`.
  mutating func read(_ text: String) throws(ReportingError) {
    guard text.utf8.count <= ColumnMapping.sizeLimit else {
      throw bad(
        "it has more than \(ColumnMapping.sizeLimit) bytes", cure: "Write one line a column.")
    }
    let scalars = text.unicodeScalars.drop { $0 == "\u{FEFF}" }
    for content in scalars.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      try read(line: Self.trimmed(String(content))[...])
    }
  }

  /// The mapping that the lines make.
  ///
  /// - Throws: ``ReportingError`` `badValue`.
  func mapping() throws(ReportingError) -> ColumnMapping {
    let rows = settings[.rows].flatMap(ColumnMapping.Rows.init) ?? .devices
    guard !columns.isEmpty else {
      throw ReportingError(
        .badValue, "The column mapping names no column",
        cure: "Write a line such as “Serial = imei” for each column.")
    }
    for (line, column) in columns {
      guard case .column(let name) = column.source, !rows.names.contains(name) else { continue }
      throw Self.bad(
        line, "\(rows.rawValue) has no column “\(ReportingError.shown(name))”",
        cure: "Its columns are \(rows.names.joined(separator: ", ")); "
          + "text that is the same in every row stands in quotation marks.")
    }
    return ColumnMapping(
      rows: rows,
      separator: Self.separators.first { $0.name == settings[.separator] }?.byte ?? 0x2C,
      hasHeader: settings[.header] != "no", hasMark: settings[.mark] == "yes",
      columns: columns.map(\.column))
  }

  private mutating func read(line content: Substring) throws(ReportingError) {
    guard let first = content.first, first != "#" else { return }
    var rest = content
    let heading = try takeHeading(&rest)
    guard rest.first == "=" else {
      throw bad("there is no “=” behind the heading", cure: "Write a line such as “Serial = imei”.")
    }
    let value = Self.trimmed(String(rest.dropFirst()))
    if first == "@" {
      try set(String(heading.dropFirst()), to: value)
    } else {
      try add(heading, value)
    }
  }

  /// The heading before the `=`, with or without quotation marks.
  private func takeHeading(_ rest: inout Substring) throws(ReportingError) -> String {
    if rest.first == "\"" {
      let heading = try takeQuoted(&rest)
      rest = rest.drop { $0 == " " || $0 == "\t" }
      return heading
    }
    let heading = rest.prefix { $0 != "=" }
    rest = rest[heading.endIndex...]
    return Self.trimmed(String(heading))
  }

  /// Text in quotation marks, a doubled one for each that is part of it.
  private func takeQuoted(_ rest: inout Substring) throws(ReportingError) -> String {
    var text = ""
    rest = rest.dropFirst()
    while let character = rest.popFirst() {
      guard character == "\"" else {
        text.append(character)
        continue
      }
      guard rest.first == "\"" else { return text }
      text.append(character)
      rest = rest.dropFirst()
    }
    throw bad(
      "a quotation mark is not closed",
      cure: "Close it; a quotation mark that is part of the text is written twice.")
  }

  private mutating func set(_ name: String, to value: String) throws(ReportingError) {
    guard let setting = Setting(rawValue: name) else {
      throw bad(
        "there is no setting “@\(ReportingError.shown(name))”",
        cure: "Settings are \(Setting.allCases.map { "@\($0.rawValue)" }.joined(separator: ", ")).")
    }
    let known =
      switch setting {
      case .rows: ColumnMapping.Rows.allCases.map(\.rawValue)
      case .separator: Self.separators.map(\.name)
      case .header, .mark: ["yes", "no"]
      }
    guard known.contains(value) else {
      throw bad(
        "“@\(name)” cannot be “\(ReportingError.shown(value))”",
        cure: "It can be \(known.joined(separator: ", ")).")
    }
    guard settings.updateValue(value, forKey: setting) == nil else {
      throw bad("“@\(name)” is set a second time", cure: "Set it once.")
    }
  }

  private mutating func add(_ heading: String, _ value: String) throws(ReportingError) {
    guard !heading.isEmpty, Self.isPlain(heading, limit: Self.headingLimit) else {
      throw bad(
        "a heading has 1 to \(Self.headingLimit) characters, all of which can be seen",
        cure: "Write it before the “=”.")
    }
    if let other = columns.first(where: { $0.column.heading == heading }) {
      throw bad(
        "“\(ReportingError.shown(heading))” stands in line \(other.line) already",
        cure: "Give every column a heading of its own.")
    }
    guard columns.count < ColumnMapping.columnLimit else {
      throw bad(
        "there are more than \(ColumnMapping.columnLimit) columns",
        cure: "Name those that are used.")
    }
    var source = ColumnMapping.Source.column(value)
    if value.first == "\"" {
      var rest = value[...]
      let text = try takeQuoted(&rest)
      guard rest.isEmpty else {
        throw bad(
          "there is something behind the quoted text",
          cure: "Write nothing behind the closing quotation mark.")
      }
      guard Self.isPlain(text, limit: Self.constantLimit) else {
        throw bad(
          "a text has up to \(Self.constantLimit) characters, all of which can be seen",
          cure: "Shorten it.")
      }
      source = .constant(text)
    }
    columns.append((line, ColumnMapping.Column(heading: heading, source: source)))
  }

  private static func isPlain(_ text: String, limit: Int) -> Bool {
    VisibleText.escaping(text, limit: limit) == text
  }

  private static func trimmed(_ text: String) -> String {
    let isBlank: (Unicode.Scalar) -> Bool = { $0 == " " || $0 == "\t" || $0 == "\r" }
    var scalars = text.unicodeScalars[...]
    scalars = scalars.drop(while: isBlank)
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }

  private func bad(_ what: String, cure: String) -> ReportingError {
    Self.bad(line, what, cure: cure)
  }

  private static func bad(_ line: Int, _ what: String, cure: String) -> ReportingError {
    ReportingError(.badValue, "Line \(line) of the column mapping: \(what)", cure: cure)
  }
}
