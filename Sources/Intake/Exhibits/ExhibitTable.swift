public import BlockList

/// A CSV file that says which exhibit a photo shows.
///
/// Two columns that a header names `file` (or photo, image, path, name) and `exhibit` (or reference, ref,
/// mark). A file is named by its path, as it is scanned or absolute, or by its name alone where no two rows
/// have that name.
public struct ExhibitTable: Sendable {
  /// One row.
  struct Row: Hashable {
    let exhibit: String
    let line: Int
  }

  private var byPath: [String: Row] = [:]
  private var byName: [String: Row?] = [:]

  /// Rows that were refused, with why.
  public private(set) var refused: [RefusedLine] = []

  private static let fileNames: Set<String> = [
    "file", "photo", "image", "path", "name", "filename",
  ]
  private static let exhibitNames: Set<String> = ["exhibit", "reference", "ref", "mark"]
  private static let mostRows = 5_000_000

  /// Reads a table.
  ///
  /// - Throws: ``IntakeError`` of code `badInput` without such a header; `BlockListError` when the file
  ///   cannot be read.
  public init(_ source: ListSource) throws {
    var reader = try CSVRows(source)
    guard let header = try reader.next() else { throw Self.noHeader(source) }
    let names = header.fields.map { $0.lowercased().filter(\.isLetter) }
    guard let file = names.firstIndex(where: Self.fileNames.contains),
      let exhibit = names.firstIndex(where: Self.exhibitNames.contains)
    else { throw Self.noHeader(source) }
    var count = 0
    while let row = try reader.next() {
      if row.fields.allSatisfy(\.isEmpty) { continue }
      count += 1
      guard count <= Self.mostRows else {
        throw IntakeError(
          code: .badInput, message: "\(source.name) has more than \(Self.mostRows) rows.",
          cure: "Scan the haul in parts, with a table each.")
      }
      guard row.fields.indices.contains(max(file, exhibit)), !row.fields[file].isEmpty,
        !row.fields[exhibit].isEmpty
      else {
        refused.append(
          RefusedLine(
            line: row.line, message: "The row lacks a file or an exhibit.",
            cure: "Complete it or take it out."))
        continue
      }
      add(Row(exhibit: row.fields[exhibit], line: row.line), file: row.fields[file])
    }
  }

  private mutating func add(_ row: Row, file: String) {
    let path = PhotoPath(file).normalized.text
    if let former = byPath[path], former.exhibit != row.exhibit {
      refused.append(
        RefusedLine(
          line: row.line,
          message:
            "Line \(former.line) gives this file another exhibit, “\(former.exhibit)”; it stays.",
          cure: "Say which of them is right."))
      return
    }
    byPath[path] = row
    let name = Self.name(of: path)
    switch byName[name] {
    case nil: byName[name] = .some(row)
    case .some(let known): if known?.exhibit != row.exhibit { byName[name] = .some(nil) }
    }
  }

  /// The exhibit of a photo and the line that says so.
  ///
  /// - Parameter paths: the path as scanned and others it is known by.
  func row(for paths: [PhotoPath]) -> Row? {
    for path in paths {
      if let row = byPath[path.normalized.text] { return row }
    }
    guard let path = paths.first else { return nil }
    return byName[Self.name(of: path.text)] ?? nil
  }

  private static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }

  private static func noHeader(_ source: ListSource) -> IntakeError {
    IntakeError(
      code: .badInput, message: "\(source.name) has no header with a file and an exhibit.",
      cure: "Write file,exhibit in its first line, and a photo and its exhibit a row.")
  }
}
