import ArgumentParser
import CaseFile
import Foundation

/// Makes case files, shows what they hold, and ends them.
struct CaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "case",
    abstract: "Make a case file, show what it holds, decide, close and erase.",
    discussion: """
      A case is one file: exhibits, photos, readings, what people decided, and a log of all of it that an
      outsider can check (imeikit audit). Photos come in by scan --case and watch.

      EXAMPLES:
        imeikit case create haul.imeikit --reference 44/2026/1188 --officer "DS Keller 2210"
        imeikit case show --case haul.imeikit
        imeikit case findings --case haul.imeikit
        imeikit case recheck --case haul.imeikit
      """,
    subcommands: [
      CaseCreateCommand.self, CaseShowCommand.self, CaseSetCommand.self, CaseExhibitsCommand.self,
      CaseExhibitCommand.self,
      CaseFindingsCommand.self, CaseDuplicatesCommand.self, CaseOriginalsCommand.self,
      CaseSearchCommand.self, CaseRecheckCommand.self, CaseDecideCommand.self, CaseUndoCommand.self,
      CaseCloseCommand.self,
      CaseReopenCommand.self, CaseHoldCommand.self, CasePurgeCommand.self,
    ])
}

/// What a case is called, as options.
struct CaseDetailOptions: ParsableArguments {
  @Option(help: "The case's reference.")
  var reference: String?

  @Option(help: "The unique reference number of the prosecutor's file.")
  var urn: String?

  @Option(help: "The officer in charge.")
  var officer: String?

  @Option(
    help: ArgumentHelp(
      "When keeping the case is to be looked at again, YYYY-MM-DD.", valueName: "DATE"))
  var reviewDate: String?
}

/// Makes a case file.
struct CaseCreateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a case file.",
    discussion: """
      EXAMPLE:
        imeikit case create haul.imeikit --reference 44/2026/1188 --urn 01AB1234526 \\
          --officer "DS Keller 2210" --review-date 2027-05-01
      """)

  @Argument(help: "The case file to make.", completion: .file())
  var file: String

  @OptionGroup var details: CaseDetailOptions
  @OptionGroup var person: PersonOptions

  func run() throws {
    let name = URL(filePath: file).deletingPathExtension().lastPathComponent
    let made = try person.create(
      file,
      CaseDetails(
        reference: details.reference ?? name, uniqueReferenceNumber: details.urn,
        officerInCharge: details.officer, reviewDate: details.reviewDate))
    try DataOutput().writeLine("Case \(details.reference ?? name): \(made.identifier)")
    try made.end()
  }
}

/// Changes what a case is called.
struct CaseSetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change reference, URN, officer in charge or review date.",
    discussion: """
      EXAMPLE:
        imeikit case set --case haul.imeikit --officer "DS Keller 2210"
      """)

  @OptionGroup var details: CaseDetailOptions
  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    var now = try file.status().details
    now.reference = details.reference ?? now.reference
    now.uniqueReferenceNumber = details.urn ?? now.uniqueReferenceNumber
    now.officerInCharge = details.officer ?? now.officerInCharge
    now.reviewDate = details.reviewDate ?? now.reviewDate
    try file.setDetails(now)
    try file.end()
  }
}
