import ArgumentParser
import BlockList
import CaseFile
import IMEI
import Intake

/// Records what a person concludes about a number.
struct CaseDecideCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Record what a person concludes about a reading.",
    discussion: """
      A doubtful reading, and every flagged one, needs two people: the second keys the number without
      having seen the first, and a third settles it where they differ. Who decides has to be known to
      the case (imeikit operator add).

      EXAMPLES:
        imeikit case decide AB-1/front.jpg --accept --case haul.imeikit --operator 4417
        imeikit case decide AB-1/front.jpg --reading 2 --key 356938035643809 --case haul.imeikit \\
          --operator 2210
        imeikit case decide AB-1/front.jpg --unreadable --case haul.imeikit --operator 4417
        imeikit case decide AB-1/front.jpg --exhibit AB/1 --case haul.imeikit --operator 4417
      """)

  @Argument(help: "The photo, by its path or its SHA-256.", completion: .file())
  var photo: String

  @Option(help: "Which reading of the photo, from 1.")
  var reading = 1

  @Flag(help: "The reading is what stands there.")
  var accept = false

  @Option(help: ArgumentHelp("This stands there instead.", valueName: "DIGITS"))
  var correct: String?

  @Option(help: ArgumentHelp("Keyed without having seen any reading.", valueName: "DIGITS"))
  var key: String?

  @Flag(help: "It cannot be read.")
  var unreadable = false

  @Option(help: ArgumentHelp("Settle a mismatch.", valueName: "DIGITS"))
  var settle: String?

  @Option(help: ArgumentHelp("The photo shows this exhibit.", valueName: "REFERENCE"))
  var exhibit: String?

  @Option(help: "Why, in a sentence.")
  var note: String?

  @OptionGroup var place: CaseOptions

  func validate() throws {
    let given =
      [accept, unreadable].count { $0 } + [correct, key, settle, exhibit].count { $0 != nil }
    guard given == 1 else {
      throw ValidationError(
        "Give one of --accept, --correct, --key, --unreadable, --settle and --exhibit.")
    }
    guard reading >= 1 else { throw ValidationError("--reading counts from 1.") }
    guard place.person.name != nil else {
      throw ValidationError("Say who decides: --operator NAME.")
    }
  }

  func run() throws {
    let file = try place.open()
    let sha256 = try ShownPhoto.digest(photo, in: file)
    let person = file.session.person
    if let exhibit {
      let event = try file.decideExhibit(of: sha256, is: exhibit, note: note, person: person)
      try DataOutput().writeLine("Recorded as event \(event.sequence).")
      try file.end()
      return
    }
    let act: Decision.Act =
      if accept {
        .accept
      } else if unreadable {
        .unreadable
      } else if let correct {
        .correct(correct)
      } else if let key {
        .key(key)
      } else {
        .settle(settle)
      }
    let event = try file.decide(
      Decision(
        subject: ReadingSubject(photo: sha256, number: .read(reading - 1)), act: act,
        answer: try answer(correct ?? key ?? settle), note: note), person: person)
    let standing = try file.standing(of: sha256)
    try DataOutput().writeLine("Recorded as event \(event.sequence).")
    for number in standing.numbers {
      try DataOutput().writeLine(
        "\(number.subject): \(number.state.phase.rawValue)"
          + (number.state.number.map { " \($0)" } ?? ""))
    }
    try file.end()
  }

  /// What the lists say of a number that was given.
  private func answer(_ text: String?) throws -> Answer? {
    guard let text, let imei = IdentifierInput.parse(text).imei,
      let path = try BlockListOptions.existingStore()
    else { return nil }
    return try BlockListStore(path: path, mode: .readOnly).lookUp(imei)
  }
}

/// Takes a decision back by a further event.
struct CaseUndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Take a decision back, by a further event that names it.",
    discussion: """
      EXAMPLE:
        imeikit case undo 112 --case haul.imeikit --operator 4417
      """)

  @Argument(help: "The number of the event.")
  var event: Int64

  @Option(help: "Why, in a sentence.")
  var note: String?

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    let undone = try file.undo(event: event, note: note, person: file.session.person)
    try DataOutput().writeLine("Recorded as event \(undone.sequence).")
    try file.end()
  }
}

/// Photos as a command line names them.
enum ShownPhoto {
  /// The SHA-256 of a photo of the case, named by it, by a path, or by its bytes.
  static func digest(_ text: String, in file: CaseFile) throws -> String {
    if text.utf8.count == 64, let photo = try? file.photo(text.lowercased()) { return photo.sha256 }
    let path = ProcessArguments.paths(matching: [text]).first ?? PhotoPath(text)
    if let photo = try file.photo(named: path.absolute.bytes) { return photo.sha256 }
    if let digest = PhotoOpener().digest(of: path), let photo = try file.photo(digest) {
      return photo.sha256
    }
    throw Failure(.badInput, "The case has no photo \(path.quoted). Scan it first.")
  }
}
