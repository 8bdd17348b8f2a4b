import CaseFile
import Testing

@testable import Station

@Suite("Looks")
struct ConsultationLogTests {
  /// The log in a box, so that it can be asked inside an expectation.
  private final class Looks {
    private var log = ConsultationLog()

    func isDue(_ person: String, _ subject: String, at seconds: Int = 0) -> Bool {
      log.isDue(person: person, subject: subject, at: .seconds(seconds))
    }

    func forget(_ person: String, _ subject: String) {
      log.forget(person: person, subject: subject)
    }
  }

  @Test func aLookCountsForTenMinutes() {
    let log = Looks()
    #expect(log.isDue("Ann", "photo:a", at: 0))
    #expect(!log.isDue("Ann", "photo:a", at: 599))
    #expect(log.isDue("Ann", "photo:a", at: 600))
    #expect(!log.isDue("Ann", "photo:a", at: 1_199))
  }

  @Test func peopleAndThingsAreCountedApart() {
    let log = Looks()
    #expect(log.isDue("Ann", "photo:a"))
    #expect(log.isDue("Bob", "photo:a"))
    #expect(log.isDue("Ann", "photo:b"))
  }

  @Test func whatCouldNotBeLoggedIsDueAgain() {
    let log = Looks()
    #expect(log.isDue("Ann", "photo:a"))
    log.forget("Ann", "photo:a")
    #expect(log.isDue("Ann", "photo:a"))
  }

  @Test func memoryHasALimitAndForgettingLogsOnceMore() {
    let log = Looks()
    for index in 0..<ConsultationLog.mostRemembered {
      #expect(log.isDue("Ann", "photo:\(index)"))
    }
    #expect(log.isDue("Ann", "one more"))
    #expect(log.isDue("Ann", "photo:0"))
  }

  @Test func aLookThatCannotBeLoggedIsNotGiven() async throws {
    let station = try StationFixture()
    try await station.services.desk.use { try $0.close() }
    let looks = Consultations(station.services.desk, now: { .zero })
    await #expect(throws: (any Error).self) {
      try await looks.note("photo.look", subject: "photo:a", person: "Ann")
    }
  }
}
