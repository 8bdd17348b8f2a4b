import ArgumentParser
import Foundation
import Intake

/// Reads every photo under the paths given.
struct ScanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "scan",
    abstract: "Read the IMEIs of many photos and check them against the block lists.",
    discussion: """
      Folders are read with everything below them. Results come in the order of the paths, whatever
      finishes first; every photo has one, if only that it was refused and why.

      EXAMPLES:
        imeikit scan seized/
        imeikit scan seized/ --format csv > haul.csv
        imeikit scan seized/ --format jsonl --failed-list again.jsonl | jq -r '.readings[].imei'
        imeikit scan seized/ --format jsonl --crops crops > haul.jsonl

      \(ExitStatus.helpTable)
      """)

  @Argument(
    help: "Photos and folders: JPEG, PNG, TIFF, WebP, BMP, GIF, HEIC.",
    completion: .file())
  var paths: [String]

  @Option(help: "table, jsonl (one object a photo) or csv (one row a reading).")
  var format: OutputFormat = .table

  @Option(
    help: ArgumentHelp(
      "Write the photos that were refused or are unreadable to FILE, one JSON object a line.",
      valueName: "FILE"),
    completion: .file())
  var failedList: String?

  @OptionGroup var cropping: CropOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    let places = ProcessArguments.paths(matching: paths)
    try cropping.refuse(within: places)
    let listing = try PhotoFinder().find(in: places)
    let failures = try failedList.map { try FailedList(path: $0) }
    var haul = HaulFindings()
    let status = try await PhotoRun(
      listing: listing, pool: reading.pool(wantsCrops: cropping.isWanted),
      writer: writer(for: listing), talk: talkOptions.talk, showsProgress: true,
      crops: try cropping.folder(),
      onResult: {
        try failures?.add($0)
        haul.add($0)
      }
    ).run()
    try failures?.close()
    var tally = FindingsTally()
    if !talkOptions.quiet { haul.forEach { tally.add($0) } }
    if let summary = tally.summary {
      talkOptions.talk.say(summary)
      talkOptions.talk.say("  imeikit findings says which, from the results of --format jsonl.")
    }
    try status.end()
  }

  private func writer(for listing: PhotoListing) -> any PhotoWriter {
    switch format {
    case .table:
      TablePhotoWriter(
        longestName: listing.entries.map(\.path.text.count).max() ?? 0, style: talkOptions.style)
    case .jsonl: JSONLinesPhotoWriter()
    case .csv: CSVPhotoWriter()
    }
  }
}
