import HTTPTypes
import Hummingbird
import NIOCore
import Testing

@testable import Station

@Suite("Parameters")
struct QueryParametersTests {
  private enum Word: String, CaseIterable { case one, two }

  private func query(_ text: String) throws -> QueryParameters {
    let request = Request(
      head: HTTPRequest(method: .get, scheme: "http", authority: "h", path: "/x?\(text)"),
      body: RequestBody(buffer: ByteBuffer()))
    return try QueryParameters(request, allowing: ["a", "b", "limit", "cursor"])
  }

  private func refused(_ text: String, _ body: (QueryParameters) throws -> Void) -> String? {
    do {
      try body(try query(text))
      return nil
    } catch let problem as Problem {
      return problem.status == .badRequest ? problem.members["parameter"] : nil
    } catch {
      return nil
    }
  }

  @Test func whatIsThereIsReadAndWhatIsNotHasItsUsualValue() throws {
    let full = try query("a=AB%2F1&b=true&limit=500")
    #expect(try full.text("a", limit: 10) == "AB/1")
    #expect(try full.flag("b"))
    #expect(try full.limit() == 500)
    let empty = try query("")
    #expect(try empty.text("a", limit: 10) == nil)
    #expect(try !empty.flag("b"))
    #expect(try empty.limit() == 100)
    #expect(try empty.row(of: "photos") == 0)
  }

  @Test func theProblemNamesTheParameter() {
    #expect(refused("c=1") { _ in } == "c")
    #expect(refused("a=1&a=2") { _ in } == "a")
    #expect(refused("a=") { _ = try $0.text("a", limit: 10) } == "a")
    #expect(refused("a=12345678901") { _ = try $0.text("a", limit: 10) } == "a")
    #expect(refused("a=x%0Ay") { _ = try $0.text("a", limit: 10) } == "a")
    #expect(refused("b=yes") { _ = try $0.flag("b") } == "b")
    #expect(refused("a=three") { _ = try $0.choice("a", Word.self) } == "a")
    for text in ["0", "501", "1.5", "%2B5", "-1", "x", "99999999999999999999"] {
      #expect(refused("limit=\(text)") { _ = try $0.limit() } == "limit", "\(text)")
    }
  }

  @Test func aCursorOfAnotherListIsRefused() throws {
    let cursor = PageCursor(list: "photos", place: "17").text
    #expect(try query("cursor=\(cursor)").row(of: "photos") == 17)
    #expect(refused("cursor=\(cursor)") { _ = try $0.row(of: "findings") } == "cursor")
    #expect(refused("cursor=zzz") { _ = try $0.row(of: "photos") } == "cursor")
    let wrong = PageCursor(list: "photos", place: "-1").text
    #expect(refused("cursor=\(wrong)") { _ = try $0.row(of: "photos") } == "cursor")
  }

  @Test func aNameThatIsNotKnownIsShownWithItsControlCharactersVisible() {
    do {
      _ = try query("%1B=1&\u{202E}=2")
      Issue.record("it was taken")
    } catch let problem as Problem {
      #expect(problem.detail.unicodeScalars.allSatisfy { $0.value != 0x202E && $0.value != 0x1B })
    } catch {
      Issue.record("\(error)")
    }
  }
}
