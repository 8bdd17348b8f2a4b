import Intake
import Testing

@Suite("Watched folders")
struct FolderWatchTests {
  private let folder: TemporaryFolder
  private let start = ContinuousClock.now

  init() throws { folder = try TemporaryFolder() }

  private func names(_ look: FolderWatch.Look) -> [String] {
    folder.relative(look.ready.map(\.path))
  }

  @Test func aPhotoIsHandedOutOnceItHasStoppedChanging() throws {
    var watch = FolderWatch([folder.path], settling: .seconds(3))
    #expect(try watch.look(at: start).ready.isEmpty)
    try folder.write("one", to: "1.jpg")
    #expect(try watch.look(at: start + .seconds(1)).settlingCount == 1)
    try folder.write("one and more", to: "1.jpg")
    #expect(try watch.look(at: start + .seconds(5)).ready.isEmpty)
    #expect(try watch.look(at: start + .seconds(7)).ready.isEmpty)
    #expect(try names(watch.look(at: start + .seconds(8))) == ["1.jpg"])
    #expect(try watch.look(at: start + .seconds(20)).ready.isEmpty)
    try folder.write("changed after all", to: "1.jpg")
    try folder.makeFolder("AB-1")
    try folder.write("two", to: "AB-1/2.jpg")
    #expect(try watch.look(at: start + .seconds(21)).settlingCount == 2)
    #expect(try names(watch.look(at: start + .seconds(24))) == ["1.jpg", "AB-1/2.jpg"])
  }

  @Test func aFolderThatIsNotThereYetIsWaitedFor() throws {
    var watch = FolderWatch([folder.path.appending("later".utf8)], settling: .seconds(0))
    #expect(try watch.look().ready.isEmpty)
    try folder.makeFolder("later")
    #expect(try watch.look().ready.isEmpty)
    try folder.write("one", to: "later/1.jpg")
    #expect(try names(watch.look()) == ["later/1.jpg"])
  }

  @Test func aLinkIsHandedOutAsRefusedOnce() throws {
    try folder.write("one", to: "1.jpg")
    try folder.link("2.jpg", to: "1.jpg")
    var watch = FolderWatch([folder.path], settling: .seconds(3))
    let look = try watch.look(at: start)
    #expect(names(look) == ["2.jpg"])
    #expect(look.ready.first?.refusal?.reason.contains("symbolic link") == true)
    #expect(try names(watch.look(at: start + .seconds(4))) == ["1.jpg"])
  }
}
