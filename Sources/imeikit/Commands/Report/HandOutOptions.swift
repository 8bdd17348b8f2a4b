import ArgumentParser
import Reporting

/// Where to, and to whom.
struct HandOutOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The folder to write; it must not be there yet.", valueName: "DIR"),
    completion: .directory)
  var out: String

  @Option(help: ArgumentHelp("Who gets it; stands in the log.", valueName: "NAME"))
  var recipient: String?

  func validate() throws {
    guard !out.isEmpty else { throw ValidationError("--out takes the name of a folder.") }
  }
}

/// How much of whole photos is handed out.
struct PictureOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      """
      Small pictures of whole photos: none; redacted (the numbers, all else in coarse blocks); full (may show \
      names, faces and messages).
      """))
  var thumbnails: Thumbnails = .none

  @Option(
    help: ArgumentHelp(
      "Copies of originals, by SHA-256. (default: FILE.originals, then the paths that the case knows)",
      valueName: "DIR"),
    completion: .directory)
  var copies: String?
}

/// Whether the report speaks of originals as they are now.
struct OriginalsOptions: ParsableArguments {
  @Flag(
    name: .customLong("check-originals"), inversion: .prefixedNo,
    help: ArgumentHelp(
      """
      Hash all originals again first. One that is not as recorded is taken note of, and holds the report up until \
      somebody acknowledges it (imeikit case originals). Left out, the report and the log say so.
      """))
  var hashesOriginals = true
}

/// How much of a whole photo is shown, as an option.
enum Thumbnails: String, ExpressibleByArgument, CaseIterable {
  case none, redacted, full

  /// The same for the report.
  var mode: ThumbnailMode {
    switch self {
    case .none: .none
    case .redacted: .redacted
    case .full: .full
    }
  }
}

/// A force's own columns.
struct MappingOptions: ParsableArguments {
  @Option(
    name: .customLong("mapping"),
    help: ArgumentHelp(
      "Write mapped.csv too: a line such as “Serial = imei” for each column.", valueName: "FILE"),
    completion: .file())
  var path: String?

  /// The mapping; nil when none is given.
  func mapping() throws -> ColumnMapping? { try path.map { try ColumnMapping(contentsOf: $0) } }
}
