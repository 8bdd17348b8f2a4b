import Foundation
import Glibc
import Testing

@testable import Intake

@Suite("Originals that are received")
struct OriginalDraftsTests {
  private let folder: TemporaryFolder
  private let store: OriginalStore
  private let digest = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"

  init() throws {
    folder = try TemporaryFolder()
    store = try OriginalStore(folder.path.appending("originals".utf8))
  }

  private var drafts: [String] {
    get throws {
      let all = URL(filePath: store.folder.appending(".drafts".utf8).text)
      return try FileManager.default.subpathsOfDirectory(atPath: all.path).filter {
        $0.hasSuffix(".part")
      }
    }
  }

  private func draft(_ text: String, _ drafts: OriginalDrafts) throws -> DraftedOriginal {
    let draft = try drafts.make()
    for byte in Array(text.utf8) { try draft.write([byte]) }
    return try draft.finish()
  }

  private func exists(_ path: PhotoPath) -> Bool {
    FileManager.default.fileExists(atPath: path.text)
  }

  @Test func aDraftIsPrivateAndLiesUnderItsDigestOnceAdopted() throws {
    let drafts = try OriginalDrafts(for: store)
    let growing = try drafts.make()
    try growing.write(Array("fo".utf8))
    let file = try #require(try self.drafts.first)
    let path = store.folder.appending(".drafts/\(file)".utf8)
    let mode = try FileManager.default.attributesOfItem(atPath: path.text)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    try growing.write(Array("o".utf8))
    var whole: DraftedOriginal? = try growing.finish()
    #expect(whole?.sha256 == digest)
    #expect(whole?.size == 3)
    #expect(try store.adopt([#require(whole)]) == [digest])
    whole = nil
    #expect(try self.drafts.isEmpty)
    let kept = store.path(of: digest)
    #expect(try Data(contentsOf: URL(filePath: kept.text)) == Data("foo".utf8))
    let keptMode = try FileManager.default.attributesOfItem(atPath: kept.text)[.posixPermissions]
    #expect(keptMode as? Int == 0o400)
  }

  @Test func aDraftThatIsLetGoOfIsGone() throws {
    let drafts = try OriginalDrafts(for: store)
    for isWhole in [true, false] {
      let draft = try drafts.make()
      try draft.write([1])
      if isWhole { _ = try draft.finish() }
    }
    #expect(try self.drafts.isEmpty)
  }

  @Test func whatIsThereStaysAndIsNotToldAsNew() throws {
    let drafts = try OriginalDrafts(for: store)
    let first = try draft("foo", drafts)
    #expect(try store.adopt([first]) == [digest])
    let inode = try FileManager.default.attributesOfItem(
      atPath: store.path(of: digest).text)[.systemFileNumber]
    let second = try draft("foo", drafts)
    #expect(try store.adopt([second, second]).isEmpty)
    let after = try FileManager.default.attributesOfItem(
      atPath: store.path(of: digest).text)[.systemFileNumber]
    #expect(inode as? Int == after as? Int)
  }

  @Test func whenOneCannotBeAdoptedNoneIs() throws {
    let drafts = try OriginalDrafts(for: store)
    let (good, bad) = (try draft("bar", drafts), try draft("foo", drafts))
    let place = store.path(of: bad.sha256)
    try FileManager.default.createDirectory(
      atPath: String(place.text.dropLast(63)),
      withIntermediateDirectories: true)
    try Data("other than foo".utf8).write(to: URL(filePath: place.text))
    let error = #expect(throws: IntakeError.self) { try store.adopt([good, bad]) }
    #expect(error?.message.contains("is not the file that its name says") == true)
    #expect(!exists(store.path(of: good.sha256)))
    #expect(try Data(contentsOf: URL(filePath: place.text)) == Data("other than foo".utf8))
  }

  /// What a process that was killed leaves: nothing holds its folder any more.
  private func leave(_ text: String, adopted: Bool, name: String = "1.part") throws -> PhotoPath {
    let dead = store.folder.appending(".drafts/dead".utf8)
    try FileManager.default.createDirectory(atPath: dead.text, withIntermediateDirectories: true)
    let path = dead.appending(name.utf8)
    try Data(text.utf8).write(to: URL(filePath: path.text))
    let place = store.path(of: PhotoDigest.sha256(of: Array(text.utf8)))
    if adopted {
      try FileManager.default.createDirectory(
        atPath: String(place.text.dropLast(63)), withIntermediateDirectories: true)
      #expect(Glibc.link(path.text, place.text) == 0)
    }
    return place
  }

  @Test func aSweepTakesAwayWhatADeadProcessLeftAndDidNotRecord() throws {
    let drafts = try OriginalDrafts(for: store)
    let living = try draft("living", drafts)
    let half = try leave("half", adopted: false, name: "1.part")
    let unrecorded = try leave("unrecorded", adopted: true, name: "2.part")
    let recorded = try leave("recorded", adopted: true, name: "3.part")
    let known = PhotoDigest.sha256(of: Array("recorded".utf8))
    #expect(try store.sweepDrafts { $0 == known } == 3)
    #expect(!exists(half) && !exists(unrecorded) && exists(recorded))
    #expect(!exists(store.folder.appending(".drafts/dead".utf8)))
    #expect(try store.adopt([living]).count == 1)
    #expect(try store.sweepDrafts { _ in false } == 0)
    #expect(exists(recorded) && exists(store.path(of: living.sha256)))
  }

  @Test func aSweepThatCannotAskTakesNothingAway() throws {
    let place = try leave("photo", adopted: true)
    #expect(throws: CancellationError.self) {
      try store.sweepDrafts { _ in throw CancellationError() }
    }
    #expect(exists(place))
  }

  @Test func aLinkInTheDraftsIsNotFollowed() throws {
    let outside = try folder.write("mine", to: "outside")
    _ = try leave("x", adopted: false)
    try FileManager.default.createSymbolicLink(
      atPath: store.folder.appending(".drafts/dead/2.part".utf8).text,
      withDestinationPath: outside.text)
    try FileManager.default.createSymbolicLink(
      atPath: store.folder.appending(".drafts/linked".utf8).text,
      withDestinationPath: folder.path.text)
    // A link in place of a folder cannot be opened, which ends the sweep rather than following it.
    #expect(throws: IntakeError.self) { try store.sweepDrafts { _ in false } }
    #expect(exists(outside))
  }
}
