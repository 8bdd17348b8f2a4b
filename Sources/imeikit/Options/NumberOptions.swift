import ArgumentParser
import BlockList
import Foundation

/// The numbers that a command is about: on the command line, or in a list.
struct NumberOptions: ParsableArguments {
  @Argument(help: "IMEIs.")
  var imeis: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read them from FILE, one a line or CSV; - for standard input.", valueName: "FILE"),
    completion: .file())
  var from: String?

  @Option(
    help: ArgumentHelp(
      "With --from: which column the IMEIs stand in, by number or header, where the file does not say.",
      valueName: "imei=N"))
  var columns: String?

  func validate() throws {
    guard imeis.isEmpty != (from == nil) else {
      throw ValidationError("Give IMEIs, or --from FILE, and not both.")
    }
    guard columns == nil || from != nil else {
      throw ValidationError("--columns belongs to --from FILE.")
    }
  }

  /// Where the numbers are read from.
  var source: ListSource {
    switch from {
    case nil: .bytes(Array(imeis.joined(separator: "\n").utf8), name: "the command line")
    case "-": .descriptor(STDIN_FILENO, name: "standard input")
    case let file?: .file(file)
    }
  }

  /// What the columns are, as the user says.
  var mapping: ColumnMapping? {
    get throws { try columns.map { try ColumnMapping($0) } }
  }
}
