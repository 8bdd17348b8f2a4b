import Foundation
import Testing

@Suite("Pictures of the digits", .serialized)
struct CropTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let crops: URL

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
    crops = scratch.url.appending(path: "crops")
  }

  private func names(in folder: URL) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  /// Everything below a folder with its bytes.
  private func contents(of folder: URL) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try names(in: folder) {
      files[name] = try Data(contentsOf: folder.appending(path: name))
    }
    return files
  }

  /// Width and height of a PNG file.
  private func size(ofPNG data: Data) throws -> (width: Int, height: Int) {
    try #require(data.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
    func number(at place: Int) -> Int {
      data[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    return (number(at: 16), number(at: 20))
  }

  @Test(arguments: ["labels", "sheets", "formats"])
  func everyReadingHasItsPicture(set: String) async throws {
    let folder = Checkout.testImages.appending(path: set)
    let before = try contents(of: folder)
    let run = try await kit.run([
      "scan", "--format", "jsonl", "--crops", crops.path, folder.path,
    ])
    let readings = try run.photos().flatMap { $0["readings"] as? [[String: Any]] ?? [] }
    #expect(readings.count >= 9)
    var seen: Set<String> = []
    for reading in readings {
      let printed = (reading["sources"] as? [String])?.contains { $0.hasPrefix("ocr.") } ?? false
      guard let name = reading["crop"] as? String else {
        // A barcode may be found as a line without height.
        #expect(!printed, "\(reading["imei"] ?? "")")
        continue
      }
      seen.insert(name)
      let data = try Data(contentsOf: crops.appending(path: name))
      let (width, height) = try size(ofPNG: data)
      #expect(data.count <= 200_000 && width <= 4_096 && width > height && height >= 28)
      let boxes = reading["cropDigitBoxes"] as? [[[Int]]] ?? []
      #expect(boxes.count == (reading["digitBoxes"] as? [[[Int]]])?.count)
      for point in boxes.joined() {
        #expect(point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height)
      }
    }
    #expect(try names(in: crops) == seen)
    #expect(try contents(of: folder) == before)
  }

  @Test func aHostilePhotoNameDoesNotNameThePicture() async throws {
    let folder = try scratch.folder("photos")
    let picture = try Data(contentsOf: Checkout.testImages.appending(path: "formats/exif-6.jpg"))
    for name in ["..png", "$(touch pwned).jpg", "line\nfeed.jpg", "\u{202E}gpj.jpg"] {
      try scratch.write(picture, named: Array(name.utf8), in: folder)
    }
    let run = try await kit.run([
      "scan", "--format", "jsonl", "--crops", crops.path, folder.path,
    ])
    let digest = try #require(run.photos().first?["sha256"] as? String)
    let found = try names(in: crops)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.hasPrefix("\(digest.prefix(16))-") && $0.hasSuffix(".png") })
  }

  @Test func aNameThatIsTakenByALinkIsLeftAlone() async throws {
    let photo = Checkout.testImages.appending(path: "sheets/android-dialog-single.jpg").path
    let first = try await kit.run(["verify", photo, "--crops", crops.path])
    let name = try #require(try names(in: crops).first)
    #expect(String(decoding: first.output, as: UTF8.self).contains("crop              \(name)"))
    let again = try await kit.run(["verify", photo, "--crops", crops.path])
    #expect(again.output == first.output)

    let victim = scratch.url.appending(path: "victim")
    try Data("victim".utf8).write(to: victim)
    try FileManager.default.removeItem(at: crops.appending(path: name))
    symlink(victim.path, crops.appending(path: name).path)
    let run = try await kit.run(["verify", photo, "--format", "jsonl", "--crops", crops.path])
    #expect(run.status == 74)
    #expect(run.lines.first?.contains(#""crop":null"#) == true)
    #expect(try Data(contentsOf: victim) == Data("victim".utf8))
  }

  @Test func withoutTheOptionNothingIsWritten() async throws {
    let photo = Checkout.testImages.appending(path: "sheets/android-dialog-single.jpg").path
    let run = try await kit.run(["verify", photo, "--format", "jsonl"])
    #expect(run.lines.first?.contains(#""crop":null,"cropDigitBoxes":[]"#) == true)
  }

  @Test func aFolderThatCannotBeMeantIsRefused() async throws {
    let photos = try scratch.folder("photos")
    let inside = photos.appending(path: "crops").path
    #expect(try await kit.run(["scan", photos.path, "--crops", inside]).status == 64)
    #expect(try names(in: photos).isEmpty)
    #expect(try await kit.run(["scan", photos.path, "--crops", "-"]).status == 64)
    let photo = Checkout.testImages.appending(path: "broken/text.jpg").path
    #expect(try await kit.run(["verify", photo, "--crops", photo]).status == 74)
  }

  @Test func aWorkerSendsThemWhenAsked() async throws {
    let photo = Checkout.testImages.appending(path: "sheets/android-dialog-single.jpg").path
    let run = try await kit.run(
      ["worker"],
      input: "{\"id\":1,\"path\":\"\(photo)\",\"crops\":true}\n{\"id\":2,\"path\":\"\(photo)\"}\n")
    #expect(run.lines.count == 2)
    #expect(run.lines.first?.contains(#","crops":["iVBOR"#) == true)
    #expect(run.lines.last?.contains(#""crops""#) == false)
  }
}
