import CaseFile
import Foundation
import Intake
import Reporting
import Testing

/// A case with photos on the disk, a station key, and bags of it.
final class BagScene {
  static let gif = "GIF89a a picture by its first bytes"
  static let text = "no picture at all"

  let haul: CaseHaul
  let key: StationKey
  let heads: HeadFolder

  init() throws {
    haul = try CaseHaul()
    key = try StationKey.create(inFolder: haul.folder + "/station")
    heads = HeadFolder(path: haul.folder + "/heads")
    try FileManager.default.createDirectory(
      atPath: haul.folder + "/photos", withIntermediateDirectories: true)
    for (name, bytes) in [("IMG_1.jpg", Self.gif), ("=IMG \u{202E}2.txt", Self.text)] {
      let path = haul.folder + "/photos/" + name
      try Data(bytes.utf8).write(to: URL(fileURLWithPath: path))
      try haul.record([
        CaseHaul.photo(
          path, bytes: bytes, crops: [RecordedCrop(position: 0, png: Array("PNG \(name)".utf8))])
      ])
    }
    try haul.file.assign(
      [
        PhotoAssignment(
          photo: CaseHaul.digest(Self.gif), exhibit: "AB/1", source: .folder)
      ], addingExhibits: true)
  }

  func sign() throws -> SignedHead {
    try #require(try haul.file.signHead(in: heads, key: key))
  }

  var images: ReportImages {
    let file = haul.file
    return ReportImages(crop: { try file.crop(of: $0, position: $1) })
  }

  /// Where the case says that its originals are.
  func copies() throws -> EvidenceBag.Originals {
    let paths = Dictionary(grouping: try haul.file.originals(), by: \.sha256)
    return .copies { sha256 in (paths[sha256] ?? []).map { PhotoPath(bytes: $0.path) } }
  }

  /// A bag of the case as it stands.
  func bag(
    _ originals: EvidenceBag.Originals = .hashes, isSigned: Bool = true,
    stamps: [StampedHead] = [], change: (inout HaulRecord) -> Void = { _ in }
  ) throws -> EvidenceBag {
    var record = try HaulRecord(of: haul.file)
    change(&record)
    let log = try BagLog(
      of: haul.file, head: isSigned ? sign() : nil, key: isSigned ? key : nil)
    return try EvidenceBag(
      of: record, log: log, images: images, originals: originals, stamps: stamps)
  }

  /// Writes a bag and publishes it.
  @discardableResult
  func write(_ bag: EvidenceBag, _ name: String = "bag") throws -> (
    folder: String, summary: BagSummary, files: [StagedFolder.Entry]
  ) {
    let folder = try StagedFolder("\(haul.folder)/\(name)")
    let summary = try bag.write(to: folder) { data in
      try data.write("a report".utf8, to: "report/report.html")
      try data.inside("exports").write("a table\r\n".utf8, to: "devices.csv")
    }
    try folder.publish()
    return (folder.target, summary, folder.entries)
  }

  /// Runs the commands of VERIFY.txt by the very command that it gives to run them.
  static func follow(
    _ folder: String, authority: String? = nil
  ) throws -> Terminal.Outcome {
    let text = try String(contentsOfFile: folder + "/VERIFY.txt", encoding: .utf8)
    let all = try #require(text.split(separator: "\n").first { $0.contains("| bash -e") })
    return try Terminal.run(
      String(all), in: folder, environment: authority.map { ["AUTHORITY": $0] } ?? [:])
  }

  /// Writes the lists of files anew, as somebody who changed a file would.
  static func listAnew(_ folder: String) throws {
    let outcome = try Terminal.run(
      """
      set -e; export LC_ALL=C
      find data -type f | sort | xargs -d '\\n' sha256sum > manifest-sha256.txt
      sha256sum VERIFY.txt bag-info.txt bagit.txt manifest-sha256.* > tagmanifest-sha256.txt
      """, in: folder)
    #expect(outcome.status == 0, "\(outcome.output)")
  }

  static func text(_ path: String, _ folder: String) throws -> String {
    try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
  }

  static func put(_ text: String, to path: String, _ folder: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(path)"))
  }
}
