internal import BlockList
internal import Hummingbird

/// How a list that is sent is to be imported, as the request's parameters say.
struct ListImportPlan: Sendable {
  /// The largest list file, in bytes.
  static let mostBytes = 268_435_456
  /// The most lines of a list file once it is unpacked: twice the largest list that the kit is made for.
  static let mostLines = 400_000_000
  /// How many refused rows the answer tells.
  static let mostRejections = 500
  /// The parameters.
  static let parameters: Set<String> = [
    "name", "date", "kind", "publisher", "allow", "columns", "file",
  ]

  /// The list's name.
  let name: String
  /// The day it stands for.
  let date: ListDate
  /// The name of the list file.
  let file: String
  /// How it is done.
  let options: ImportOptions

  /// A plan from a request's parameters.
  ///
  /// - Throws: ``Problem`` 400.
  init(_ query: QueryParameters) throws {
    guard let name = try query.text("name", limit: 80) else {
      throw Problem.parameter("name", "is missing", cure: "Give the list's name.")
    }
    guard let day = try query.text("date", limit: 10), let date = try? ListDate(day) else {
      throw Problem.parameter(
        "date", "is no date", cure: "Give the day the list stands for as YYYY-MM-DD.")
    }
    self.name = name
    self.date = date
    file = try query.text("file", limit: 255) ?? name
    let kind = try query.choice("kind", ListKind.self)
    guard kind.map(ListKind.ofIMEIs.contains) ?? true else {
      throw Problem.parameter(
        "kind", "is no kind of list of IMEIs",
        cure: "Give one of \(ListKind.ofIMEIs.map(\.rawValue).joined(separator: ", ")).")
    }
    options = ImportOptions(
      kind: kind, publisher: try query.text("publisher", limit: 200),
      mapping: try Self.mapping(try query.text("columns", limit: 400)),
      overrides: try Self.guards(try query.text("allow", limit: 200)),
      refusalsKept: Self.mostRejections)
  }

  private static func mapping(_ text: String?) throws -> ColumnMapping? {
    do {
      return try text.map { try ColumnMapping($0) }
    } catch let error as BlockListError {
      throw Problem.parameter("columns", "is no mapping of columns", cure: error.cure.visible())
    }
  }

  private static func guards(_ text: String?) throws -> Set<ImportGuard> {
    let names = text?.split(separator: ",") ?? []
    return try Set(
      names.map { name in
        guard let found = ImportGuard(rawValue: String(name)) else {
          throw Problem.parameter(
            "allow", "names a guard that there is not",
            cure: "Known: \(ImportGuard.allCases.map(\.rawValue).joined(separator: ", ")).")
        }
        return found
      })
  }
}
