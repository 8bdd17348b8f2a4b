import Foundation
import Glibc
import Intake
import IntakeTestSupport
import Testing

@Suite struct CropFolderTests {
  private let scratch: TemporaryFolder
  private let name = String(repeating: "b", count: 16) + "-1.png"

  init() throws {
    scratch = try TemporaryFolder()
  }

  private var target: PhotoPath { scratch.path.appending("crops".utf8) }

  private func sample(_ path: PhotoPath = PhotoPath("a.jpg")) -> PhotoResult {
    var result = PhotoResult.sample
    result.path = path
    result.readings[0].crop = nil
    result.readings[0].cropPNG = [1, 2, 3]
    return result
  }

  private func bytes(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: target.text + "/" + name).map { Array($0) }
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: target.text)) ?? []).sorted()
  }

  @Test func eachCropIsAFileNamedByDigestAndNumber() throws {
    var result = sample()
    result.readings.append(result.readings[0])
    result.readings.append(result.readings[0])
    result.readings[1].cropPNG = nil
    let written = try CropFolder(target).write(result)
    let third = name.replacingOccurrences(of: "-1.", with: "-3.")
    #expect(written.readings.map(\.crop) == [name, nil, third])
    #expect(written.readings.map(\.cropDigitBoxes.isEmpty) == [false, true, false])
    #expect(written.readings.allSatisfy { $0.cropPNG == nil })
    #expect(names == [name, third])
    #expect(bytes(name) == [1, 2, 3])
  }

  @Test(arguments: [
    Array("../../evil.jpg".utf8), Array("/etc/passwd".utf8), Array("-rf".utf8),
    [0xFF, 0x2F, 0x0A], Array("\u{202E}gnp".utf8),
  ])
  func aHostilePhotoNameSteersNothing(photo: [UInt8]) throws {
    let written = try CropFolder(target).write(sample(PhotoPath(bytes: photo)))
    #expect(written.readings.map(\.crop) == [name])
    #expect(names == [name])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: scratch.path.text) == ["crops"])
  }

  @Test(arguments: [
    nil, "", "../../../../etc/cron.d/x", String(repeating: "/", count: 64),
    String(repeating: "B", count: 64), String(repeating: "b", count: 63),
    String(repeating: "é", count: 32),
  ])
  func aDigestThatIsNoneNamesNothing(sha256: String?) throws {
    var result = sample()
    result.sha256 = sha256
    let written = try CropFolder(target).write(result)
    #expect(written.readings.map(\.crop) == [nil])
    #expect(written.readings[0].cropDigitBoxes.isEmpty)
    #expect(names.isEmpty)
  }

  @Test func writingAgainChangesNothing() throws {
    let first = try CropFolder(target).write(sample())
    let second = try CropFolder(target).write(sample())
    #expect(first == second)
    #expect(names == [name])
  }

  @Test func aFileThroughALinkIsNotOverwritten() throws {
    let victim = try scratch.write(Array("victim".utf8), to: "victim")
    let folder = try CropFolder(target)
    try scratch.link("crops/\(name)", to: victim.text)
    let written = try folder.write(sample())
    #expect(written.readings.map(\.crop) == [nil])
    #expect(written.warnings.contains { $0.contains(name) })
    #expect(folder.takenNames == [name])
    #expect(FileManager.default.contents(atPath: victim.text) == Data("victim".utf8))
    #expect(names == [name])
  }

  @Test func aDanglingLinkMakesNoFileElsewhere() throws {
    let folder = try CropFolder(target)
    try scratch.link("crops/\(name)", to: "../elsewhere")
    _ = try folder.write(sample())
    #expect(folder.takenNames == [name])
    #expect(access(scratch.path.text + "/elsewhere", F_OK) != 0)
  }

  @Test func anotherFileOrFolderOfTheNameStays() throws {
    for kind in ["file", "folder", "pipe"] {
      let folder = try CropFolder(target)
      switch kind {
      case "file": try scratch.write(Array("abc".utf8), to: "crops/\(name)")
      case "folder": try scratch.makeFolder("crops/\(name)")
      default: #expect(mkfifo(target.text + "/" + name, 0o600) == 0)
      }
      let written = try folder.write(sample())
      #expect(written.readings.map(\.crop) == [nil], "\(kind)")
      #expect(names == [name], "\(kind)")
      try FileManager.default.removeItem(atPath: target.text + "/" + name)
    }
  }

  @Test func missingFoldersAreMadeAndALinkToOneIsRefused() throws {
    let deep = PhotoPath(scratch.path.text + "/one/./two//three/")
    #expect(try CropFolder(deep).write(sample()).readings[0].crop == name)
    #expect(access(scratch.path.text + "/one/two/three/" + name, F_OK) == 0)
    try scratch.link("link", to: "one")
    try scratch.write(to: "file")
    for bad in ["link", "link/", "file", "file/below"] {
      #expect {
        _ = try CropFolder(PhotoPath(scratch.path.text + "/" + bad))
      } throws: {
        ($0 as? IntakeError)?.code == .inputOutput
      }
    }
  }

  @Test func aFolderAmongThePhotosIsRecognised() throws {
    let photos = try scratch.makeFolder("photos")
    let beside = try scratch.makeFolder("photos-crops")
    try scratch.link("alias", to: "photos")
    func path(_ text: String) -> PhotoPath { PhotoPath(scratch.path.text + "/" + text) }
    for inside in ["photos", "photos/", "photos/new/deep", "alias/new", "beside/../photos/x"] {
      #expect(
        path(inside).isWithin(anyOf: [photos]) == (inside != "beside/../photos/x"), "\(inside)")
    }
    #expect(path("photos/x").isWithin(anyOf: [path("alias")]))
    #expect(path("photos/x").isWithin(anyOf: [PhotoPath("/")]))
    #expect(!beside.isWithin(anyOf: [photos, path("missing")]))
    #expect(!path("new").isWithin(anyOf: [photos]))
    #expect(PhotoPath("new-folder").isWithin(anyOf: [PhotoPath(".")]))
  }
}
