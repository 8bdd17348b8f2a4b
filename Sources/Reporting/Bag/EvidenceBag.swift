internal import BlockList
internal import CaseFile
public import Intake

/// What leaves the station of a case, in one folder that outsiders can check: a BagIt bag (RFC 8493).
///
/// | file | what |
/// | --- | --- |
/// | `VERIFY.txt` | how to check it all with bash, openssl and sha256sum |
/// | `bagit.txt`, `bag-info.txt` | that it is a bag, and of what |
/// | `manifest-sha256.txt`, `manifest-sha256.sig` | every file under `data/` with its SHA-256, and the station's signature of the list |
/// | `tagmanifest-sha256.txt` | the same for the files beside `data/` |
/// | `data/audit/` | the log, its signed head, the public key, and time stamps |
/// | `data/originals-sha256.txt`, `data/originals.csv` | the photos by SHA-256, and the names they came under |
/// | `data/originals/` | copies of the photos, where asked for |
/// | `data/crops/`, `data/crops.csv` | the pictures of the digits that were read, and what they were read as |
/// | `data/settings/`, `data/lists.txt` | the settings of every run, and the lists that were asked |
///
/// Report, exports and linked data are written beside these by other writers.
///
/// The bag is a function of record, log, pictures and originals: equal ones give equal bytes. The only
/// names of files in it are made here; names that others gave stand in tables, as text.
public struct EvidenceBag {
  /// What is handed out of the photos themselves.
  public enum Originals {
    /// Their SHA-256 only.
    case hashes
    /// Copies, each from the first path that holds its bytes; the closure tells a photo's paths by its SHA-256.
    case copies(from: (_ sha256: String) throws -> [PhotoPath])
  }

  let record: HaulRecord
  let log: BagLog
  let images: ReportImages
  let originals: Originals
  let stamps: [StampedHead]
  let sourceOrganization: String?

  /// A bag of a case.
  ///
  /// - Parameters:
  ///   - record: the case; its head must be in the log.
  ///   - log: the log that goes out, up to its head, which is the record's or a later one.
  ///   - images: gives the pictures of digits.
  ///   - originals: what is handed out of the photos.
  ///   - stamps: heads of this log that an authority stamped.
  ///   - sourceOrganization: who hands it out, for `bag-info.txt`.
  /// - Throws: ``ReportingError`` `notReady` when the log's head is of another case or before the record's.
  public init(
    of record: HaulRecord, log: BagLog, images: ReportImages = .none,
    originals: Originals = .hashes, stamps: [StampedHead] = [], sourceOrganization: String? = nil
  ) throws(ReportingError) {
    let last = log.head ?? record.head
    guard last.caseIdentifier == record.head.caseIdentifier, last.sequence >= record.head.sequence,
      last.sequence > record.head.sequence || last.hash == record.head.hash
    else {
      throw ReportingError(
        .notReady,
        "the signed head, at event \(last.sequence), is not one of the case at event \(record.head.sequence)",
        cure: "Take the record of the case first and sign its head then.")
    }
    self.record = record
    self.log = log
    self.images = images
    self.originals = originals
    self.stamps = stamps.sorted { $0.head.head.sequence < $1.head.head.sequence }
    self.sourceOrganization = sourceOrganization
  }

  /// Writes the bag. It is not published: the handing out is to be logged before.
  ///
  /// - Parameters:
  ///   - folder: an empty folder.
  ///   - payload: writes report, exports and linked data below the folder it is given, which is `data/`.
  /// - Returns: what is in it, for the log and the person who hands it out.
  /// - Throws: ``ReportingError``, `CaseFileError`; what `payload` and the pictures' closures throw.
  public func write(
    to folder: StagedFolder, payload: (_ data: StagedFolder) throws -> Void = { _ in }
  ) throws -> BagSummary {
    let data = folder.inside("data")
    try payload(data)
    let photos = Self.photos(of: record)
    let copied = try BagOriginals(photos).write(originals, to: data)
    try BagCrops(record, photos: photos).write(images, to: data)
    try writeSettings(to: data.inside("settings"))
    try data.write(listLines.utf8, to: "lists.txt")
    try writeLog(to: data.inside("audit"))

    let files = data.entries
    let manifest = BagManifest.text(files, below: "data/")
    try folder.write(manifest.utf8, to: BagManifest.name)
    if let key = log.key {
      try folder.write(try key.sign(Array(manifest.utf8)), to: BagManifest.signatureName)
    }
    let summary = BagSummary(
      case: record.head.caseIdentifier, manifestDigest: BagManifest.digest(manifest),
      files: files.count, bytes: files.reduce(0) { $0 + $1.size }, originals: copied)
    try folder.write(Self.declaration.utf8, to: "bagit.txt")
    try folder.write(information(summary).utf8, to: "bag-info.txt")
    try folder.write(BagInstructions(self, summary).text.utf8, to: BagInstructions.name)
    let tags = folder.entries.filter { !$0.path.hasPrefix("data/") }
    try folder.write(BagManifest.text(tags).utf8, to: BagManifest.tagName)
    return summary
  }

  /// Every photo once, by SHA-256.
  static func photos(of record: HaulRecord) -> [PhotoRecord] {
    var photos: [String: PhotoRecord] = [:]
    for photo in record.exhibits.flatMap(\.photos) + record.unassignedPhotos {
      photos[photo.sha256] = photo
    }
    return photos.values.sorted { $0.sha256 < $1.sha256 }
  }

  /// Named after their own SHA-256, which is the digest that the log has where they are as they were.
  private func writeSettings(to folder: StagedFolder) throws(ReportingError) {
    var written: Set<String> = []
    for run in record.runs {
      let digest = BagManifest.digest(run.settings)
      guard written.insert(digest).inserted else { continue }
      try folder.write(run.settings.utf8, to: "\(digest).json")
    }
  }

  private var listLines: String {
    record.lists.map { record in
      let list = record.list
      return [list.sha256, "\(list.date)", list.name]
        .map { VisibleText.escaping($0, limit: 400) }.joined(separator: "  ") + "\n"
    }.joined()
  }
}
