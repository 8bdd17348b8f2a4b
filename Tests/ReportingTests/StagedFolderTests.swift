import Foundation
import Reporting
import Testing

@Suite struct StagedFolderTests {
  private let parent = FileManager.default.temporaryDirectory.appending(
    path: "imeikit-staged-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: parent.path).sorted()
  }

  @Test func hasItsNameOnlyWhenItIsWhole() throws {
    let folder = try StagedFolder(parent.path + "/out/")
    try folder.write("one".utf8, to: "a/b.txt")
    #expect(try names().allSatisfy { $0 != "out" })
    try folder.publish()
    #expect(try names() == ["out"])
    #expect(try String(contentsOfFile: parent.path + "/out/a/b.txt", encoding: .utf8) == "one")
    #expect(
      folder.entries.map(\.sha256) == [
        "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
      ])
  }

  @Test func leavesNothingWhenItIsGivenUp() throws {
    do {
      let folder = try StagedFolder(parent.path + "/out")
      try folder.write("one".utf8, to: "a/b.txt")
    }
    #expect(try names() == [])
  }

  @Test func replacesNothing() throws {
    try Data("mine".utf8).write(to: parent.appending(path: "out"))
    #expect { try StagedFolder(parent.path + "/out") } throws: {
      ($0 as? ReportingError)?.code == .alreadyThere
    }
  }

  @Test func replacesNothingThatCameMeanwhile() throws {
    let folder = try StagedFolder(parent.path + "/out")
    let other = try StagedFolder(parent.path + "/out")
    try other.write("theirs".utf8, to: "b.txt")
    try other.publish()
    #expect { try folder.publish() } throws: { ($0 as? ReportingError)?.code == .alreadyThere }
  }

  @Test func replacesNoEmptyFolderEither() throws {
    let folder = try StagedFolder(parent.path + "/out")
    try folder.write("ours".utf8, to: "a.txt")
    try FileManager.default.createDirectory(
      at: parent.appending(path: "out"), withIntermediateDirectories: false)
    #expect { try folder.publish() } throws: { ($0 as? ReportingError)?.code == .alreadyThere }
    #expect(try FileManager.default.subpathsOfDirectory(atPath: parent.path + "/out") == [])
  }

  @Test func sweepsAwayWhatKilledProcessesLeft() throws {
    let left = try made(".old.imeikit-4711-17.part")
    let locked = try made(".other.imeikit-4712-18.part")
    let descriptor = open(locked, O_RDONLY | O_DIRECTORY)
    #expect(flock(descriptor, LOCK_EX) == 0)
    let others = try [".mine.part", ".imeikit-1-2", ".a.imeikit-1-2-3.part", "b.imeikit-1-2.part"]
      .map { try made($0) }
    let link = parent.path + "/.c.imeikit-1-2.part"
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: others[0])
    let alive = try StagedFolder(parent.path + "/alive")
    let next = try StagedFolder(parent.path + "/out")
    try next.publish()
    #expect(!FileManager.default.fileExists(atPath: left))
    for path in others + [locked, link] {
      #expect(FileManager.default.fileExists(atPath: path + "/a/file"), "\(path)")
    }
    try alive.publish()
    close(descriptor)
    _ = try StagedFolder(parent.path + "/last")
    #expect(!FileManager.default.fileExists(atPath: locked))
  }

  /// Who may rename others' folders could have any of them swept away.
  @Test func sweepsNothingWhereOthersMayRename() throws {
    let left = try made(".old.imeikit-4711-17.part")
    #expect(chmod(parent.path, 0o777) == 0)
    _ = try StagedFolder(parent.path + "/out")
    #expect(FileManager.default.fileExists(atPath: left))
    #expect(chmod(parent.path, 0o1777) == 0)
    _ = try StagedFolder(parent.path + "/out")
    #expect(!FileManager.default.fileExists(atPath: left))
  }

  @Test(arguments: [String(repeating: "n", count: 255), String(repeating: "é", count: 127)])
  func takesTheLongestName(name: String) throws {
    let folder = try StagedFolder("\(parent.path)/\(name)")
    try folder.publish()
    #expect(try names() == [name])
  }

  /// A folder with a file in it.
  private func made(_ name: String) throws -> String {
    let folder = parent.appending(path: name)
    try FileManager.default.createDirectory(
      at: folder.appending(path: "a"), withIntermediateDirectories: true)
    try Data("words".utf8).write(to: folder.appending(path: "a/file"))
    return folder.path
  }

  @Test(arguments: ["../a", "/a", "a//b", ".a", "a/../b", "", "ä", "a b", "a\u{0}b"])
  func takesNoNameThatLeadsElsewhere(name: String) throws {
    let folder = try StagedFolder(parent.path + "/out")
    #expect { try folder.write([1], to: name) } throws: {
      ($0 as? ReportingError)?.code == .badName
    }
  }

  @Test func aFolderInsideCountsInTheWhole() throws {
    let folder = try StagedFolder(parent.path + "/out")
    let inside = folder.inside("data").inside("exports")
    try inside.write("one".utf8, to: "a/b.txt")
    let file = try inside.create("c.txt")
    try file.append("two")
    try file.finish()
    try "three".write(toFile: try inside.place("d.txt"), atomically: false, encoding: .utf8)
    try inside.adopt("d.txt")
    try folder.write("four".utf8, to: "data/exports-not.txt")
    #expect(inside.entries.map(\.path) == ["a/b.txt", "c.txt", "d.txt"])
    #expect(
      folder.entries.map(\.path) == [
        "data/exports-not.txt", "data/exports/a/b.txt", "data/exports/c.txt",
        "data/exports/d.txt",
      ])
    #expect { try inside.publish() } throws: { ($0 as? ReportingError)?.code == .notReady }
    #expect { try inside.write([1], to: "../x") } throws: {
      ($0 as? ReportingError)?.code == .badName
    }
    try folder.publish()
    #expect(
      try String(contentsOfFile: parent.path + "/out/data/exports/c.txt", encoding: .utf8) == "two")
  }
}
