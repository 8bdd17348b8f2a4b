import BlockList
import CaseFile
import HTTPTypes
import Hummingbird
import Intake
import Logging
import NIOCore
import NIOEmbedded
import Synchronization
import Testing

@testable import Station

@Suite("Problems")
struct ErrorMiddlewareTests {
  private struct Unexpected: Error, CustomStringConvertible {
    let description: String
  }

  private let station: StationFixture
  private let log = LogTable()

  init() throws {
    station = try StationFixture()
  }

  /// What becomes of `error` when a handler throws it.
  private func answer(_ error: any Error) async throws -> (status: Int, text: String) {
    let log = log
    let middleware = ErrorMiddleware(
      routes: RouteTable(), logger: Logger(label: "test") { _ in TableLogHandler(table: log) })
    let request = Request(
      head: HTTPRequest(method: .get, scheme: "http", authority: "a", path: "/api/v1/x\n"),
      body: RequestBody(buffer: ByteBuffer()))
    let context = StationContext(
      source: .init(channel: NIOAsyncTestingChannel(), logger: Logger(label: "test")))
    let response = try await middleware.handle(request, context: context) { _, _ in throw error }
    let body = CollectedBody()
    try await response.body.write(CollectingWriter(body: body))
    return (response.status.code, String(decoding: body.bytes, as: UTF8.self))
  }

  @Test func unexpectedErrorsTellNothingOfTheInside() async throws {
    let (status, text) = try await answer(
      Unexpected(description: "/secret/path\n2026 INFO forged \u{1B}[31m 356938035643809"))
    #expect(status == 500)
    #expect(text.contains("urn:imeikit:problem:internal"))
    #expect(!text.contains("secret"))
    let line = try #require(log.lines.first)
    // The log has it in one line, visibly, without the number.
    #expect(log.lines.count == 1)
    #expect(line.contains("/secret/path\\n2026"))
    #expect(!line.contains("\n"))
    #expect(!line.contains("\u{1B}"))
    #expect(!line.contains("356938035643809"))
  }

  @Test func refusalsOfTheCaseAreToldWithTheirCure() async throws {
    let expected: [(CaseFileError.Code, Int)] = [
      (.badValue, 400), (.photoMissing, 404), (.exhibitMissing, 404), (.itemMissing, 404),
      (.exhibitExists, 409), (.decisionRefused, 409), (.caseClosed, 409), (.casePurged, 409),
      (.legalHold, 409),
    ]
    for (code, status) in expected {
      let answer = try await answer(CaseFileError(code, "what it is", cure: "Do that."))
      #expect(answer.status == status)
      #expect(answer.text.contains("urn:imeikit:problem:\(code.rawValue)"))
      #expect(answer.text.contains("Do that."))
    }
    #expect(log.lines.isEmpty)
  }

  @Test func failuresOfTheCaseTellNoPath() async throws {
    for (code, status) in [
      (CaseFileError.Code.caseBusy, 503), (.diskFull, 507), (.caseDamaged, 500),
      (.caseUnavailable, 500), (.unloggedChange, 500),
    ] {
      let answer = try await answer(
        CaseFileError(code, "/home/secret/haul.case", cure: "See /home/secret.", detail: "SQLITE"))
      #expect(answer.status == status)
      #expect(!answer.text.contains("secret"))
      #expect(!answer.text.contains("SQLITE"))
      #expect(answer.text.contains(code.rawValue))
    }
    #expect(log.lines.count == 5)
  }

  @Test func failuresThatAHandlerHadMadeAProblemOfTellNoPathEither() async throws {
    let failure = CaseFileError(.caseDamaged, "/home/secret/haul.case", cure: "See there.")
    let answer = try await answer(Problem(failure))
    #expect(answer.status == 500)
    #expect(!answer.text.contains("secret"))
  }

  @Test func listsAndReadingHaveTheirStatusesToo() async throws {
    #expect(try await answer(BlockListError(.badDate, "m", cure: "c")).status == 400)
    #expect(try await answer(BlockListError(.noUsableRows, "m", cure: "c")).status == 422)
    #expect(try await answer(BlockListError(.guarded, "m", cure: "c")).status == 409)
    #expect(try await answer(BlockListError(.storeBusy, "m", cure: "c")).status == 503)
    #expect(
      try await answer(IntakeError(code: .workerUnavailable, message: "m", cure: "c")).status == 503
    )
    #expect(
      try await answer(IntakeError(code: .inputOutput, message: "m", cure: "c")).status == 500)
  }

  @Test func whatIsNotThereAndWhatCannotBeDoneThere() async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(try await ann.get("/api/v1/nowhere").problem == "noSuchAddress")
    let answer = try await ann.send(.delete, "/api/v1/haul")
    #expect(answer.status == 405)
    #expect(answer.headers[.allow] == "GET, HEAD")
    let session = try await ann.send(.put, "/api/v1/session")
    #expect(session.headers[.allow] == "DELETE, GET, HEAD, POST")
    #expect(try await ann.send(.head, "/api/v1/haul").status == 200)
    #expect(try await ann.send(.post, "/exhibits/AB%2F1").headers[.allow] == "GET, HEAD")
    #expect(try await ann.send(.post, "/assets/x/y").headers[.allow] == "GET, HEAD")
  }

  @Test func badBodiesAreTheSendersFault() async throws {
    for body in ["", "{", "[]", "{\"token\":1}", "\u{0}"] {
      let answer = try await station.stranger.send(
        .post, "/api/v1/session", [:], Array(body.utf8))
      #expect(answer.status == 400, "\(body)")
      #expect(answer.problem == "badJSON")
    }
    let long = #"{"token":""# + String(repeating: "a", count: 10_000) + #""}"#
    let answer = try await station.stranger.send(.post, "/api/v1/session", [:], Array(long.utf8))
    #expect(answer.status == 413)
  }
}
