import Foundation
import GRDB
import Glibc
import IMEI
import Testing

@testable import BlockList

@Suite("The store file")
struct BlockListStoreTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test("Lists outlive the process that imported them")
  func persistence() throws {
    try folder.store().importText(Sample.imei(1))
    let again = try BlockListStore(path: folder.storePath, mode: .readOnly)
    #expect(try again.state(of: Sample.imei(1)) == .flagged)
    #expect(try again.lists().map(\.list.name) == ["list"])
    #expect(try again.lists().first?.importedAt == Sample.options.timestamp)
  }

  @Test("Folder and file are for their owner alone")
  func rights() throws {
    _ = try folder.store()
    func mode(_ path: String) throws -> Int {
      let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      return try #require(rights as? Int)
    }
    #expect(try mode(folder.path + "/home") == 0o700)
    #expect(try mode(folder.storePath) == 0o600)
  }

  @Test("A store opened for reading cannot be imported into, nor is a missing one made")
  func readOnly() throws {
    let missing = #expect(throws: BlockListError.self) {
      try BlockListStore(path: folder.storePath, mode: .readOnly)
    }
    #expect(missing?.code == .storeMissing)
    #expect(!FileManager.default.fileExists(atPath: folder.storePath))
    try folder.store().importText(Sample.imei(1))
    let reader = try BlockListStore(path: folder.storePath, mode: .readOnly)
    let error = #expect(throws: BlockListError.self) { try reader.importText(Sample.imei(2)) }
    #expect(error?.code == .readOnly)
    #expect(try reader.state(of: Sample.imei(1)) == .flagged)
  }

  @Test("A store in a folder that cannot be written is read without side files")
  func immutable() throws {
    try folder.store().importText(Sample.imei(1))
    let odd = folder.path + "/a b%3F?#é"
    try FileManager.default.moveItem(atPath: folder.path + "/home", toPath: odd)
    let path = odd + "/blocklists.sqlite"
    let reader = try BlockListStore(path: path, mode: .readOnly, immutable: true)
    #expect(try reader.state(of: Sample.imei(1)) == .flagged)
    #expect(try FileManager.default.contentsOfDirectory(atPath: odd) == ["blocklists.sqlite"])
    // Somebody with the right to write imports: the reader notices.
    do {
      let writer = try BlockListStore(path: path, mode: .readWrite)
      try writer.importText(Sample.imei(2))
    }
    #expect(try reader.state(of: Sample.imei(1)) == .notFlagged)
    #expect(try reader.state(of: Sample.imei(2)) == .flagged)
  }

  @Test("The same with the rights really taken away", .enabled(if: geteuid() != 0))
  func unwritableFolder() throws {
    try folder.store().importText(Sample.imei(1))
    chmod(folder.path + "/home", 0o500)
    chmod(folder.storePath, 0o400)
    defer { chmod(folder.path + "/home", 0o700) }
    let reader = try BlockListStore(path: folder.storePath, mode: .readOnly)
    #expect(try reader.state(of: Sample.imei(1)) == .flagged)
  }

  @Test("A file that is no store is refused and left alone")
  func foreignFiles() throws {
    let text = try folder.write(String(repeating: "no database ", count: 100), to: "x.sqlite")
    for mode in [StoreMode.readOnly, .readWrite] {
      let error = #expect(throws: BlockListError.self) {
        try BlockListStore(path: text, mode: mode)
      }
      #expect(error?.code == .notAStore)
    }
    let other = folder.path + "/other.sqlite"
    try DatabaseQueue(path: other).write { try $0.execute(sql: "CREATE TABLE t (x)") }
    let error = #expect(throws: BlockListError.self) {
      try BlockListStore(path: other, mode: .readWrite)
    }
    #expect(error?.code == .notAStore)
    #expect(try DatabaseQueue(path: other).read { try $0.tableExists("entry") } == false)
  }

  @Test("A store of a newer release is refused, reading and writing")
  func newer() throws {
    _ = try folder.store()
    try DatabaseQueue(path: folder.storePath).write {
      try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99: from the future')")
    }
    for mode in [StoreMode.readOnly, .readWrite] {
      let error = #expect(throws: BlockListError.self) {
        try BlockListStore(path: folder.storePath, mode: mode)
      }
      #expect(error?.code == .storeTooNew)
    }
  }

  @Test("An empty or older store opened for reading says what to do")
  func older() throws {
    _ = try folder.store()
    try DatabaseQueue(path: folder.storePath).write {
      try $0.execute(sql: "DELETE FROM grdb_migrations")
    }
    let error = #expect(throws: BlockListError.self) {
      try BlockListStore(path: folder.storePath, mode: .readOnly)
    }
    #expect(error?.code == .storeTooOld)
  }

  @Test("A damaged store says so instead of answering")
  func damaged() throws {
    try folder.store().importText((1...20_000).map { Sample.imei($0) }.joined(separator: "\n"))
    let handle = try FileHandle(forUpdating: URL(fileURLWithPath: folder.storePath))
    try handle.seek(toOffset: 4_096)
    try handle.write(contentsOf: Data(repeating: 0x5A, count: 200_000))
    try handle.close()
    let error = #expect(throws: BlockListError.self) {
      let store = try BlockListStore(path: folder.storePath, mode: .readOnly)
      _ = try store.lookUp((1...20_000).map { try #require(IMEI(Sample.imei($0))) })
    }
    #expect(error?.code == .storeDamaged)
  }
}
