import CaseFile
import Foundation
import HTTPTypes
import Testing

@testable import Station

@Suite("Pages")
struct PageRoutesTests {
  private static let pages = [
    "/haul", "/drop", "/review", "/sheets", "/exhibits", "/exhibits/AB%2F1", "/findings", "/lists",
    "/audit", "/settings", "/login",
    "/photos/e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ]

  @Test(arguments: pages) func everyPageIsThere(_ path: String) async throws {
    let station = try StationFixture()
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.get(path)
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "text/html; charset=utf-8")
    #expect(answer.text.lowercased().hasPrefix("<!doctype html>"))
    // The policy forbids both; here nothing of the kind is sent in the first place.
    #expect(!answer.text.contains("<style"))
    #expect(!answer.text.contains(" style="))
    #expect(!answer.text.contains(" onclick="))
    for script in answer.text.components(separatedBy: "<script").dropFirst() {
      #expect(script.contains("></script>"))
    }
    #expect(!answer.text.contains("https://"))
    #expect(!answer.text.contains("{{"))
  }

  @Test func whatACaseIsCalledIsEscaped() async throws {
    let station = try StationFixture(reference: "<img src=x onerror=alert(1)>\"'&")
    let ann = try await station.logIn("<script>alert(2)</script>")
    for path in Self.pages {
      let text = try await ann.get(path).text
      #expect(!text.contains("<img src=x"))
      #expect(!text.contains("<script>alert"))
    }
    #expect(try await ann.get("/haul").text.contains("&lt;img src=x"))
  }

  @Test func theLogInPageTellsNothingOfTheCase() async throws {
    let station = try StationFixture(reference: "OP HERON/12")
    let answer = try await station.stranger.get("/login")
    #expect(answer.status == 200)
    #expect(!answer.text.contains("HERON"))
  }

  @Test func theRootLeadsToTheHaul() async throws {
    let station = try StationFixture()
    let answer = try await station.logIn("Ann Reader").get("/")
    #expect(answer.status == 303)
    #expect(answer.headers[.location] == "/haul")
  }

  @Test func aTemplateThatIsMissingIsAFaultAndNoEmptyPage() throws {
    let file = StationFiles.File(bytes: Array("{{title}}".utf8), tag: "\"a\"")
    let templates = try PageTemplates(files: ["templates/haul.mustache": file])
    let context = PageContext(
      title: "a<b", page: "haul", caseReference: "", urn: nil, person: nil, role: nil,
      version: "1", isClosed: false)
    #expect(templates.render(context) == "a&lt;b")
    #expect(throws: (any Error).self) {
      try PageTemplates(files: [
        "templates/x.mustache": StationFiles.File(bytes: Array("{{#a}}".utf8), tag: "")
      ])
    }
  }
}
