import ArgumentParser
import CaseFile
import Intake
import Reporting

/// Writes a bag of everything that outsiders can check.
struct ExportBundleCommand: AsyncParsableCommand {
  /// What is handed out of the photos themselves.
  enum Originals: String, ExpressibleByArgument, CaseIterable {
    case hashes, copy
  }

  static let configuration = CommandConfiguration(
    commandName: "bundle",
    abstract:
      "Write an evidence bag: report, tables, log, crops and hashes, checkable without this kit.",
    discussion: """
      A BagIt folder (RFC 8493). VERIFY.txt in it says how to check it with bash, openssl and sha256sum. Tell
      its reader the code and the SHA-256 printed at the end by another way than the folder.

      EXAMPLES:
        imeikit export bundle --case haul.imeikit --out bag --recipient "J. Doe & Partners"
        imeikit export bundle --case haul.imeikit --out bag --originals copy --time-stamp head.tsr
      """)

  @Option(
    help:
      "Photos: hashes (their SHA-256 only) or copy (their files too, which show all that is on them)."
  )
  var originals: Originals = .hashes

  @Option(
    help: ArgumentHelp(
      "Keep this reply of a time-stamping authority and put it into the bag. Repeatable.",
      valueName: "FILE"),
    completion: .file())
  var timeStamp: [String] = []

  @Option(help: ArgumentHelp("Exhibits in one file of CASE/UCO.", valueName: "N"))
  var perFile = 50

  @OptionGroup var handing: HandOutOptions
  @OptionGroup var mapping: MappingOptions
  @OptionGroup var pictures: PictureOptions
  @OptionGroup var checking: OriginalsOptions
  @OptionGroup var place: CaseOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() async throws {
    var order = HandOutOrder(place, handing, talk: talkOptions.talk)
    order.thumbnails = pictures.thumbnails.mode
    order.copies = pictures.copies
    order.reading = reading
    order.hashesOriginals = checking.hashesOriginals
    let mapping = try mapping.mapping()
    let (originals, perFile) = (originals, perFile)
    let replies = try timeStamp.map { try TimeStampReplies.read($0) }
    let result = try await HandingOut(order).run { stage in
      let key = try StationPlaces.key()
      let head = try key.flatMap { key in
        try stage.file.signHead(in: StationPlaces.heads(), key: key)
      }
      let stamps = try TimeStampReplies(stage.file).kept(adding: replies)
      let bag = try EvidenceBag(
        of: stage.record, log: try BagLog(of: stage.file, head: head, key: key),
        images: stage.images, originals: try Self.originals(originals, stage), stamps: stamps)
      let summary = try bag.write(to: stage.folder) { data in
        let report = data.inside("report")
        try stage.writeReport(to: report)
        try stage.writeThumbnails(to: report)
        try stage.writeTables(mapping, to: data.inside("exports"))
        try stage.writeOntology(perFile: perFile, to: data, under: "case", crops: "data/crops")
        stage.steps.show("Originals, crops and log")
      }
      var entry = summary.disclosure(to: stage.order.recipient, by: stage.file.session.person)
      entry.details["thumbnails"] = .text(stage.order.thumbnails.rawValue)
      return entry
    }
    try result.tell(talkOptions.talk, at: handing.out)
  }

  private static func originals(
    _ originals: Originals, _ stage: HandOutStage
  ) throws -> EvidenceBag.Originals {
    guard originals == .copy else { return .hashes }
    let (copies, file) = (try stage.order.originals(), stage.file)
    return .copies { photo in
      let names = try file.photo(photo)?.names ?? []
      return [copies?.path(of: photo)].compactMap(\.self)
        + names.filter { $0.first == UInt8(ascii: "/") }.map { PhotoPath(bytes: $0) }
    }
  }
}
