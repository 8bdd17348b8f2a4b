import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Station

@Suite("Bodies")
struct RequestBodyTests {
  private func problem(
    _ body: String, type: String? = "application/json", limit: Int = 1_000
  ) async -> String? {
    do {
      var headers = HTTPFields()
      headers[.contentType] = type
      let request = Request(
        head: HTTPRequest(
          method: .post, scheme: "http", authority: "h", path: "/", headerFields: headers),
        body: Hummingbird.RequestBody(buffer: ByteBuffer(string: body)))
      _ = try await Station.RequestBody.decode(
        AssignmentBody.self, from: request, limit: limit)
      return nil
    } catch let problem as Problem {
      return "\(problem.status.code) \(problem.code)"
    } catch {
      return "\(error)"
    }
  }

  @Test func anObjectOfKnownMembersIsTaken() async {
    #expect(await problem(#"{"exhibit":"AB/1","note":null}"#) == nil)
    #expect(
      await problem(#"{"exhibit":"AB/1"}"#, type: "Application/JSON; charset=utf-8") == nil)
  }

  @Test func whatIsNotThatIsRefusedByWhatIsWrong() async {
    #expect(await problem(#"{"exhibit":"AB/1","Note":"x"}"#) == "400 unknownMember")
    #expect(await problem(#"{"exhibit":1}"#) == "400 badJSON")
    #expect(await problem("{}") == "400 badJSON")
    #expect(await problem("[]") == "400 badJSON")
    #expect(await problem("") == "400 badJSON")
    #expect(await problem(#"{"exhibit":"AB/1"}"#, type: "text/plain") == "415 notJSON")
    #expect(await problem(#"{"exhibit":"AB/1"}"#, type: nil) == "415 notJSON")
    #expect(await problem(#"{"exhibit":"AB/1"}"#, limit: 10) == "413 bodyTooLarge")
  }

  @Test func deepNestingIsRefusedAndNotFollowed() async {
    let deep = String(repeating: "[", count: 30_000)
    #expect(await problem(#"{"exhibit":"# + deep, limit: 60_000) == "400 badJSON")
  }
}
