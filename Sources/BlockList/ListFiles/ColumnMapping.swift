/// Which column of a list holds what, where neither header nor content tells: `imei=2,reason=5` or
/// `imei=IMEI No,date=Blocked`.
///
/// Pairs parted by commas: what the column holds, and its number from 1 or its name in the header, in
/// quotes when it holds a comma. What is named here takes the place of what the header says; the rest
/// of the columns is found as without a mapping. `imei`, `reason` and `by` may be given several times.
public struct ColumnMapping: Sendable, Hashable {
  /// Where a column is.
  enum Column: Hashable {
    /// Its number, from 0.
    case number(Int)
    /// Its name, as ``HeaderNames/normalised(_:)`` writes it, and as given.
    case name(String, shown: String)
  }

  /// One pair.
  struct Assignment: Hashable {
    var meaning: HeaderNames.Meaning
    var column: Column
  }

  let assignments: [Assignment]

  /// The largest column number, far beyond any list.
  private static let columnLimit = 1_000

  /// A mapping from its text.
  ///
  /// - Throws: ``BlockListError`` `badMapping`.
  public init(_ text: String) throws(BlockListError) {
    var assignments: [Assignment] = []
    for pair in try Self.pairs(of: text) { assignments.append(try Self.assignment(pair)) }
    try Self.check(assignments)
    self.assignments = assignments
  }

  /// Whether a meaning that `meaning` competes with was given: a header is not asked about it.
  func decides(_ meaning: HeaderNames.Meaning) -> Bool {
    assignments.contains {
      $0.meaning == meaning || ($0.meaning.isIdentity && meaning.isIdentity)
    }
  }

  /// The names that the header has to hold.
  var names: [(name: String, shown: String)] {
    assignments.compactMap {
      if case .name(let name, let shown) = $0.column { (name, shown) } else { nil }
    }
  }

  private static func pairs(of text: String) throws(BlockListError) -> [String] {
    var pairs = [""]
    var isQuoted = false
    for character in text {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: pairs.append("")
      default: pairs[pairs.count - 1].append(character)
      }
    }
    guard !isQuoted, pairs.count <= columnLimit else { throw bad("“\(shown(text))” is no mapping") }
    return pairs
  }

  private static func assignment(_ pair: String) throws(BlockListError) -> Assignment {
    guard let sign = pair.firstIndex(of: "=") else {
      throw bad("“\(shown(pair))” has no = between what the column holds and where it is")
    }
    let key = HeaderNames.normalised(String(pair[..<sign]))
    guard let meaning = HeaderNames.Meaning(rawValue: key) else {
      throw bad("“\(shown(pair[..<sign]))” is nothing that a column can hold")
    }
    let value = pair[pair.index(after: sign)...]
    let name = HeaderNames.normalised(String(value))
    if let number = Int(name), name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      guard (1...columnLimit).contains(number) else {
        throw bad("columns are numbered from 1 to \(columnLimit), not \(shown(value))")
      }
      return Assignment(meaning: meaning, column: .number(number - 1))
    }
    guard !name.isEmpty else { throw bad("“\(shown(pair))” names no column") }
    return Assignment(meaning: meaning, column: .name(name, shown: shown(value)))
  }

  private static func check(_ assignments: [Assignment]) throws(BlockListError) {
    let meanings = assignments.map(\.meaning)
    for meaning in HeaderNames.Meaning.allCases
    where ![.imei, .reason, .by].contains(meaning) && meanings.count(where: { $0 == meaning }) > 1 {
      throw bad("“\(meaning.rawValue)” is given twice")
    }
    guard Set(assignments.map(\.column)).count == assignments.count else {
      throw bad("one column is given two meanings")
    }
    guard meanings.contains(.first) == meanings.contains(.last) else {
      throw bad("a range needs both “from” and “to”")
    }
    let identities = [
      meanings.contains(.imei), meanings.contains(.tac), meanings.contains(.first),
    ]
    guard identities.count(where: { $0 }) <= 1 else {
      throw bad("“imei”, “tac” and “from” with “to” exclude each other")
    }
  }

  private static func shown(_ text: some StringProtocol) -> String {
    VisibleText.escaping(text, limit: 60)
  }

  private static func bad(_ what: String) -> BlockListError {
    let names = HeaderNames.Meaning.allCases.map(\.rawValue).joined(separator: ", ")
    return BlockListError(
      .badMapping, "The mapping of columns cannot be used: \(what)",
      cure: "Write pairs such as imei=2,reason=5 or imei=IMEI No,date=Blocked; "
        + "a column may hold \(names).")
  }
}
