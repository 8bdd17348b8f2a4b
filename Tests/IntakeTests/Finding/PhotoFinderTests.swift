import Glibc
import Intake
import Testing

@Suite struct PhotoFinderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func find(_ names: String...) throws -> PhotoListing {
    let paths = names.map { $0.isEmpty ? folder.path : folder.path.appending($0.utf8) }
    return try PhotoFinder().find(in: paths)
  }

  private func names(_ listing: PhotoListing) -> [String] {
    folder.relative(listing.entries.map(\.path))
  }

  @Test func filesOfAllFoldersComeSortedByTheirBytes() throws {
    try folder.makeFolder("b")
    try folder.makeFolder("b/c")
    for name in ["b/c/2.jpg", "b/1.jpg", "é.jpg", "b-1.jpg", "Z.JPG", "noextension"] {
      try folder.write(to: name)
    }
    let listing = try find("")
    #expect(
      names(listing) == ["Z.JPG", "b-1.jpg", "b/1.jpg", "b/c/2.jpg", "noextension", "é.jpg"])
    #expect(listing.skipped.isEmpty && listing.skippedSummary == nil)
  }

  @Test func aPathGivenTwiceOrInsideAnotherIsListedOnce() throws {
    try folder.makeFolder("b")
    try folder.write(to: "b/1.jpg")
    #expect(try names(find("", "b", "b/", "./b//1.jpg", "b/1.jpg")) == ["b/1.jpg"])
  }

  @Test func loopsOfFoldersEndAndRealPathsWin() throws {
    try folder.makeFolder("z")
    try folder.write(to: "z/1.jpg")
    try folder.link("z/up", to: "..")
    try folder.link("a", to: "z")
    try folder.link("one.jpg", to: "z/1.jpg")
    let listing = try find("")
    #expect(names(listing) == ["z/1.jpg"])
    #expect(folder.relative(listing.skipped.map(\.path)) == ["one.jpg"])
    #expect(
      listing.skipped.map(\.cause) == [.sameFile(as: folder.path.appending("z/1.jpg".utf8))])
  }

  @Test func aLinkToAFileOutsideTheFolderIsRead() throws {
    try folder.makeFolder("in")
    try folder.write(to: "out.jpg")
    try folder.link("in/l.jpg", to: "../out.jpg")
    #expect(try names(find("in")) == ["in/l.jpg"])
  }

  @Test func hardLinksAreTwoPhotos() throws {
    let file = try folder.write(to: "a.jpg")
    #expect(link(file.cString, folder.path.appending("b.jpg".utf8).cString) == 0)
    #expect(try names(find("")) == ["a.jpg", "b.jpg"])
  }

  @Test func whatIsLeftOutIsCountedAndNamed() throws {
    try folder.write(to: "a.jpg")
    try folder.write(to: "manifest.jsonl")
    try folder.write(to: "NOTE.TXT")
    try folder.write(to: ".hidden.jpg")
    try folder.write([0xFF, 0xD8, 0xFF, 0xE0], to: "really-a-photo.txt")
    let listing = try find("")
    #expect(names(listing) == ["a.jpg", "really-a-photo.txt"])
    let at = { (name: String) in folder.path.appending(name.utf8).quoted }
    #expect(
      listing.skippedSummary
        == "3 files skipped: 2 not pictures (\(at("NOTE.TXT")), \(at("manifest.jsonl"))), "
        + "1 hidden (\(at(".hidden.jpg")))")
  }

  @Test func aFileThatIsNamedIsAlwaysTried() throws {
    try folder.write(to: "notes.txt")
    try folder.write(to: ".hidden.jpg")
    let listing = try find("", "notes.txt", ".hidden.jpg")
    #expect(names(listing) == [".hidden.jpg", "notes.txt"])
    #expect(listing.entries.allSatisfy { $0.refusal == nil })
  }

  @Test func eachPathThatCannotBeReadIsOneRefusedEntry() throws {
    try folder.link("dangling.jpg", to: "nowhere")
    try folder.link("loop.jpg", to: "loop.jpg")
    #expect(mkfifo(folder.path.appending("pipe.jpg".utf8).cString, 0o600) == 0)
    let listing = try find("", "missing.jpg", "pipe.jpg")
    #expect(names(listing) == ["dangling.jpg", "loop.jpg", "missing.jpg", "pipe.jpg"])
    let reasons = listing.entries.compactMap { $0.refusal?.reason }
    #expect(
      reasons == [
        "The file is not there.", "The path is a loop of symbolic links.", "The file is not there.",
        "The path is a named pipe, not a photo file.",
      ])
    #expect(listing.entries.allSatisfy { $0.refusal?.cure.isEmpty == false })
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
  func aFolderThatMayNotBeReadIsOneRefusedEntry() throws {
    let closed = try folder.makeFolder("closed")
    try folder.write(to: "a.jpg")
    #expect(chmod(closed.cString, 0) == 0)
    let listing = try find("")
    #expect(names(listing) == ["a.jpg", "closed"])
    #expect(
      listing.entries.last?.refusal?.reason == "The folder may not be read by this user.")
  }

  @Test func hostileNamesComeThroughUnchanged() throws {
    let hostile: [[UInt8]] = [
      Array("line\nbreak.jpg".utf8), Array("\u{202E}gpj.exe".utf8),
      Array("\"quote\"'`$(id).jpg".utf8),
      [0xFF, 0xFE, 0x2E, 0x6A], Array("-rf".utf8), Array(" ".utf8), Array("e\u{301}.jpg".utf8),
      Array("\u{E9}.jpg".utf8),
    ]
    for name in hostile { try folder.write([1], to: name) }
    let found = try find("").entries.map {
      Array($0.path.bytes.dropFirst(folder.path.bytes.count + 1))
    }
    #expect(found == hostile.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func anEmptyFolderIsAnErrorThatNamesIt() throws {
    try folder.makeFolder("empty")
    let error = #expect(throws: IntakeError.self) { try find("empty") }
    #expect(error?.code == .noPhotos)
    #expect(error?.message == "There is no photo in \(folder.path.appending("empty".utf8).quoted).")
    try folder.write(to: "a.jpg")
    #expect(try find("empty", "a.jpg").emptyFolders.count == 1)
  }

  @Test func noPathAtAllIsAnError() {
    let error = #expect(throws: IntakeError.self) { try PhotoFinder().find(in: []) }
    #expect(error?.code == .noPhotos)
  }

  @Test func anEmptyPathIsRefused() throws {
    let listing = try PhotoFinder().find(in: [PhotoPath("")])
    #expect(listing.entries.count == 1 && listing.entries[0].refusal != nil)
  }

  @Test func tooManyFilesAreAnError() throws {
    for name in ["1", "2", "3"] { try folder.write(to: name) }
    let error = #expect(throws: IntakeError.self) {
      try PhotoFinder(maximumFiles: 2).find(in: [folder.path])
    }
    #expect(error?.code == .badInput)
  }

  @Test func aPathBeyondTheSystemsLimitIsRefused() throws {
    let listing = try PhotoFinder().find(in: [PhotoPath(String(repeating: "a/", count: 3000) + "b")]
    )
    #expect(listing.entries[0].refusal?.reason == "The path is longer than the system allows.")
  }
}
