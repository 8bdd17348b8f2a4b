import ArgumentParser
import CaseFile
import Foundation
import Imaging
import Intake

/// Reads photos into a case as they arrive in a folder.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: "Read photos into a case as they arrive in a folder, until Ctrl-C or SIGTERM.",
    discussion: """
      A photo is read once it has not changed for some seconds. Folders below the one given are exhibits,
      unless told otherwise. Nothing is moved or deleted. After a restart the same command goes on: what
      the case has is not read again.

      EXAMPLES:
        imeikit watch intake/ --case haul.imeikit
        imeikit watch intake/ --case haul.imeikit --format jsonl --settle 10 | tee -a haul.jsonl

      Ends with 0 when it is stopped.

      \(ExitStatus.helpTable)
      """)

  @Argument(help: "Folders to watch.", completion: .directory)
  var folders: [String]

  @Option(
    name: .customLong("case"), help: ArgumentHelp("The case file.", valueName: "FILE"),
    completion: .file())
  var casePath: String

  @Option(help: ArgumentHelp("Seconds that a file has to stay as it is.", valueName: "S"))
  var settle = 3

  @Option(help: ArgumentHelp("Seconds between looks at the folders.", valueName: "S"))
  var every = 2

  @Option(help: "none, table, jsonl (one object a photo) or csv (one row a reading).")
  var format: WatchFormat = .table

  /// How results are written.
  enum WatchFormat: String, ExpressibleByArgument, CaseIterable {
    case none, table, jsonl, csv
  }

  @OptionGroup var person: PersonOptions
  @OptionGroup var exhibits: ExhibitOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard (1...3_600).contains(settle), (1...3_600).contains(every) else {
      throw ValidationError("--settle and --every take seconds from 1 to 3600.")
    }
  }

  func run() async throws {
    let talk = talkOptions.talk
    let places = ProcessArguments.paths(matching: folders)
    let (naming, refused) = try exhibits.naming()
    for row in refused.prefix(20) { talk.say(row.description) }
    let file = try person.openOrCreate(casePath, talk)
    let run = CaseRun(
      file: file, reading: reading,
      options: CaseIntake.Options(
        naming: naming, maximumBytes: reading.limits.imageLimits.maxFileBytes), talk: talk)
    let writing = try CasePhotos(total: nil, writer: writer, talk: talk)
    var watch = FolderWatch(places, settling: .seconds(settle))
    do {
      try await run.run { intake in
        try await writing.begin()
        talk.say("Watching \(places.map(\.quoted).joined(separator: ", ")); Ctrl-C ends it.")
        while true {
          let look = try watch.look()
          if !look.ready.isEmpty {
            _ = try await intake.take(
              PhotoListing(entries: look.ready), roots: places, tellsKnown: false
            ) { try await writing.write($0) }
          }
          try await run.pause(.seconds(every))
        }
      }
    } catch let error as IntakeError where error.code == .stopped {
      try await writing.end()
    }
    try file.end()
  }

  private var writer: (any PhotoWriter)? {
    switch format {
    case .none: nil
    case .table: TablePhotoWriter(longestName: 40, style: talkOptions.style)
    case .jsonl: JSONLinesPhotoWriter()
    case .csv: CSVPhotoWriter()
    }
  }
}
