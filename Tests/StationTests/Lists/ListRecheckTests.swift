import BlockList
import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Lists that come into force ask for the numbers of the case")
struct ListRecheckTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture { services in
      let path = services.newListStorePath
      services.listStorePath = { FileManager.default.fileExists(atPath: path) ? path : nil }
      services.recheck = ListRecheck(
        desk: services.desk, events: services.events, storePath: services.listStorePath)
    }
  }

  private func bring(_ list: String, date: String = "2026-11-01") async throws -> StationAnswer {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    return try await officer.send(
      .post, "/api/v1/lists?name=Customs&date=\(date)&allow=smaller", [.contentType: "text/csv"],
      Array("imei\n\(list)\n".utf8))
  }

  private func lists() async throws -> [String: Any] {
    let ann = try await station.logIn("Ann Reader")
    let haul = try await ann.get("/api/v1/haul")
    #expect(
      InterfaceDescription.shared.faults(in: haul, of: "GET", "/api/v1/haul") == [])
    return try #require(haul.object["lists"] as? [String: Any])
  }

  @Test func anImportAsksAndTheHaulTellsWhatCameOfIt() async throws {
    try await SeizedPhoto().seize(station)
    #expect(try await lists()["asked"] is NSNull)
    let listener = station.services.events.listen()
    #expect(try await bring("356938035643809").status == 201)
    await station.services.recheck.settle()
    let told = try await lists()
    #expect(told["asking"] is NSNull)
    #expect(told["failure"] is NSNull)
    let asked = try #require(told["asked"] as? [String: Any])
    #expect(asked["numbers"] as? Int == 1)
    #expect(asked["newlyFlagged"] as? Int == 1)
    #expect(asked["noLongerFlagged"] as? Int == 0)
    #expect(asked["person"] as? String == "Cat Officer")
    #expect(station.services.events.takeHaulChange())
    withExtendedLifetime(listener) {}
    let ann = try await station.logIn("Ann Reader")
    let flagged = try await ann.get("/api/v1/photos?flagged=true")
    #expect(flagged.items.count == 1)
    // A hit is keyed blind, as one that was flagged when it was read.
    let review = try await ann.get("/api/v1/review")
    #expect((review.object["counts"] as? [String: Int])?["blind"] == 1)
  }

  @Test func theSameListAgainWritesNothing() async throws {
    try await SeizedPhoto().seize(station)
    _ = try await bring("490154203237518")
    await station.services.recheck.settle()
    station.services.recheck.start()
    await station.services.recheck.settle()
    let rechecks = try await station.services.desk.use { try $0.rechecks() }
    #expect(rechecks.map(\.newlyFlagged) == [0])
  }

  @Test func anItemOnTheScreenMovesOnWhenItsNumberIsFlagged() async throws {
    try await SeizedPhoto().seize(station)
    _ = try await bring("490154203237518")
    await station.services.recheck.settle()
    let ann = try await station.logIn("Ann Reader")
    #expect(
      ((try await ann.get("/api/v1/review")).object["counts"] as? [String: Int])?["total"] == 0)
    _ = try await bring("356938035643809", date: "2026-11-02")
    await station.services.recheck.settle()
    #expect(
      ((try await ann.get("/api/v1/review")).object["counts"] as? [String: Int])?["total"] == 1)
    let history = try await station.services.desk.use {
      try $0.history(ofPhoto: SeizedPhoto().sha256)
    }
    #expect(
      history.last?.text
        == "The number read was not flagged by “Customs” of 2026-11-01; it is flagged by “Customs” of "
        + "2026-11-02.")
  }

  @Test func aClosedCaseIsLeftAlone() async throws {
    try await SeizedPhoto().seize(station)
    _ = try await bring("490154203237518")
    await station.services.recheck.settle()
    try await station.services.desk.use { try $0.closeCase(despiteOpenWork: true) }
    let path = station.services.newListStorePath
    _ = try BlockListStore(path: path, mode: .readWrite).importList(
      from: .bytes(Array("356938035643809\n".utf8), name: "list"), name: "Other",
      date: try ListDate("2026-11-03"))
    station.services.recheck.start()
    await station.services.recheck.settle()
    #expect(station.services.recheck.snapshot == ListRecheck.Snapshot())
    let rechecks = try await station.services.desk.use { try $0.rechecks() }
    #expect(rechecks.map(\.flagged) == [0])
  }

  @Test func onceEndedNothingIsAskedAnyMore() async throws {
    try await SeizedPhoto().seize(station)
    await station.services.recheck.end()
    _ = try await bring("356938035643809")
    await station.services.recheck.settle()
    #expect(try await station.services.desk.use { try $0.rechecks() }.isEmpty)
  }
}
