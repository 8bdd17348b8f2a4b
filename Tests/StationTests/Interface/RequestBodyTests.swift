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

  @Test func aTypedTextIsOneLineAndNoLongerThanItMayBeBlanksIncluded() async {
    let long = String(repeating: "A", count: 80)
    #expect(await problem(#"{"exhibit":" \#(long.dropLast(2)) "}"#) == nil)
    for text in [" " + long, long + " ", "\\nAB/1", "AB/1\\r\\n", "AB\\u0000", "\\u0085AB", "\\t"] {
      #expect(await problem(#"{"exhibit":"\#(text)"}"#) == "400 badMember", "\(text)")
      #expect(
        await problem(#"{"exhibit":"A","note":"\#(text)"}"#)
          == (text.contains(long) ? nil : "400 badMember"))
    }
  }

  @Test func aLengthThatIsSaidToBeTooLongIsRefusedWhateverComes() async throws {
    for (said, status) in [("11", 413), ("10", nil), ("18446744073709551615", 413)] {
      let request = Request(
        head: HTTPRequest(
          method: .post, scheme: "http", authority: "h", path: "/",
          headerFields: [.contentLength: said]),
        body: Hummingbird.RequestBody(buffer: ByteBuffer()))
      var problem: Problem?
      do { _ = try await request.collected(upTo: 10) } catch let error as Problem {
        problem = error
      }
      #expect(problem?.status.code == status, "\(said)")
    }
  }

  @Test func deepNestingIsRefusedAndNotFollowed() async {
    let deep = String(repeating: "[", count: 30_000)
    #expect(await problem(#"{"exhibit":"# + deep, limit: 60_000) == "400 badJSON")
  }
}
