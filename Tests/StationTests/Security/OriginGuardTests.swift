import HTTPTypes
import Testing

@testable import Station

@Suite("Other sites")
struct OriginGuardTests {
  private let station: StationFixture
  private let site: HTTPField.Name
  private let mode: HTTPField.Name

  init() throws {
    station = try StationFixture()
    site = try #require(HTTPField.Name("Sec-Fetch-Site"))
    mode = try #require(HTTPField.Name("Sec-Fetch-Mode"))
  }

  @Test(arguments: [
    "http://evil.example", "null", "http://127.0.0.1", "http://127.0.0.1:8513",
    "http://localhost:8512.evil.example", "http://127.0.0.1:8512/", "file://", "",
    "http://127.0.0.1:8512, http://evil.example",
  ]) func anotherSitesPageChangesNothing(_ origin: String) async throws {
    let ann = try await station.logIn("Ann Reader")
    for (method, path) in [
      (HTTPRequest.Method.post, "/api/v1/session/lock"), (.delete, "/api/v1/session"),
      (.patch, "/api/v1/exhibits/A"), (.put, "/api/v1/haul"), (.post, "/"),
    ] {
      let answer = try await ann.send(method, path, [.origin: origin])
      #expect(answer.status == 403, "\(origin) \(method) \(path)")
      #expect(answer.problem == "foreignOrigin")
    }
    #expect(try await ann.get("/api/v1/session").object["locked"] as? Bool == false)
  }

  @Test func aCookieWithoutAnOriginChangesNothing() async throws {
    var ann = try await station.logIn("Ann Reader")
    ann.headers[.origin] = nil
    let answer = try await ann.send(.post, "/api/v1/session/lock")
    #expect(answer.problem == "originMissing")
    #expect(try await ann.get("/api/v1/session").object["locked"] as? Bool == false)
    // A token that is sent along was put there by a program, not by a browser.
    let program = try await station.program("Pipeline")
    #expect(try await program.send(.post, "/api/v1/session/lock").problem == "noSession")
  }

  @Test(arguments: ["cross-site", "same-site", "none", "nonsense"])
  func whatTheBrowserCallsForeignChangesNothing(_ value: String) async throws {
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.send(.post, "/api/v1/session/lock", [site: value])
    #expect(answer.problem == "foreignSite")
    #expect(try await ann.get("/api/v1/session").object["locked"] as? Bool == false)
  }

  @Test func picturesAndAnswersAreNotShownOnOtherSites() async throws {
    let ann = try await station.logIn("Ann Reader")
    let sha256 = String(repeating: "a", count: 64)
    for path in [
      "/api/v1/photos/\(sha256)/image", "/api/v1/photos/\(sha256)/crops/0", "/api/v1/haul",
      "/metrics",
    ] {
      for value in ["cross-site", "same-site"] {
        #expect(try await ann.get(path, [site: value]).problem == "foreignSite")
        // Not even as a page of its own.
        let answer = try await ann.get(path, [site: value, mode: "navigate"])
        #expect(answer.problem == "foreignSite")
      }
      for value in ["same-origin", "none"] {
        #expect(try await ann.get(path, [site: value]).status != 403)
      }
    }
    #expect(try await ann.get("/api/v1/haul", [site: "same-origin"]).status == 200)
  }

  @Test func aLinkElsewhereMayLeadToAPage() async throws {
    let answer = try await station.stranger.get("/haul", [site: "cross-site", mode: "navigate"])
    #expect(answer.status == 303)
    let frame = try await station.stranger.get("/haul", [site: "cross-site", mode: "no-cors"])
    #expect(frame.status == 403)
  }

  @Test func logInIsNotDoneByAnotherSite() async throws {
    let token = try await station.token("Ann Reader")
    let answer = try await station.ask(
      .post, "/api/v1/session", headers: [.origin: "http://evil.example"],
      body: Array(#"{"token":"\#(token)"}"#.utf8))
    #expect(answer.status == 403)
    #expect(answer.headers[.setCookie] == nil)
  }
}
