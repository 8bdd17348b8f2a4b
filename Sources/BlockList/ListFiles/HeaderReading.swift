/// What a header row says of the columns, with a mapping of the user's taken in.
struct HeaderReading {
  /// What each column holds, from column 0; `nil` for one that is not read.
  private(set) var meanings: [HeaderNames.Meaning?]
  /// How many names were known.
  private(set) var known = 0
  /// Whether the header holds every name that the mapping gives.
  private(set) var hasMappedNames = true
  /// A name that two columns have that would both be read.
  private(set) var duplicate: (name: String, columns: [Int])?

  init(_ fields: [String], mapping: ColumnMapping?) {
    let names = fields.map(HeaderNames.normalised)
    meanings = fields.map(HeaderNames.meaning)
    known = meanings.count { $0 != nil }
    if let mapping {
      for column in meanings.indices {
        if let meaning = meanings[column], mapping.decides(meaning) { meanings[column] = nil }
      }
    }
    settleIdentity()
    for column in names.indices where meanings[column] != nil && !names[column].isEmpty {
      let same = names.indices.filter { names[$0] == names[column] && meanings[$0] != nil }
      if same.count > 1, duplicate == nil { duplicate = (fields[column], same) }
    }
    if let mapping { take(mapping, names: names, fields: fields) }
  }

  /// The columns that hold `meaning`.
  func columns(_ meaning: HeaderNames.Meaning) -> [Int] {
    meanings.indices.filter { meanings[$0] == meaning }
  }

  /// Whether a column says which equipment a row is about.
  var namesIdentity: Bool { meanings.contains { $0?.isIdentity == true } }

  /// A range needs both ends, an IMEI wins over a range, and both over a TAC.
  private mutating func settleIdentity() {
    // `First IMEI` is the first of two SIM slots, unless there is a last.
    if columns(.first).isEmpty, !columns(.last).isEmpty, columns(.imei).count == 1 {
      meanings[columns(.imei)[0]] = .first
    }
    let hasRange = columns(.first).count == 1 && columns(.last).count == 1
    if !hasRange || !columns(.imei).isEmpty { clear([.first, .last]) }
    if !columns(.imei).isEmpty || !columns(.first).isEmpty { clear([.tac]) }
  }

  private mutating func clear(_ unwanted: [HeaderNames.Meaning]) {
    for column in meanings.indices {
      if let meaning = meanings[column], unwanted.contains(meaning) { meanings[column] = nil }
    }
  }

  private mutating func take(_ mapping: ColumnMapping, names: [String], fields: [String]) {
    for assignment in mapping.assignments {
      switch assignment.column {
      case .number(let number):
        while meanings.count <= number { meanings.append(nil) }
        meanings[number] = assignment.meaning
      case .name(let name, _):
        let found = names.indices.filter { names[$0] == name }
        if found.isEmpty { hasMappedNames = false }
        if found.count > 1 { duplicate = (fields[found[0]], found) }
        for column in found.prefix(1) { meanings[column] = assignment.meaning }
      }
    }
  }
}

extension ListShape {
  /// Takes the columns that `header` names; the IMEI columns stay when it names none.
  mutating func take(_ header: HeaderReading) {
    reasonColumns = header.columns(.reason)
    dateColumn = header.columns(.date).first
    referenceColumn = header.columns(.reference).first
    reportedByColumns = header.columns(.by)
    changeColumn = header.columns(.change).first
    guard header.namesIdentity else { return }
    imeiColumns = header.columns(.imei)
    tacColumn = header.columns(.tac).first
    if let first = header.columns(.first).first, let last = header.columns(.last).first {
      rangeColumns = Range(first: first, last: last)
    }
  }
}
