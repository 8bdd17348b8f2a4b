import Foundation
import GRDB
import IMEI
import Testing

@testable import BlockList

@Suite("A full disk, a locked store and imports at once")
struct StorageTroubleTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
    try store.importText(Sample.imei(1))
  }

  private func list(_ numbers: some Sequence<Int>) -> ListSource {
    .bytes(Array(numbers.map { Sample.imei($0) }.joined(separator: "\n").utf8), name: "list.txt")
  }

  @Test("A disk that is full says so, leaves the former list in force, and the import works later")
  func fullDisk() throws {
    // SQLite fails in the same way when the file may not grow as when the disk has no room.
    try store.connection.write { db in
      let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(pages + 4)")
    }
    let numbers = (2...200_000).map { $0 * 37 }
    let error = #expect(throws: BlockListError.self) {
      try store.importList(
        from: list(numbers), name: "list", date: Sample.day, options: Sample.options)
    }
    #expect(error?.code == .storeUnavailable)
    #expect(error?.message.contains("the disk is full") == true)
    #expect(error?.cure.contains("former lists are in force") == true)
    #expect(try store.state(of: Sample.imei(1)) == .flagged)
    #expect(try store.state(of: Sample.imei(74)) == .notFlagged)
    #expect(try store.history().isEmpty)

    try store.connection.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    _ = try store.importList(
      from: list(numbers), name: "list", date: Sample.day, options: Sample.options)
    #expect(try store.state(of: Sample.imei(74)) == .flagged)
  }

  @Test("A store that another program keeps locked is said to be in use, and is read meanwhile")
  func locked() throws {
    try store.connection.write { try $0.execute(sql: "PRAGMA busy_timeout = 50") }
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    let other = try DatabaseQueue(path: folder.storePath, configuration: configuration)
    try other.inDatabase { try $0.execute(sql: "BEGIN IMMEDIATE") }
    let error = #expect(throws: BlockListError.self) {
      try store.importText(Sample.imei(2))
    }
    #expect(error?.code == .storeBusy)
    #expect(error?.message.contains("in use by another import") == true)
    #expect(try store.state(of: Sample.imei(1)) == .flagged)
    try other.inDatabase { try $0.execute(sql: "ROLLBACK") }
    try store.importText(Sample.imei(2))
    #expect(try store.state(of: Sample.imei(2)) == .flagged)
  }

  @Test("Two imports at once both end, one after the other, and the later is in force whole")
  func twoAtOnce() async throws {
    let path = folder.storePath
    let day = Sample.day
    try await withThrowingTaskGroup(of: Void.self) { group in
      for half in 0..<2 {
        let numbers = (0..<50_000).map { 10 + half + 2 * $0 }
        group.addTask {
          let writer = try BlockListStore(path: path, mode: .readWrite)
          let text = numbers.map { Sample.imei($0) }.joined(separator: "\n")
          _ = try writer.importList(
            from: .bytes(Array(text.utf8), name: "half\(half).txt"), name: "list", date: day,
            options: Sample.options)
        }
      }
      try await group.waitForAll()
    }
    let imeis = try (10..<100_010).map { try #require(IMEI(Sample.imei($0))) }
    let flagged = try store.lookUp(imeis).map { $0.state == .flagged }
    let even = (0..<50_000).count { flagged[2 * $0] }
    let odd = (0..<50_000).count { flagged[2 * $0 + 1] }
    #expect(Set([even, odd]) == [0, 50_000])
    // The list that was there at first and the one that came in between.
    #expect(try store.history().count == 2)
  }
}
