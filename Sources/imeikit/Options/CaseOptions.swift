import ArgumentParser
import BlockList
import CaseFile
import EquipmentRegister
import Foundation
import Intake

/// The case that a command works on, and who works.
struct CaseOptions: ParsableArguments {
  @Option(
    name: .customLong("case"), help: ArgumentHelp("The case file.", valueName: "FILE"),
    completion: .file())
  var path: String

  @OptionGroup var person: PersonOptions

  /// Opens the case.
  func open(_ mode: CaseMode = .readWrite) throws -> CaseFile {
    try person.open(path, mode)
  }
}

/// Who works on a case.
struct PersonOptions: ParsableArguments {
  @Option(
    name: .customLong("operator"),
    help: ArgumentHelp(
      "Who works, by name or number; otherwise the account's name.", valueName: "NAME"))
  var name: String?

  /// Opens a case as this person.
  func open(_ path: String, _ mode: CaseMode = .readWrite) throws -> CaseFile {
    try CaseFile.open(at: path, mode: mode, session: session)
  }

  /// Makes a case as this person.
  func create(_ path: String, _ details: CaseDetails) throws -> CaseFile {
    try CaseFile.create(at: path, details: details, session: session)
  }

  /// Opens a case, or makes it, called by its file's name, when there is no file.
  func openOrCreate(_ path: String, _ talk: Talk) throws -> CaseFile {
    guard !FileManager.default.fileExists(atPath: path) else { return try open(path) }
    let name = URL(filePath: path).deletingPathExtension().lastPathComponent
    do {
      let file = try create(path, CaseDetails(reference: name))
      talk.say("Case file \(path) made, reference “\(name)”; imeikit case set changes that.")
      return file
    } catch let error as CaseFileError where error.code == .caseExists {
      // Another process made it just now.
      return try open(path)
    }
  }

  private var session: CaseSession {
    CaseSession(
      person: name ?? SystemUser.name, program: "imeikit \(Version.text)",
      machine: ProcessInfo.processInfo.hostName)
  }
}

/// How photos of a case tell the exhibit they show.
struct ExhibitOptions: ParsableArguments {
  @Option(
    name: .customLong("exhibit-list"),
    help: ArgumentHelp(
      "CSV with columns file and exhibit: which exhibit each photo shows.", valueName: "FILE"),
    completion: .file())
  var list: String?

  @Option(
    name: .customLong("exhibit-pattern"),
    help: ArgumentHelp(
      "Where file names say the exhibit, such as '{exhibit}_*'; * and ? stand for other signs.",
      valueName: "PATTERN"))
  var pattern: String?

  @Flag(
    name: .customLong("exhibit-folders"), inversion: .prefixedNo,
    help: "Take each folder below the one given for an exhibit.")
  var usesFolders = true

  @Flag(
    name: .customLong("exhibit-labels"), inversion: .prefixedNo,
    help:
      "Take the reference on an evidence bag's label in the picture, where nothing else says one.")
  var usesLabels = true

  /// Whether anything differs from the defaults.
  var isUsed: Bool { list != nil || pattern != nil || !usesFolders || !usesLabels }

  /// The naming, and rows of the list that were refused.
  func naming() throws -> (ExhibitNaming, refused: [RefusedLine]) {
    let table = try list.map { try ExhibitTable(.file($0)) }
    let naming = ExhibitNaming(
      table: table, pattern: try pattern.map { try ExhibitPattern($0) }, usesFolders: usesFolders,
      usesLabels: usesLabels)
    return (naming, table?.refused ?? [])
  }
}
