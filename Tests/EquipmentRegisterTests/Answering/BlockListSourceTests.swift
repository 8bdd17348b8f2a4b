import BlockList
import Foundation
import IMEI
import Testing

@testable import EquipmentRegister

@Suite("Lists as a register")
struct BlockListSourceTests {
  private let scratch: ScratchFolder
  private let listed: IMEI
  private let other: IMEI

  init() throws {
    scratch = try ScratchFolder()
    listed = try #require(IMEI("356938035643809"))
    other = try #require(IMEI("490154203237518"))
  }

  @Test func aListedPhoneIsProhibitedAndAnotherNotListed() async throws {
    let source = BlockListSource(path: try scratch.store(["356938035643809"]))
    #expect(try await source.finding(for: listed) == .listed(.prohibited))
    #expect(try await source.finding(for: other) == .notListed)
    #expect(try await source.listCount() == 1)
  }

  @Test func withoutAListNothingIsSaid() async throws {
    let source = BlockListSource(path: scratch.path("lists.sqlite"))
    #expect(try await source.finding(for: listed) == .unavailable)
    #expect(try await source.listCount() == 0)
    _ = try scratch.store(["356938035643809"])
    #expect(try await source.finding(for: listed) == .listed(.prohibited))
  }

  @Test func aFileThatIsNoStoreIsAnError() async throws {
    try Data("no store".utf8).write(to: scratch.url.appending(path: "lists.sqlite"))
    let source = BlockListSource(path: scratch.path("lists.sqlite"))
    await #expect(throws: BlockListError.self) { try await source.finding(for: listed) }
  }

  /// Many questions at a time: the store blocks, the concurrency runtime must not.
  @Test func questionsThatComeTogetherAreAllAnswered() async throws {
    let source = BlockListSource(path: try scratch.store(["356938035643809"]))
    let listed = listed
    try await withThrowingTaskGroup(of: EquipmentFinding.self) { group in
      for _ in 0..<500 { group.addTask { try await source.finding(for: listed) } }
      for try await finding in group { #expect(finding == .listed(.prohibited)) }
    }
  }
}
