internal import Hummingbird

/// The parameters behind the question mark of a request: each once, each within its limit.
struct QueryParameters {
  /// The most items of one page.
  static let mostItems = 500
  /// The items of a page when nothing is said.
  static let usualItems = 100
  /// The names of what pages through a list.
  static let paging: Set<String> = ["limit", "cursor"]

  private let values: [String: String]

  /// The parameters of a request.
  ///
  /// - Throws: ``Problem`` 400 for one that is not in `allowed`, and for one that is given twice.
  init(_ request: Request, allowing allowed: Set<String>) throws {
    var values: [String: String] = [:]
    for (key, value) in request.uri.queryParameters where !key.isEmpty {
      let name = String(key)
      guard allowed.contains(name) else {
        throw Problem.parameter(
          name, "is not known here",
          cure: allowed.isEmpty
            ? "Leave it out." : "Known here: \(allowed.sorted().joined(separator: ", ")).")
      }
      guard values.updateValue(String(value), forKey: name) == nil else {
        throw Problem.parameter(name, "is given twice", cure: "Give it once.")
      }
    }
    self.values = values
  }

  /// A text of 1 to `limit` characters; nil when the parameter is missing.
  ///
  /// - Throws: ``Problem`` 400.
  func text(_ name: String, limit: Int) throws -> String? {
    guard let text = values[name] else { return nil }
    guard !text.isEmpty, text.unicodeScalars.count <= limit,
      !text.hasControls
    else {
      throw Problem.parameter(
        name, "is no text of 1 to \(limit) characters without control characters",
        cure: "Shorten or mend it, or leave it out.")
    }
    return text
  }

  /// A whole number; nil when the parameter is missing.
  ///
  /// - Throws: ``Problem`` 400.
  func whole(_ name: String, in range: ClosedRange<Int>) throws -> Int? {
    guard let text = values[name] else { return nil }
    // Int reads "+7" too; a plus sign in a query stands for a blank elsewhere.
    guard let number = Int(text), range.contains(number), !text.hasPrefix("+") else {
      throw Problem.parameter(
        name, "is no whole number from \(range.lowerBound) to \(range.upperBound)",
        cure: "Give such a number, or leave it out.")
    }
    return number
  }

  /// `true` or `false`; false when the parameter is missing.
  ///
  /// - Throws: ``Problem`` 400.
  func flag(_ name: String) throws -> Bool {
    switch values[name] {
    case nil, "false": return false
    case "true": return true
    default:
      throw Problem.parameter(name, "is neither true nor false", cure: "Give one of the two.")
    }
  }

  /// One of some words; nil when the parameter is missing.
  ///
  /// - Throws: ``Problem`` 400.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ name: String, _ type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    guard let text = values[name] else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw Problem.parameter(
        name, "is none of its words",
        cure: "Give one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
  }

  /// How many items are wanted.
  ///
  /// - Throws: ``Problem`` 400.
  func limit() throws -> Int {
    try whole("limit", in: 1...Self.mostItems) ?? Self.usualItems
  }

  /// Where the page begins; nil for the first.
  ///
  /// - Throws: ``Problem`` 400 for what no answer of this list gave out.
  func cursor(of list: String) throws -> String? {
    guard let text = values["cursor"] else { return nil }
    guard let cursor = PageCursor(text), cursor.list == list else {
      throw Problem.parameter(
        "cursor", "is none that this list gave out", cure: "Take `next` of the page before.")
    }
    return cursor.place
  }

  /// Where the page begins in a list that goes by whole numbers; 0 for the first.
  ///
  /// - Throws: ``Problem`` 400.
  func row(of list: String) throws -> Int64 {
    guard let place = try cursor(of: list) else { return 0 }
    guard let row = Int64(place), row >= 0 else {
      throw Problem.parameter(
        "cursor", "is none that this list gave out", cure: "Take `next` of the page before.")
    }
    return row
  }
}
