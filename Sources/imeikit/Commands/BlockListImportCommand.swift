import ArgumentParser
import BlockList
import Foundation

/// Takes a list file into the store.
struct BlockListImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a list file in place of the former list of that name.",
    discussion: """
      Plain lists have one IMEI a line; CSV may have any delimiter, with or without a header. Rows
      that cannot be used are refused with line number and reason, the others go in. An interrupted
      import leaves the former list in force.

      EXAMPLES:
        imeikit blocklist import stolen.csv --name "National register" --date 2026-11-20
        imeikit blocklist import - --name "Own list" --date 2026-11-21 < own.txt

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
      "Write every refused row to FILE, one JSON object a line.", valueName: "FILE"),
    completion: .file())
  var report: String?

  @OptionGroup var talkOptions: TalkOptions

  private static let shownRefusals = 20

  func run() throws {
    let talk = talkOptions.talk
    let store = try BlockListStore(path: try BlockListLocation.defaultPath(), mode: .readWrite)
    let source: ListSource =
      file == "-" ? .descriptor(STDIN_FILENO, name: "standard input") : .file(file)
    let refusals = try report.map { try RefusalReport(path: $0) }
    let progress = ImportProgressLine(isShown: !talkOptions.quiet)
    let result = try store.importList(
      from: source, name: name, date: try ListDate(date),
      onRefusal: { try refusals?.add($0) }, progress: { progress.show($0) })
    progress.clear()
    try refusals?.close()
    for row in result.refusals.prefix(Self.shownRefusals) { talk.say(row.description) }
    let notShown =
      result.info.counts.refused - min(result.refusals.count, Self.shownRefusals)
    if notShown > 0 {
      talk.say("… and \(notShown) more refused rows; --report FILE writes them all.")
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
