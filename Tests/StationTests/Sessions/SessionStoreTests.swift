import CaseFile
import Testing

@testable import Station

@Suite("Sessions")
struct SessionStoreTests {
  private let clock = TestClock()
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func store(most: Int = 64) -> SessionStore {
    var limits = SessionStore.Limits()
    limits.most = most
    let clock = clock
    return SessionStore(limits: limits) { clock.now }
  }

  private func person(_ name: String = "Ann Reader") async throws -> Operator {
    try await station.services.desk.use { file in
      try file.operators().first { $0.name == name } ?? file.addOperator(name: name, role: .reader)
    }
  }

  private func isThere(_ store: SessionStore, _ secret: String, isActivity: Bool = true) -> Bool {
    if case .session = store.find(secret, isActivity: isActivity) { true } else { false }
  }

  @Test func secretsAreLongAndNeverTheSame() {
    let secrets = (0..<1_000).map { _ in Secret.text() }
    #expect(Set(secrets).count == 1_000)
    #expect(secrets.allSatisfy { $0.utf8.count == 43 })
    #expect(Set(secrets.joined()).count == 64)
  }

  @Test func aSessionEndsThirtyMinutesAfterTheLastActivity() async throws {
    let store = store()
    let (secret, _) = store.open(for: try await person(), token: [1])
    for _ in 0..<5 {
      clock.advance(.seconds(29 * 60))
      #expect(isThere(store, secret))
    }
    clock.advance(.seconds(30 * 60))
    guard case .expired(let session) = store.find(secret, isActivity: true) else {
      Issue.record("an idle session was not over")
      return
    }
    #expect(session.person == "Ann Reader")
    #expect(!isThere(store, secret))
  }

  @Test func whatPagesAskByThemselvesIsNoActivity() async throws {
    let store = store()
    let (secret, _) = store.open(for: try await person(), token: [1])
    for _ in 0..<29 {
      clock.advance(.seconds(60))
      #expect(isThere(store, secret, isActivity: false))
    }
    clock.advance(.seconds(60))
    #expect(!isThere(store, secret, isActivity: false))
  }

  @Test func aSessionEndsAfterTwelveHoursWhateverIsDone() async throws {
    let store = store()
    let (secret, _) = store.open(for: try await person(), token: [1])
    for _ in 0..<(12 * 4 - 1) {
      clock.advance(.seconds(15 * 60))
      #expect(isThere(store, secret))
    }
    clock.advance(.seconds(15 * 60))
    #expect(!isThere(store, secret))
    #expect(store.count == 0)
  }

  @Test func theSessionThatIsIdleLongestGivesWay() async throws {
    let store = store(most: 2)
    let ann = try await person()
    let (first, _) = store.open(for: ann, token: [1])
    clock.advance(.seconds(1))
    let (second, _) = store.open(for: ann, token: [1])
    clock.advance(.seconds(1))
    #expect(isThere(store, first))
    clock.advance(.seconds(1))
    let (third, _) = store.open(for: ann, token: [1])
    #expect(isThere(store, first))
    #expect(!isThere(store, second))
    #expect(isThere(store, third))
  }

  @Test func aLockedSessionIsNotKeptAliveByAsking() async throws {
    let store = store()
    let (secret, session) = store.open(for: try await person(), token: [1])
    #expect(store.openToken(session.identifier) == [1])
    store.lock(secret)
    #expect(store.openToken(session.identifier) == nil)
    clock.advance(.seconds(20 * 60))
    #expect(isThere(store, secret))
    clock.advance(.seconds(20 * 60))
    #expect(!isThere(store, secret))
  }

  @Test func aGuessIsNoSession() async throws {
    let store = store()
    let (secret, session) = store.open(for: try await person(), token: [1])
    #expect(!isThere(store, session.identifier))
    #expect(!isThere(store, String(secret.dropLast())))
    #expect(!isThere(store, secret + "A"))
    #expect(!isThere(store, ""))
  }
}
