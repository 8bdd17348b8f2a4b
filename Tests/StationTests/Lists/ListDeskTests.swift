import BlockList
import Foundation
import Testing

@testable import Station

@Suite("The desk of lists")
struct ListDeskTests {
  private func path() -> String { "\(NSTemporaryDirectory())/list-desk-\(UUID().uuidString)" }

  private func importList(_ name: String, to path: String) throws {
    let store = try BlockListStore(path: path, mode: .readWrite)
    _ = try store.importList(
      from: .bytes(Array("356938035643809\n".utf8), name: "list"), name: name,
      date: try ListDate("2026-11-01"))
  }

  @Test func thereAreNoListsBeforeOneIsImported() async throws {
    let path = path()
    #expect(try await ListDesk { nil }.lists().isEmpty)
    #expect(try await ListDesk { path }.lists().isEmpty)
    await #expect(throws: Problem.self) { try await ListDesk { path }.everyList() }
  }

  @Test func whatIsImportedLaterIsSeen() async throws {
    let path = path()
    let desk = ListDesk { path }
    #expect(try await desk.lists().isEmpty)
    try importList("One", to: path)
    #expect(try await desk.lists().map(\.list.name) == ["One"])
    try importList("Two", to: path)
    #expect(try await desk.lists().count == 2)
  }

  @Test func aStoreInThePlaceOfAnotherIsOpenedAnew() async throws {
    let (path, other) = (path(), path())
    try importList("One", to: path)
    try importList("Two", to: other)
    let desk = ListDesk { path }
    #expect(try await desk.lists().map(\.list.name) == ["One"])
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    try FileManager.default.moveItem(atPath: other, toPath: path)
    #expect(try await desk.lists().map(\.list.name) == ["Two"])
    try FileManager.default.removeItem(atPath: path)
    #expect(try await desk.lists().isEmpty)
  }
}
