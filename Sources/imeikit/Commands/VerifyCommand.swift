import ArgumentParser
import Intake

/// Reads single photos and explains what was read.
struct VerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Read one photo and say in full which IMEIs it shows, how sure that is, and why.",
    discussion: """
      EXAMPLES:
        imeikit verify photo.jpg
        imeikit verify front.jpg back.heic --format jsonl
        imeikit verify photo.jpg --crops crops

      \(ExitStatus.helpTable)
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, jsonl
  }

  @Argument(help: "Photos: JPEG, PNG, TIFF, WebP, BMP, GIF, HEIC.", completion: .file())
  var photos: [String]

  @Option(help: "text for a person, jsonl for a program (one object a photo).")
  var format: Format = .text

  @OptionGroup var cropping: CropOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    let paths = ProcessArguments.paths(matching: photos)
    let listing = PhotoListing(entries: paths.map { PhotoListing.Entry(path: $0) })
    let writer: any PhotoWriter =
      format == .jsonl ? JSONLinesPhotoWriter() : CardPhotoWriter(style: talkOptions.style)
    let status = try await PhotoRun(
      listing: listing, pool: reading.pool(wantsCrops: cropping.isWanted), writer: writer,
      talk: Talk(isQuiet: talkOptions.quiet || listing.entries.count == 1), showsProgress: false,
      crops: try cropping.folder()
    ).run()
    try status.end()
  }
}
