import ArgumentParser
import BlockList

/// Takes a TAC list into the store.
struct TACImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import a TAC list in place of the former list of that name.",
    discussion: """
      Takes GSMA's files of 17 columns parted by |, Osmocom's CSV, and any CSV whose header names the
      columns (tac, make or brand or manufacturer, model or marketing name). Rows that cannot be used
      are refused with line number and reason, the others go in. Of two rows that disagree about a
      code the first stays. An interrupted import leaves the former list in force.

      EXAMPLES:
        imeikit tac import osmocom.csv --name Osmocom --date 2026-11-20 --licence CC-BY-SA-3.0
        imeikit tac import gsma.txt --name GSMA --date 2026-11-01 --publisher GSMA --report bad.jsonl

      WHAT STOPS AN IMPORT, unless --allow names it; the override is kept with the import:
      \(ImportedListOptions.table(of: guards))

      \(ExitStatus.helpTable)
      """)

  @OptionGroup var list: ImportedListOptions

  @Option(help: "Under which licence the list may be used.")
  var licence: String?

  /// The guards that can hold for a TAC list.
  private static let guards: [ImportGuard] = [.smaller, .older]

  func run() throws {
    let directory = try TACDirectory(
      path: try BlockListLocation.defaultPath(), mode: .readWrite)
    let date = try ListDate(list.date)
    let result = try list.importing { onRefusal, progress in
      try directory.importList(
        from: list.source, name: list.name, date: date, publisher: list.publisher,
        licence: licence, options: ImportOptions(overrides: Set(list.allow)),
        onRefusal: onRefusal, progress: progress)
    }
    for notice in result.info.notices { list.talkOptions.talk.say("The file says: \(notice)") }
    try list.tell(
      result.summary, of: result.info.list, refused: result.info.counts.refused,
      refusals: result.refusals, overrides: result.info.overrides)
    if !result.isComplete { try ExitStatus.badInput.end() }
  }
}
