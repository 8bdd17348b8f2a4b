import Foundation
import GRDB
import IMEI
import Testing

@testable import BlockList

@Suite("Imports are all or nothing")
struct AtomicityTests {
  private struct Stop: Error {}

  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
    try store.importText(Sample.imei(1))
  }

  /// Long enough for sorted runs to reach the database before the end.
  private func longList(_ count: Int) -> ListSource {
    let text = (1...count).map { Sample.imei($0 * 37) }.joined(separator: "\n")
    return .bytes(Array(text.utf8), name: "long.txt")
  }

  @Test("An error in mid-import leaves the former list in force")
  func error() throws {
    #expect(throws: Stop.self) {
      try store.importList(
        from: longList(300_000), name: "list", date: Sample.day, options: Sample.options,
        progress: { if $0.written >= 262_144 { throw Stop() } })
    }
    #expect(try store.state(of: Sample.imei(1)) == .flagged)
    #expect(try store.state(of: Sample.imei(37)) == .notFlagged)
    #expect(try store.history().isEmpty)
    // Nothing of it lies about under another number.
    let entries = try store.connection.read {
      try Int.fetchOne($0, sql: "SELECT COUNT(*) FROM block")
    }
    #expect(entries == 1)
  }

  @Test("What a kill in mid-import leaves on disk opens with the former list in force")
  func kill() throws {
    let copy = folder.path + "/copy"
    var copied = false
    // So few pages are kept that the open transaction spills into the log.
    try store.connection.write { try $0.execute(sql: "PRAGMA cache_size = 10") }
    let home = folder.path + "/home"
    _ = try store.importList(
      from: longList(300_000), name: "list", date: Sample.day, options: Sample.options,
      progress: { progress in
        guard progress.written >= 262_144, !copied else { return }
        // The files as a killed process would leave them, the log of the open transaction included.
        try FileManager.default.copyItem(atPath: home, toPath: copy)
        copied = true
        let log = try FileManager.default.attributesOfItem(atPath: copy + "/blocklists.sqlite-wal")
        #expect(log[.size] as? Int ?? 0 > 0)
      })
    #expect(copied)
    let left = try BlockListStore(path: copy + "/blocklists.sqlite", mode: .readWrite)
    #expect(try left.state(of: Sample.imei(1)) == .flagged)
    #expect(try left.state(of: Sample.imei(37)) == .notFlagged)
    #expect(try left.lists().map(\.counts.accepted) == [1])
    // And the import that went on is in force.
    #expect(try store.state(of: Sample.imei(37)) == .flagged)
  }

  @Test("Readers go on while an import runs and see the former list until it is done")
  func readersMeanwhile() throws {
    let reader = try BlockListStore(path: folder.storePath, mode: .readOnly)
    var seen = 0
    _ = try store.importList(
      from: longList(300_000), name: "list", date: Sample.day, options: Sample.options,
      progress: { _ throws in
        #expect(try reader.state(of: Sample.imei(1)) == .flagged)
        #expect(try reader.state(of: Sample.imei(37)) == .notFlagged)
        seen += 1
      })
    #expect(seen >= 3)
    #expect(try reader.state(of: Sample.imei(1)) == .notFlagged)
    #expect(try reader.state(of: Sample.imei(37)) == .flagged)
  }

  @Test("Many readers beside imports never see a list half replaced")
  func concurrentReaders() async throws {
    let path = folder.storePath
    let sets = (0..<2).map { set in (0..<500).map { Sample.imei(10_000 + set * 500 + $0) } }
    try store.importText(sets[0].joined(separator: "\n"))
    let imeis = try (sets[0] + sets[1]).map { try #require(IMEI($0)) }
    let store = store
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for round in 1...20 {
          try store.importText(sets[round % 2].joined(separator: "\n"))
        }
      }
      for _ in 0..<2 {
        group.addTask {
          let reader = try BlockListStore(path: path, mode: .readOnly)
          for _ in 0..<60 {
            let flagged = try reader.lookUp(imeis).count { $0.state == .flagged }
            #expect(flagged == 500)
          }
        }
      }
      try await group.waitForAll()
    }
  }

  @Test("A file that changes while it is read is refused")
  func changedFile() throws {
    let text = (1...200_000).map { Sample.imei($0) }.joined(separator: "\n")
    let file = try folder.write(text, to: "list.txt")
    var changed = false
    let error = #expect(throws: BlockListError.self) {
      try store.importList(
        from: .file(file), name: "list", date: Sample.day, options: Sample.options,
        progress: { _ in
          guard !changed else { return }
          changed = true
          let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
          try handle.seekToEnd()
          try handle.write(contentsOf: Data("\n\(Sample.imei(999_999))".utf8))
          try handle.close()
        })
    }
    #expect(error?.code == .fileChanged)
    #expect(try store.state(of: Sample.imei(1)) == .flagged)
  }
}
