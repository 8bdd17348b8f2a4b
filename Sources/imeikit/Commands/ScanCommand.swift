import ArgumentParser
import CaseFile
import Foundation
import Imaging
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
        imeikit scan seized/ --case haul.imeikit --operator "PC 4417"

      With --case every result is kept in the case file, with crops, exhibits and a log; what the case
      has already is not read again, so an interrupted scan is gone on with by the same command.
      Several scans may work on one case at once. The file is made if it is not there.

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

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("Keep the results in this case file.", valueName: "FILE"),
    completion: .file())
  var casePath: String?

  @Flag(help: "With --case: read again what was read with other settings; both results are kept.")
  var reread = false

  @Option(
    help: ArgumentHelp(
      "With --case: copy every original to DIR, each under its SHA-256.", valueName: "DIR"),
    completion: .directory)
  var copyOriginals: String?

  @OptionGroup var person: PersonOptions
  @OptionGroup var exhibits: ExhibitOptions
  @OptionGroup var cropping: CropOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard casePath == nil else {
      if cropping.isWanted {
        throw ValidationError("With --case, pictures of the digits are kept in the case file.")
      }
      return
    }
    if reread || copyOriginals != nil || person.name != nil || exhibits.isUsed {
      throw ValidationError(
        "--reread, --copy-originals, --operator and --exhibit-… belong to --case.")
    }
  }

  func run() async throws {
    let places = ProcessArguments.paths(matching: paths)
    try cropping.refuse(within: places)
    let listing = try PhotoFinder(followsLinks: casePath == nil).find(in: places)
    if let casePath {
      try await run(listing, roots: places, into: casePath).end()
      return
    }
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

  /// Reads into a case.
  private func run(
    _ listing: PhotoListing, roots: [PhotoPath], into casePath: String
  ) async throws -> ExitStatus {
    let talk = talkOptions.talk
    let (naming, refused) = try exhibits.naming()
    for row in refused.prefix(20) { talk.say(row.description) }
    let file = try person.openOrCreate(casePath, talk)
    let copies = try copyOriginals.map { text in
      try OriginalStore(ProcessArguments.paths(matching: [text]).first ?? PhotoPath(text))
    }
    let run = CaseRun(
      file: file, reading: reading,
      options: CaseIntake.Options(
        naming: naming, readsAgain: reread,
        maximumBytes: reading.limits.imageLimits.maxFileBytes, copies: copies), talk: talk)
    let writing = try CasePhotos(
      total: listing.entries.count, writer: writer(for: listing), talk: talk, failedList: failedList
    )
    do {
      try await run.run { intake in
        try await writing.begin()
        let tally = try await intake.take(listing, roots: roots) { try await writing.write($0) }
        try await writing.end()
        await writing.tell(tally, rereads: reread)
      }
    } catch {
      // The session is closed and its head signed; what failed is told even where that fails too.
      try? file.end()
      throw error
    }
    try file.end()
    if let skipped = listing.skippedSummary { talk.say(skipped) }
    let status = await writing.status
    return refused.isEmpty ? status : status.combined(with: .badInput)
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
