import ArgumentParser
import CaseFile

/// Adds an exhibit or changes what is known of it.
struct CaseExhibitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exhibit", abstract: "Add an exhibit, or change what is known of it and its bag.",
    discussion: """
      References are compared without case, blanks and slash. Seals are kept as a history: a new one does
      not replace the former. A photo on which a known seal number is read is the exhibit's.

      EXAMPLES:
        imeikit case exhibit AB/1 --seal M79068019 --found-by "PC 4417" --case haul.imeikit
        imeikit case exhibit AB/1 --opened --case haul.imeikit
        imeikit case exhibit AB/1/A --parent AB/1 --description "SIM card" --case haul.imeikit
      """)

  @Argument(help: "The reference as on the label.")
  var reference: String

  @Option(help: "The exhibit it was taken from.")
  var parent: String?

  @Option(help: "What it is.")
  var description: String?

  @Option(help: "Who found it.")
  var foundBy: String?

  @Option(help: "Who produces it.")
  var producedBy: String?

  @Option(help: "Who keeps it.")
  var exhibitsOfficer: String?

  @Option(help: "The court's own reference.")
  var courtReference: String?

  @Option(help: ArgumentHelp("The number of the bag it is sealed in now.", valueName: "NUMBER"))
  var seal: String?

  @Flag(help: "Its bag was opened.")
  var opened = false

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    let known = try file.exhibit(reference)
    var details = known?.details ?? Exhibit.Details()
    details.parent = parent ?? details.parent
    details.description = description ?? details.description
    details.foundBy = foundBy ?? details.foundBy
    details.producedBy = producedBy ?? details.producedBy
    details.exhibitsOfficer = exhibitsOfficer ?? details.exhibitsOfficer
    details.courtReference = courtReference ?? details.courtReference
    if let known {
      if details != known.details { try file.setExhibit(reference, details: details) }
    } else {
      try file.addExhibit(reference, details: details)
    }
    if opened { try file.openSeal(of: reference) }
    if let seal { try file.addSeal(BagSeal(number: seal), to: reference) }
    try file.end()
  }
}
