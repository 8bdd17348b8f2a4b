import BlockList
import CaseFile
import Crypto
import Foundation
import Imaging
import Intake
import Synchronization
import Testing

@testable import Reporting

@Suite struct ReportThumbnailsTests {
  private let haul: CaseHaul

  init() throws {
    haul = try CaseHaul()
  }

  /// Photos of noise, which shrink badly, each with a number in the middle.
  @discardableResult
  private func photos(_ names: [String], width: Int = 800, height: Int = 600) throws -> [String] {
    try names.enumerated().map { index, name in
      var state = UInt64(index + 1)
      let pixels = (0..<width * height).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return UInt8(truncatingIfNeeded: state >> 56)
      }
      let bytes = try GrayImage(width: width, height: height, pixels: pixels).pngData()
      let path = haul.folder + "/" + name
      try Data(bytes).write(to: URL(filePath: path))
      let digest = Self.digest(bytes)
      var reading = CaseHaul.reading()
      reading.box = [(200, 300), (600, 300), (600, 340), (200, 340)].map {
        PhotoResult.Point(x: $0.0, y: $0.1)
      }
      let result = PhotoResult(
        path: PhotoPath(path), status: .accepted, sha256: digest, width: width, height: height,
        readings: [reading])
      try haul.record([
        RecordedPhoto(
          path: Array(path.utf8), sha256: digest, stamp: nil,
          result: String(decoding: try result.json(), as: UTF8.self))
      ])
      return digest
    }
  }

  private static func digest(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined()
  }

  /// What a worker does, here.
  private static let preview: ThumbnailMaker.Preview = { path, side, sha256 in
    let bytes = try PhotoOpener(followsLinks: false).read(path)
    guard digest(bytes) == sha256 else { return nil }
    let image = try ImageDecoder().decode(bytes)
    let scale = min(1, Double(side) / Double(max(image.width, image.height)))
    return try image.scaled(
      toWidth: Int(Double(image.width) * scale), height: Int(Double(image.height) * scale)
    ).pngData()
  }

  private func make(
    _ mode: ThumbnailMode, jobs: Int = 2,
    preview: @escaping ThumbnailMaker.Preview = ReportThumbnailsTests.preview,
    originals: OriginalStore? = nil, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws -> (HaulRecord, ReportThumbnails) {
    let record = try HaulRecord(of: haul.file)
    let thumbnails = try await ReportThumbnails.make(
      of: record, in: haul.file, originals: originals, mode: mode, jobs: jobs, preview: preview,
      progress: progress)
    return (record, thumbnails)
  }

  @Test(arguments: [(ThumbnailMode.redacted, 480), (.full, 1_024)])
  func everyPhotoHasASmallGreyPicture(mode: ThumbnailMode, side: Int) async throws {
    let digests = try photos(["a.png", "b.png"], width: 1_040, height: 780)
    let (_, thumbnails) = try await make(mode)
    for digest in digests {
      let bytes = try #require(try thumbnails.png(of: digest))
      let header = try ImageDecoder().header(of: bytes)
      #expect(bytes.count < ReportThumbnails.mostBytes)
      #expect(max(header.width, header.height) <= side && header.width > header.height)
      #expect(header.width > side * 3 / 4)
    }
    #expect(thumbnails.remarks.isEmpty)
    #expect(try thumbnails.png(of: CaseHaul.digest("no such photo")) == nil)
  }

  @Test func aPictureThatTakesTooManyBytesIsShrunk() async throws {
    // A square of noise takes about a byte a pixel as PNG.
    let digests = try photos(["a.png"], width: 1_200, height: 1_200)
    let (_, thumbnails) = try await make(.full)
    let bytes = try #require(try thumbnails.png(of: digests[0]))
    #expect(bytes.count < ReportThumbnails.mostBytes)
    #expect(try ImageDecoder().header(of: bytes).width < 1_024)
  }

  @Test func aRedactedPictureShowsTheNumberAlone() async throws {
    let digests = try photos(["a.png"])
    let (_, redacted) = try await make(.redacted)
    let (image, whole) = try (
      ImageDecoder().decode(#require(try redacted.png(of: digests[0]))),
      ImageDecoder().decode(
        #require(
          await Self.preview(
            PhotoPath(haul.folder + "/a.png"), 480, digests[0])))
    )
    #expect((image.width, image.height) == (480, 360))
    // 200…600 by 300…340 of 800 × 600 is 120…360 by 180…204 of 480 × 360.
    let same = (0..<360).map { y in (0..<480).count { image[$0, y] == whole[$0, y] } }
    #expect(same[180..<204].allSatisfy { $0 >= 240 })
    #expect((same[..<180] + same[204...]).allSatisfy { $0 < 60 })
  }

  @Test func theBytesAreTheSameWithAnyNumberOfWorkers() async throws {
    let digests = try photos((0..<9).map { "\($0).png" }, width: 300, height: 200)
    let slow: ThumbnailMaker.Preview = { path, side, sha256 in
      try await Task.sleep(for: .milliseconds(Int(path.bytes.last ?? 0) % 3))
      return try await Self.preview(path, side, sha256)
    }
    let (_, one) = try await make(.redacted, jobs: 1)
    let (_, many) = try await make(.redacted, jobs: 7, preview: slow)
    for digest in digests { #expect(try one.png(of: digest) == many.png(of: digest)) }
  }

  @Test func progressComesToItsEnd() async throws {
    try photos((0..<5).map { "\($0).png" }, width: 30, height: 20)
    let told = Mutex<[Int]>([])
    _ = try await make(
      .redacted,
      progress: { done, all in
        #expect(all == 5)
        told.withLock { $0.append(done) }
      })
    #expect(told.withLock { $0 } == [1, 2, 3, 4, 5])
  }

  @Test func aMissingOrChangedOriginalHasARemarkInPlaceOfAPicture() async throws {
    let digests = try photos(["there.png", "gone.png", "changed.png", "swapped.png"])
    try FileManager.default.removeItem(atPath: haul.folder + "/gone.png")
    try Data("else".utf8).write(to: URL(filePath: haul.folder + "/changed.png"))
    try FileManager.default.removeItem(atPath: haul.folder + "/swapped.png")
    try FileManager.default.createSymbolicLink(
      atPath: haul.folder + "/swapped.png", withDestinationPath: haul.folder + "/there.png")
    let (record, thumbnails) = try await make(.full)
    #expect(try thumbnails.png(of: digests[0]) != nil)
    for digest in digests.dropFirst() { #expect(try thumbnails.png(of: digest) == nil) }
    #expect(thumbnails.remarks.keys.sorted() == digests.dropFirst().sorted())
    let remarks = record.remarking(thumbnails).unassignedPhotos.map(\.remarks)
    #expect(remarks.map(\.count) == [0, 1, 1, 1])
    #expect(remarks[1][0].contains("not where") && remarks[2][0].contains("no longer as"))
  }

  @Test func aWorkerThatReadOtherBytesOrNoneGivesARemark() async throws {
    let digests = try photos(["other.png", "none.png", "nonsense.png", "huge.png"])
    let huge = try GrayImage(width: 2_000, height: 2).pngData()
    let (_, thumbnails) = try await make(.redacted) { path, side, sha256 in
      switch String(decoding: path.name, as: UTF8.self) {
      case "other.png": return nil
      case "none.png":
        throw IntakeError(code: .inputOutput, message: "No picture\n.", cure: "None.")
      case "nonsense.png": return Array("\u{89}PNG".utf8)
      default: return huge
      }
    }
    #expect(thumbnails.remarks.count == 4)
    for digest in digests { #expect(try thumbnails.png(of: digest) == nil) }
    #expect(thumbnails.remarks[digests[1]]?.contains("No picture") == true)
  }

  @Test func whatEndsTheWorkersEndsTheMaking() async throws {
    try photos(["a.png"])
    await #expect(throws: IntakeError.self) {
      try await make(.redacted) { _, _, _ in
        throw IntakeError(code: .stopped, message: "Stopped.", cure: "Again.")
      }
    }
  }

  @Test func theStationsCopyIsTakenFirst() async throws {
    let digests = try photos(["a.png"])
    let store = try OriginalStore(PhotoPath(haul.folder + "/originals"))
    try store.keep(PhotoPath(haul.folder + "/a.png"), sha256: digests[0])
    try FileManager.default.removeItem(atPath: haul.folder + "/a.png")
    let (_, thumbnails) = try await make(.redacted, originals: store)
    #expect(try thumbnails.png(of: digests[0]) != nil)
  }

  @Test func noneMeansThatNoOriginalIsOpened() async throws {
    let digests = try photos(["a.png"])
    let (_, thumbnails) = try await make(
      .none,
      preview: { path, _, _ in
        Issue.record("\(path) was opened")
        return nil
      })
    #expect(try thumbnails.png(of: digests[0]) == nil)
    #expect(thumbnails.remarks.isEmpty)
  }

  @Test func thePicturesGoWithTheirOwner() async throws {
    let digests = try photos(["a.png"], width: 41, height: 43)
    func folders() throws -> Set<String> {
      let temporary = FileManager.default.temporaryDirectory.path
      return Set(
        try FileManager.default.contentsOfDirectory(atPath: temporary).filter {
          FileManager.default.fileExists(atPath: "\(temporary)/\($0)/\(digests[0])")
        })
    }
    do {
      let (_, thumbnails) = try await make(.redacted)
      let found = try folders()
      #expect(found.count == 1)
      let path = "\(FileManager.default.temporaryDirectory.path)/\(found.first ?? "")"
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o700)
      let file = try FileManager.default.attributesOfItem(atPath: "\(path)/\(digests[0])")
      #expect((file[.posixPermissions] as? NSNumber)?.intValue == 0o600)
      _ = try thumbnails.png(of: digests[0])
    }
    #expect(try folders().isEmpty)
  }

  @Test func cropsComeFromTheCase() throws {
    let png = try GrayImage(width: 3, height: 2).pngData()
    try haul.record([
      CaseHaul.photo("a.jpg", crops: [RecordedCrop(position: 0, png: png)])
    ])
    let images = ReportImages(of: haul.file)
    let photo = CaseHaul.digest("a.jpg")
    #expect(try images.crop(photo, 0) == png)
    #expect(try images.crop(photo, 1) == nil)
    #expect(try images.thumbnail(photo) == nil)
  }
}
