import CaseFile
import Foundation
import Intake
import Synchronization
import Testing

@testable import Station

@Suite("Uploads are read", .timeLimit(.minutes(2)))
struct PhotoTakingTests {
  private let station: StationFixture
  private let told = Told()

  init() throws {
    station = try StationFixture()
  }

  private final class Told: Sendable {
    private let sentences = Mutex<[String]>([])

    func add(_ sentence: String) { sentences.withLock { $0.append(sentence) } }

    var all: [String] { sentences.withLock { $0 } }
  }

  /// Does something while uploads are read.
  private func reading<Value>(
    photoTime: Duration = .seconds(20), _ body: (PhotoTaking, StationVisitor) async throws -> Value
  ) async throws -> Value {
    let file = try CaseFile.open(
      at: station.path, mode: .readWrite,
      session: CaseSession(person: "system", program: "test", machine: "test"))
    let pool = WorkerFixture.pool(photoTime: photoTime)
    let intake = CaseIntake(file: file, pool: pool)
    try await intake.begin(
      RunDetails(
        settings: RunSettings(toolVersion: "1", components: ["a": "1"], values: [:]), lists: [],
        sandbox: "none", machine: "test"))
    let taking = PhotoTaking(station.services) { [told] in told.add($0) }
    let running = Task { try await taking.run(intake) }
    do {
      let value = try await body(taking, try await station.logIn("Ann Reader"))
      taking.stop()
      try await running.value
      try await intake.end(outcome: "stopped")
      pool.stop()
      await pool.end()
      try file.close()
      return value
    } catch {
      taking.stop()
      _ = try? await running.value
      pool.stop()
      await pool.end()
      throw error
    }
  }

  private func state(_ id: String, _ visitor: StationVisitor) async throws -> [String: Any] {
    try await visitor.get("/api/v1/uploads/\(id)?wait=15").object
  }

  @Test func anUploadIsReadAndWhoWaitsIsAnswered() async throws {
    try await reading { _, ann in
      let answer = try await ann.upload(picture("1"), query: "?name=1.gif&exhibit=AB/1")
      let read = try await state(answer.id, ann)
      #expect(read["state"] as? String == "read")
      #expect(read["status"] as? String == "accepted")
      #expect(read["flagged"] as? Bool == true)
      let sha256 = try #require(read["sha256"] as? String)
      #expect(read["photo"] as? String == "/api/v1/photos/\(sha256)")
      let (photo, assignments) = try await station.services.desk.use {
        (try $0.photo(sha256), try $0.assignments(of: sha256))
      }
      #expect(photo?.exhibits == ["AB/1"])
      #expect(assignments.map(\.source) == [.person])
      let again = try await ann.upload(picture("1"), query: "?name=again.gif")
      #expect(again.uploads.first?["state"] as? String == "read")
      #expect(again.uploads.first?["isKnown"] as? Bool == true)
    }
  }

  @Test func whatAFormerServerLeftWaitingIsReadFirst() async throws {
    let early = try await station.logIn("Bob Reader")
    var form = UploadForm()
    for number in 0..<150 { form.add("\(number).gif", picture("\(number)")) }
    let ids = try await early.upload(form).uploads.compactMap { $0["id"] as? String }
    #expect(ids.count == 150)
    try await reading { _, ann in
      for id in ids {
        let read = try await state(id, ann)
        #expect(read["state"] as? String == "read")
      }
    }
    #expect(try await station.services.desk.use { try $0.photoCounts() } == ["accepted": 150])
  }

  @Test func openPagesAreToldOfEveryPhoto() async throws {
    let events = station.services.events.listen()
    let id = try await reading { _, ann in
      let id = try await ann.upload(picture("1"), query: "?name=a%E2%80%AEb.gif").id
      _ = try await state(id, ann)
      return id
    }
    for await event in events where event.name == "photo" {
      #expect(event.json.contains(#""flagged":true"#) && event.json.contains(id))
      // A name may hold the number, and everybody hears this.
      #expect(!event.json.contains("gif"))
      break
    }
  }

  @Test func aPhotoThatEndsItsWorkerIsRefusedAndTheOthersAreRead() async throws {
    try await reading { _, ann in
      let bad = try await ann.upload(picture("abort")).id
      let good = try await ann.upload(picture("fine")).id
      let refused = try await state(bad, ann)
      #expect(refused["state"] as? String == "refused")
      #expect((refused["reason"] as? String)?.isEmpty == false)
      #expect(try await state(good, ann)["state"] as? String == "read")
    }
  }

  @Test func anOriginalThatIsGoneIsRefusedWithTheReason() async throws {
    let bob = try await station.logIn("Bob Reader")
    let answer = try await bob.upload(picture("1"))
    let sha256 = try #require(answer.uploads.first?["sha256"] as? String)
    _ = try station.services.originals.remove([sha256])
    try await reading { _, ann in
      let refused = try await state(answer.id, ann)
      #expect(refused["state"] as? String == "refused")
      #expect((refused["reason"] as? String)?.contains("not there") == true)
    }
  }

  @Test func stoppingGivesUpWhatIsInHandAndTheNextServerReadsIt() async throws {
    let bob = try await station.logIn("Bob Reader")
    let id = try await bob.upload(picture("slow 3000")).id
    try await reading { _, _ in try await Task.sleep(for: .milliseconds(500)) }
    #expect(try await station.services.desk.use { try $0.upload(id)?.state } == .waiting)
    #expect(try await station.services.desk.use { try $0.claimCounts() }.isEmpty)
    try await reading { _, ann in
      let read = try await state(id, ann)
      #expect(read["state"] as? String == "read")
    }
  }

  @Test func whoWaitsIsAnsweredWhenTheReadingStops() async throws {
    let bob = try await station.logIn("Bob Reader")
    let id = try await bob.upload(picture("slow 60000")).id
    let start = ContinuousClock.now
    try await reading { taking, ann in
      async let answer = ann.get("/api/v1/uploads/\(id)?wait=30")
      try await Task.sleep(for: .milliseconds(300))
      taking.stop()
      #expect(try await answer.object["state"] as? String == "waiting")
    }
    let took = ContinuousClock.now - start
    #expect(took < .seconds(25))
  }

  @Test func aCaseThatIsClosedMeanwhileIsToldAndTriedAgain() async throws {
    let desk = station.services.desk
    try await reading { _, ann in
      let id = try await ann.upload(picture("slow 1500")).id
      while try await desk.use({ try $0.claimCounts() }).isEmpty {
        try await Task.sleep(for: .milliseconds(20))
      }
      try await desk.use { try $0.closeCase(despiteOpenWork: true, person: "Bob Reader") }
      while told.all.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
      #expect(told.all.first?.contains("was closed") == true)
      #expect(try await state(id, ann)["state"] as? String == "waiting")
      try await desk.use { try $0.reopenCase(person: "Bob Reader") }
      for _ in 0..<8 where try await state(id, ann)["state"] as? String == "waiting" {}
      #expect(try await state(id, ann)["state"] as? String == "read")
    }
  }
}
