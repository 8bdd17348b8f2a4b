import ArgumentParser
import CaseFile
import Foundation
import Intake

/// Closes a case.
struct CaseCloseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a case: nothing of it can be changed from then on.",
    discussion: """
      EXAMPLE:
        imeikit case close --case haul.imeikit
      """)

  @Flag(help: "Close although something is left to do; the log says so.")
  var despiteOpenWork = false

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    try file.closeCase(despiteOpenWork: despiteOpenWork)
    try file.end()
  }
}

/// Opens a closed case.
struct CaseReopenCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open a closed case again.",
    discussion: """
      EXAMPLE:
        imeikit case reopen --case haul.imeikit
      """)

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    try file.reopenCase()
    try file.end()
  }
}

/// Puts a case under legal hold or takes it off.
struct CaseHoldCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Put a case under legal hold, so that nothing may be erased.",
    discussion: """
      EXAMPLES:
        imeikit case hold --case haul.imeikit --reason "appeal pending"
        imeikit case hold --case haul.imeikit --release --reason "appeal decided"
      """)

  @Option(help: "Why.")
  var reason: String

  @Flag(help: "Take the hold off.")
  var release = false

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    try file.setLegalHold(!release, reason: reason)
    try file.end()
  }
}

/// Erases images, crops and numbers.
struct CasePurgeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge", abstract: "Erase images, crops and numbers of a closed case.",
    discussion: """
      What people keyed and what was read, file names, crops and copies of originals go; the log with
      its hashes stays and still verifies. The originals themselves are not touched. There is no way
      back.

      EXAMPLE:
        imeikit case purge --case haul.imeikit --confirm --copies originals/
      """)

  @Flag(help: "Erase; without it nothing is done.")
  var confirm = false

  @Option(
    help: ArgumentHelp(
      "Take away the copies of this case's originals in DIR.", valueName: "DIR"),
    completion: .directory)
  var copies: String?

  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    guard confirm else {
      throw Failure(.usage, "Nothing was erased: add --confirm to erase. There is no way back.")
    }
    let file = try place.open()
    let report = try file.purge {
      guard let copies else { return 0 }
      let store = try OriginalStore(
        ProcessArguments.paths(matching: [copies]).first ?? PhotoPath(copies))
      return try store.remove(try file.originals().map(\.sha256))
    }
    talkOptions.talk.say(
      "\(report.photos) photos, \(report.numbers) numbers, \(report.crops) crops and \(report.files) "
        + "copies erased; the log stays.")
    try file.end()
  }
}
