import Foundation
import Intake
import Testing

@Suite("Copies of originals")
struct OriginalStoreTests {
  private let folder: TemporaryFolder
  private let store: OriginalStore
  private let digest = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

  init() throws {
    folder = try TemporaryFolder()
    store = try OriginalStore(folder.path.appending("copies".utf8))
    try folder.write("foo", to: "1.jpg")
  }

  private var photo: PhotoPath { folder.path.appending("1.jpg".utf8) }

  @Test func aCopyLiesUnderItsDigestAndCannotBeWritten() throws {
    try store.keep(photo, sha256: digest)
    try store.keep(photo, sha256: digest)
    let copy = store.path(of: digest).text
    #expect(copy.hasSuffix("/2c/26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"))
    #expect(try Data(contentsOf: URL(filePath: copy)) == Data("foo".utf8))
    let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
    #expect(mode == 0o400)
    #expect(try Data(contentsOf: URL(filePath: photo.text)) == Data("foo".utf8))
    #expect(try store.remove([digest, digest, "x"]) == 1)
    #expect(!FileManager.default.fileExists(atPath: copy))
  }

  @Test func whatIsNotTheFileThatWasReadIsNotKept() throws {
    try folder.write("bar", to: "1.jpg")
    let error = #expect(throws: IntakeError.self) { try store.keep(photo, sha256: digest) }
    #expect(error?.message.contains("changed after it was read") == true)
    #expect(!FileManager.default.fileExists(atPath: store.path(of: digest).text))
    let left = try FileManager.default.contentsOfDirectory(
      atPath: folder.path.appending("copies/2c".utf8).text)
    #expect(left.isEmpty)
  }

  @Test func aLinkIsNotFollowed() throws {
    try folder.link("2.jpg", to: "1.jpg")
    #expect(throws: IntakeError.self) {
      try store.keep(folder.path.appending("2.jpg".utf8), sha256: digest)
    }
  }
}
