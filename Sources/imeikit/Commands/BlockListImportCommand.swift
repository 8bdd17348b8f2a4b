import ArgumentParser
import BlockList

/// Takes a list file into the store.
struct BlockListImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a list file in place of the former list of that name.",
    discussion: """
      Takes plain lists (one IMEI a line), CSV with any delimiter and order of columns, DIRBS lists
      and their deltas, ranges from-to with header and trailer records, whole TACs, JSON Lines, and
      each of these in gzip or zip. Rows that cannot be used are refused with line number and reason,
      the others go in. An interrupted import leaves the former list in force; the former edition is
      kept until it is pruned. A delta (a column change_type) is laid upon the list of that name.

      EXAMPLES:
        imeikit blocklist import stolen.csv --name "National register" --date 2026-11-20
        imeikit blocklist import - --name "Own list" --date 2026-11-21 < own.txt
        imeikit blocklist import own.csv --name "Own register" --date 2026-11-21 --kind stolen
        imeikit blocklist import export.csv --name Operator --date 2026-11-21 --columns imei=3,reason=7

      WHAT STOPS AN IMPORT, unless --allow names it; the override is kept with the import:
      \(ImportedListOptions.table(of: ImportGuard.allCases))

      \(ExitStatus.helpTable)
      """)

  @OptionGroup var list: ImportedListOptions

  @Option(
    help: ArgumentHelp(
      "What it means to be on the list: \(ListKind.ofIMEIs.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"),
    completion: .list(ListKind.ofIMEIs.map(\.rawValue)), transform: Self.kind)
  var kind: ListKind?

  @Option(
    help: ArgumentHelp(
      "What the columns are, by number or header, where the file does not say.",
      valueName: "imei=N,reason=N,…"))
  var columns: String?

  private static func kind(_ text: String) throws -> ListKind {
    let kinds = ListKind.ofIMEIs
    guard let kind = kinds.first(where: { $0.rawValue == text }) else {
      throw ValidationError(
        "--kind takes \(kinds.map(\.rawValue).joined(separator: ", ")), not “\(text)”.")
    }
    return kind
  }

  func run() throws {
    let store = try BlockListStore(path: try BlockListLocation.defaultPath(), mode: .readWrite)
    let date = try ListDate(list.date)
    let options = ImportOptions(
      kind: kind, publisher: list.publisher, mapping: try columns.map { try ColumnMapping($0) },
      overrides: Set(list.allow))
    let result = try list.importing { onRefusal, progress in
      try store.importList(
        from: list.source, name: list.name, date: date, options: options, onRefusal: onRefusal,
        progress: progress)
    }
    try list.tell(
      result.summary, of: result.info.list, refused: result.info.counts.refused,
      refusals: result.refusals, overrides: result.info.overrides)
    if !result.isComplete { try ExitStatus.badInput.end() }
  }
}
