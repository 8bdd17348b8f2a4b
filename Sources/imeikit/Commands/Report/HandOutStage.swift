import CaseFile
import Crypto
import Reporting

/// What writers of a folder that is to be handed out work with.
struct HandOutStage {
  /// Lists every other file of the folder as `sha256sum -c` takes it.
  static let manifestName = "manifest.sha256"

  /// The case, for reading only.
  let file: CaseFile
  let record: HaulRecord
  let images: ReportImages
  let thumbnails: ReportThumbnails?
  let folder: StagedFolder
  let steps: StepLine
  let order: HandOutOrder

  /// Writes report.pdf and report.html, or other names of them.
  func writeReport(to folder: StagedFolder) throws {
    let document = ReportDocument(
      record,
      options: ReportOptions(
        showsThumbnails: thumbnails != nil, redactsThumbnails: order.thumbnails == .redacted))
    steps.show("report.pdf")
    try PDFReport.write(document, images: images, to: folder, as: "report.pdf")
    steps.show("report.html")
    try HTMLReport.write(document, images: images, to: folder, as: "report.html")
  }

  /// Writes the tables and lists.
  func writeTables(_ mapping: ColumnMapping?, to folder: StagedFolder) throws {
    steps.show("Tables")
    try Exports.write(record, mapping: mapping, to: folder)
  }

  /// Writes the linked data.
  ///
  /// - Parameter crops: the folder that pictures of digits lie in, from the root; nil when they are not handed out.
  func writeOntology(
    perFile: Int, to folder: StagedFolder, under: String, crops: String? = nil
  ) throws {
    steps.show("CASE/UCO")
    try CaseOntology.write(
      record, images: images, cropFolder: crops, perFile: perFile, to: folder, under: under)
  }

  /// Writes the small pictures, each under its photo's SHA-256.
  func writeThumbnails(to folder: StagedFolder) throws {
    guard let thumbnails else { return }
    var seen: Set<String> = []
    for photo in record.exhibits.flatMap(\.photos) + record.unassignedPhotos {
      guard seen.insert(photo.sha256).inserted, let png = try thumbnails.png(of: photo.sha256)
      else { continue }
      try folder.write(png, to: "thumbnails/\(photo.sha256).png")
    }
  }

  /// Lists what was written and says what is to be logged of it: the list's SHA-256 tells this very folder
  /// from every other.
  ///
  /// - Parameter kind: such as `export.report`.
  func sealed(as kind: String) throws -> AuditEntry {
    let files = folder.entries
    let lines = files.map { "\($0.sha256)  \($0.path)\n" }.joined()
    try folder.write(lines.utf8, to: Self.manifestName)
    let digest = SHA256.hash(data: Array(lines.utf8)).map { byte in
      let text = String(byte, radix: 16)
      return text.utf8.count == 1 ? "0\(text)" : text
    }.joined()
    return .handingOut(
      kind, case: record.head.caseIdentifier, to: order.recipient, by: file.session.person,
      details: [
        "manifest": .text(digest), "files": .count(files.count),
        "bytes": .count(files.reduce(0) { $0 + $1.size }),
        "thumbnails": .text(order.thumbnails.rawValue),
        "state": .integer(record.head.sequence),
      ])
  }
}
