/// How a TAC list is laid out: what parts its fields and which column holds what.
struct TACFileShape: Equatable {
  /// What a column holds.
  enum Meaning: Equatable {
    case tac, make, manufacturer, marketingName, modelName, otherNames, deviceType, allocationDate
  }

  /// What stands between fields.
  var delimiter: UInt8
  /// The line of the header, from 1.
  var headerLine: Int
  /// What each column holds; `nil` for one that is not taken over.
  var columns: [Meaning?]
  /// What stands above the header: a licence or a title, printable.
  var notices: [String]

  /// Whether quote marks are signs like any other: GSMA's `|` files know no quoting, and names hold
  /// stray quote marks.
  var isUnquoted: Bool { delimiter == Self.pipe }

  /// The column of a meaning, from 0.
  func column(_ meaning: Meaning) -> Int? { columns.firstIndex(of: meaning) }

  static let pipe: UInt8 = 0x7C
  /// The delimiters that are tried, in the order that settles a tie.
  static let delimiters: [UInt8] = [pipe, 0x2C, 0x3B, 0x09]

  /// A clause for a person.
  var explanation: String {
    let part: String
    switch delimiter {
    case 0x3B: part = "semicolon"
    case 0x09: part = "tab"
    case Self.pipe: part = "pipe"
    default: part = "comma"
    }
    return "\(part) between fields, header on line \(headerLine), \(columns.count) columns"
  }
}

extension TACFileShape {
  private static let searchedRows = 20
  private static let noticeLimit = 500
  private static let mostNotices = 5
  private static let mostColumns = 256

  /// Finds the header: among the first twenty rows, the first with a column that is called TAC.
  ///
  /// Every delimiter is tried; the one with the widest header wins.
  ///
  /// - Parameter isWhole: whether `head` is the whole file.
  /// - Throws: ``BlockListError`` `columnsMissing`, `ambiguousColumns`.
  static func detect(
    head: Span<UInt8>, isWhole: Bool, name: String
  ) throws(BlockListError) -> TACFileShape {
    var best: (shape: TACFileShape, names: [String])?
    for delimiter in delimiters {
      guard let found = header(in: head, isWhole: isWhole, delimiter: delimiter) else { continue }
      if best.map({ $0.shape.columns.count < found.shape.columns.count }) ?? true { best = found }
    }
    guard let best else {
      throw BlockListError(
        .columnsMissing, "\(name) has no header with a column TAC",
        cure: "Write a header line that names the columns, for example “tac,make,model”.")
    }
    try check(best.shape, names: best.names, file: name)
    return best.shape
  }

  private static func header(
    in head: Span<UInt8>, isWhole: Bool, delimiter: UInt8
  ) -> (shape: TACFileShape, names: [String])? {
    let scanner = RowScanner(delimiter: delimiter, isQuoted: delimiter != pipe)
    var notices: [String] = []
    var row = ListRow()
    var position = 0
    var line = 1
    for _ in 0..<searchedRows where position < head.count {
      let limit = min(head.count, position + ListReader.maximumLineBytes)
      scanner.scan(
        head, from: position, limit: limit, isLast: isWhole && limit == head.count, into: &row)
      if row.kind == .fields {
        let names = row.fields.indices.prefix(mostColumns).map { row.text(of: $0, in: head) }
        let columns = meanings(of: names)
        if columns.contains(.tac) {
          let shape = TACFileShape(
            delimiter: delimiter, headerLine: line, columns: columns, notices: notices)
          return (shape, names)
        }
      }
      if row.kind != .blank, notices.count < mostNotices {
        let end = min(row.range.upperBound, row.range.lowerBound + 4 * noticeLimit)
        notices.append(
          VisibleText.escaping(
            bytes: head.extracting(row.range.lowerBound..<end), limit: noticeLimit))
      }
      position = row.next
      line += row.lineCount
    }
    return nil
  }

  private static func check(
    _ shape: TACFileShape, names: [String], file: String
  ) throws(BlockListError) {
    let doubled = shape.columns.indices.first { index in
      guard let meaning = shape.columns[index], meaning != .otherNames else { return false }
      return shape.columns[..<index].contains(meaning)
    }
    if let doubled {
      throw BlockListError(
        .ambiguousColumns,
        "\(file) has more than one column for “\(VisibleText.escaping(names[doubled], limit: 40))”",
        cure: "Leave one of them in the header and rename the others.")
    }
    let naming: [Meaning] = [.make, .manufacturer, .marketingName, .modelName]
    guard naming.contains(where: { shape.columns.contains($0) }) else {
      throw BlockListError(
        .columnsMissing, "\(file) has no column for make or model",
        cure: """
          A list of barred TACs goes in with `imeikit blocklist import`; a TAC list needs columns \
          such as “tac,make,model”.
          """)
    }
  }

  /// What the columns of a header hold; case, space and punctuation do not count.
  static func meanings(of names: [String]) -> [Meaning?] {
    let plain = names.map { MakeName.words(of: $0).joined() }
    var columns = plain.map { byName[$0] }
    let unnamed = plain.indices.filter { plain[$0] == "name" }
    if unnamed.count == 2, !columns.contains(.make), !columns.contains(.marketingName) {
      // Osmocom's list calls brand and model `name` alike, in this order.
      columns[unnamed[0]] = .make
      columns[unnamed[1]] = .marketingName
    } else if unnamed.count == 1, !columns.contains(.marketingName) {
      columns[unnamed[0]] = .marketingName
    }
    return columns
  }

  private static let byName: [String: Meaning] = {
    let names: [(Meaning, [String])] = [
      (.tac, ["tac", "tacs", "taccode", "tacnumber", "typeallocationcode", "typeapprovalcode"]),
      (.make, ["make", "brand", "brandname"]),
      (.manufacturer, ["manufacturer", "manufacturername", "maker", "vendor", "oem"]),
      (.marketingName, ["marketingname", "devicename", "phone", "handset", "device"]),
      (.modelName, ["model", "modelname"]),
      (
        .otherNames,
        [
          "internalmodelname", "internalname", "aka", "alias", "aliases", "othernames",
          "modelnumber", "modelcode",
        ]
      ),
      (.deviceType, ["devicetype", "equipmenttype", "type", "category"]),
      (.allocationDate, ["allocationdate", "dateallocated", "allocated"]),
    ]
    return Dictionary(
      names.flatMap { meaning, names in names.map { ($0, meaning) } }, uniquingKeysWith: { $1 })
  }()
}
