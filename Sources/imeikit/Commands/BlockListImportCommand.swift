import ArgumentParser
import BlockList
import Foundation

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
      \(ImportGuard.allCases.map { guarded in
        "  " + guarded.rawValue.padding(toLength: 12, withPad: " ", startingAt: 0) + guarded.meaning
      }.joined(separator: "\n"))

      \(ExitStatus.helpTable)
      """)

  @Argument(help: "The list file; - for standard input.", completion: .file())
  var file: String

  @Option(help: "The list's name, as it will stand in every answer.")
  var name: String

  @Option(help: "The day the list stands for, YYYY-MM-DD.")
  var date: String

  @Option(
    help: ArgumentHelp(
      "What it means to be on the list: \(ListKind.ofIMEIs.map(\.rawValue).joined(separator: ", ")).",
      valueName: "kind"),
    completion: .list(ListKind.ofIMEIs.map(\.rawValue)), transform: Self.kind)
  var kind: ListKind?

  @Option(help: "Who publishes the list.")
  var publisher: String?

  @Option(
    help: ArgumentHelp(
      "What the columns are, by number or header, where the file does not say.",
      valueName: "imei=N,reason=N,…"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Import although this guard holds; may be given several times.", valueName: "guard"),
    completion: .list(ImportGuard.allCases.map(\.rawValue)), transform: Self.named)
  var allow: [ImportGuard] = []

  @Option(
    help: ArgumentHelp(
      "Write every refused row to FILE, one JSON object a line.", valueName: "FILE"),
    completion: .file())
  var report: String?

  @OptionGroup var talkOptions: TalkOptions

  private static let shownRefusals = 20

  private static func kind(_ text: String) throws -> ListKind {
    let kinds = ListKind.ofIMEIs
    guard let kind = kinds.first(where: { $0.rawValue == text }) else {
      throw ValidationError(
        "--kind takes \(kinds.map(\.rawValue).joined(separator: ", ")), not “\(text)”.")
    }
    return kind
  }

  private static func named(_ text: String) throws -> ImportGuard {
    guard let guarded = ImportGuard(rawValue: text) else {
      let names = ImportGuard.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--allow takes \(names), not “\(text)”.")
    }
    return guarded
  }

  func run() throws {
    let talk = talkOptions.talk
    let store = try BlockListStore(path: try BlockListLocation.defaultPath(), mode: .readWrite)
    let source: ListSource =
      file == "-" ? .descriptor(STDIN_FILENO, name: "standard input") : .file(file)
    let refusals = try report.map { try RefusalReport(path: $0) }
    let progress = ImportProgressLine(isShown: !talkOptions.quiet)
    let result = try store.importList(
      from: source, name: name, date: try ListDate(date),
      options: ImportOptions(
        kind: kind, publisher: publisher, mapping: try columns.map { try ColumnMapping($0) },
        overrides: Set(allow)),
      onRefusal: { try refusals?.add($0) }, progress: { progress.show($0) })
    progress.clear()
    try refusals?.close()
    for row in result.refusals.prefix(Self.shownRefusals) { talk.say(row.description) }
    let notShown =
      result.info.counts.refused - min(result.refusals.count, Self.shownRefusals)
    if notShown > 0 {
      talk.say("… and \(notShown) more refused rows; --report FILE writes them all.")
    }
    for override in result.info.overrides {
      talk.say("Allowed (\(override.name.rawValue)): \(override.finding).")
    }
    try DataOutput().writeLine(result.summary)
    try DataOutput().writeLine("SHA-256 \(result.info.list.sha256)")
    if !result.isComplete { try ExitStatus.badInput.end() }
  }
}

/// Every refused row of one import, one JSON object a line.
final class RefusalReport {
  private let handle: FileHandle
  private let encoder = JSONEncoder()

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      throw Failure(
        .inputOutput, "The report \(path) cannot be written. Name a file in a folder you may write."
      )
    }
    self.handle = handle
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  func add(_ row: RefusedRow) throws {
    try handle.write(contentsOf: try encoder.encode(row) + Data("\n".utf8))
  }

  func close() throws {
    try handle.close()
  }
}

/// How far an import has come, on a terminal.
struct ImportProgressLine {
  private let isShown: Bool

  init(isShown: Bool) {
    self.isShown = isShown && isatty(STDERR_FILENO) == 1
  }

  func show(_ progress: ImportProgress) {
    let written = progress.written > 0 ? ", \(progress.written) entries in order" : ""
    write("\r\u{1B}[K\(progress.lines) lines, \(progress.bytes >> 20) MiB\(written)")
  }

  func clear() {
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}
