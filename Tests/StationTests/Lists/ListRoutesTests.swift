import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Lists over HTTP")
struct ListRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture { services in
      let path = services.newListStorePath
      services.listStorePath = { FileManager.default.fileExists(atPath: path) ? path : nil }
    }
  }

  private func faults(_ answer: StationAnswer, _ method: String, _ path: String) -> [String] {
    InterfaceDescription.shared.faults(in: answer, of: method, "/api/v1/\(path)")
  }

  private static let list =
    "imei,reason\n356938035643809,stolen\n490154203237518,lost\nnonsense,x\n"

  private func send(
    _ person: StationVisitor, _ body: [UInt8] = Array(list.utf8),
    query: String = "name=Customs&date=2026-11-01", type: String = "text/csv"
  ) async throws -> StationAnswer {
    try await person.send(.post, "/api/v1/lists?\(query)", [.contentType: type], body)
  }

  @Test func theOfficerInChargeImportsAListAndEverybodySeesIt() async throws {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    let answer = try await send(officer)
    #expect(answer.status == 201)
    #expect(faults(answer, "POST", "lists") == [])
    #expect(answer.object["accepted"] as? Int == 2)
    #expect(answer.object["rejected"] as? Int == 1)
    let rejection = try #require((answer.object["rejections"] as? [[String: Any]])?.first)
    #expect(rejection["line"] as? Int == 4)
    let ann = try await station.logIn("Ann Reader")
    let lists = try await ann.get("/api/v1/lists")
    #expect(faults(lists, "GET", "lists") == [])
    #expect(lists.items.compactMap { $0["name"] as? String } == ["Customs"])
    #expect(lists.items.first?["isInForce"] as? Bool == true)
    let logged = try await station.services.desk.use { try $0.events(kinds: ["list.import"]) }
    #expect(logged.map(\.entry.person) == ["Cat Officer"])
    let again = try await send(officer)
    #expect(again.status == 200)
    #expect(again.object["outcome"] as? String == "unchanged")
  }

  @Test(arguments: [OperatorRole.reader, .settler])
  func nobodyElseImports(role: OperatorRole) async throws {
    let answer = try await send(try await station.logIn("Ann Reader", role: role))
    #expect(answer.status == 403)
    #expect(answer.problem == "roleMissing")
    #expect(!FileManager.default.fileExists(atPath: station.services.newListStorePath))
  }

  @Test(arguments: [
    ("date=2026-11-01", "badParameter"), ("name=A", "badParameter"),
    ("name=A&date=1.11.2026", "badParameter"), ("name=A&date=2999-01-01", "dateInFuture"),
    ("name=A&date=2026-11-01&kind=tac", "badParameter"),
    ("name=A&date=2026-11-01&allow=everything", "badParameter"),
    ("name=A&date=2026-11-01&columns=colour%3D3", "badParameter"),
  ])
  func parametersAreCheckedBeforeTheFileIsRead(query: String, problem: String) async throws {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    let answer = try await send(officer, query: query)
    #expect(answer.problem == problem)
    #expect(answer.status == 400)
  }

  @Test func whatIsNoListIsRefusedAndTheNextImportIsTaken() async throws {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    #expect(try await send(officer, type: "image/jpeg").problem == "notAList")
    #expect(try await send(officer, []).problem == "emptyBody")
    #expect(try await send(officer, Array("hello\nworld\n".utf8)).status == 422)
    #expect(try await send(officer, [0, 1, 2, 3]).status == 422)
    #expect(try await send(officer).status == 201)
    let left = try FileManager.default.contentsOfDirectory(atPath: station.folder)
    #expect(!left.contains { $0.hasPrefix("imeikit-list-") })
  }

  @Test func aGuardStopsAnImportUntilItIsNamed() async throws {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    let long = (0..<8).map { "3569380356438\($0)\n" }.joined()
    #expect(try await send(officer, Array("imei\n\(long)".utf8)).status == 201)
    let smaller = Array("imei\n35693803564381\n".utf8)
    let guarded = try await send(officer, smaller, query: "name=Customs&date=2026-11-02")
    #expect(guarded.status == 409)
    #expect(guarded.problem == "guarded")
    let allowed = try await send(
      officer, smaller, query: "name=Customs&date=2026-11-02&allow=smaller")
    #expect(allowed.status == 201)
    #expect(faults(allowed, "POST", "lists") == [])
    let lists = try await officer.get("/api/v1/lists")
    #expect(lists.items.compactMap { $0["isInForce"] as? Bool } == [true, false])
  }

  @Test func aZipBombIsStoppedByTheImportersLimit() async throws {
    let officer = try await station.logIn("Cat Officer", role: .officerInCharge)
    let bomb = try Self.gzip(megabytes: 100)
    #expect(bomb.count < 1 << 20)
    let answer = try await send(officer, bomb, type: "application/gzip")
    #expect(answer.status == 422)
    #expect(answer.problem == "unsuitableArchive")
  }

  /// Zeros as digits, packed about a thousand to one.
  private static func gzip(megabytes: Int) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", "head -c \(megabytes)M /dev/zero | tr '\\0' '0' | gzip -9"]
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Array(data)
  }
}
