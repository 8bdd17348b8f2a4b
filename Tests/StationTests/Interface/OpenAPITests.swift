import Foundation
import HTTPTypes
import Hummingbird
import Testing

@testable import Station

@Suite("Description of the interface")
struct OpenAPITests {
  private let description = InterfaceDescription.shared

  @Test func itIsJSONThatSaysWhichOpenAPIItIs() {
    #expect(description.root["openapi"] as? String == "3.1.0")
    #expect(!description.operations.isEmpty)
  }

  @Test func everyRouteIsDescribedAndEveryDescriptionHasItsRoute() throws {
    let station = try StationFixture()
    let routes = StationRouter.build(station.services).routes
      .map { InterfaceDescription.name($0.method.rawValue, "\($0.path)") }
      .filter { Self.isInterface($0) }
    // The register is no route, so that it answers what the standard does not have in its own way.
    let described = description.operations.subtracting([
      "GET /n5g-eir-eic/v1/equipment-status"
    ])
    #expect(Set(routes).subtracting(described) == [])
    #expect(described.subtracting(routes) == [])
  }

  private static func isInterface(_ name: String) -> Bool {
    guard !name.hasPrefix("HEAD "), let path = name.split(separator: " ").last else { return false }
    return path.hasPrefix("/api/") || ["/health", "/ready", "/metrics"].contains(path)
  }

  @Test func everyReferenceLeadsSomewhere() throws {
    let text = String(decoding: OpenAPI.document, as: UTF8.self)
    for match in text.matches(of: /"\$ref": "([^"]+)"/) {
      #expect(description.resolved(["$ref": String(match.1)]) != nil, "\(match.1)")
    }
  }

  @Test func everyOperationHasANameOfItsOwnAndTheProblemsThatGuardsAnswerWith() throws {
    var names: Set<String> = []
    for (path, item) in description.paths {
      for (method, operation) in item {
        let operation = try #require(operation as? [String: Any])
        let name = try #require(operation["operationId"] as? String)
        #expect(names.insert(name).inserted, "\(name)")
        let responses = try #require(operation["responses"] as? [String: Any])
        let isOpen = (operation["security"] as? [Any])?.isEmpty == true
        let guards = isOpen ? ["400", "421"] : ["400", "401", "403", "421", "423"]
        for status in guards { #expect(responses[status] != nil, "\(method) \(path) \(status)") }
      }
    }
  }

  @Test func anybodyMayReadIt() async throws {
    let station = try StationFixture()
    let answer = try await station.stranger.get("/api/v1/openapi.json")
    #expect(answer.status == 200)
    #expect(answer.headers[.contentType] == "application/json")
    #expect(answer.bytes == OpenAPI.document)
  }

  @Test(arguments: [
    "/api/v1/session", "/api/v1/haul", "/api/v1/uploads", "/api/v1/photos", "/api/v1/exhibits",
    "/api/v1/findings", "/api/v1/lists", "/api/v1/audit", "/api/v1/audit/head",
    "/api/v1/operators", "/api/v1/review", "/api/v1/review/sheets", "/health", "/ready",
    "/metrics",
  ])
  func whatIsReadOfAStationWithPhotosFitsTheDescription(path: String) async throws {
    let station = try StationFixture()
    try await SeizedPhoto(exhibit: "AB/1").seize(station)
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.get(path)
    #expect(answer.status == 200)
    #expect(description.faults(in: answer, of: "GET", path) == [])
    let refusal = try await station.stranger.get(path)
    #expect(description.faults(in: refusal, of: "GET", path) == [])
  }

  @Test func whatIsSentAndWhatIsReviewedFitsTheDescription() async throws {
    let station = try StationFixture()
    try await SeizedPhoto(isAccepted: false).seize(station)
    let ann = try await station.logIn("Ann Reader")
    let sent = try await ann.send(
      .post, "/api/v1/photos?name=a.gif", [.contentType: "image/gif"], SeizedPhoto.gif + [1])
    #expect(sent.status == 202)
    #expect(description.faults(in: sent, of: "POST", "/api/v1/photos") == [])
    let uploads = try #require(sent.object["uploads"] as? [[String: Any]])
    let id = try #require(uploads.first?["id"] as? String)
    let upload = try await ann.get("/api/v1/uploads/\(id)")
    #expect(description.faults(in: upload, of: "GET", "/api/v1/uploads/{id}") == [])
    let items = try await ann.post("/api/v1/review/next", json: ["count": 8])
    #expect(description.faults(in: items, of: "POST", "/api/v1/review/next") == [])
    let item = try #require(items.items.first)
    let address = "/api/v1/review/items/\(try #require(item["id"] as? String))"
    let shown = try await ann.get(address)
    #expect(shown.status == 200)
    #expect(description.faults(in: shown, of: "GET", "/api/v1/review/items/{item}") == [])
    let decided = try await ann.post(
      address,
      json: [
        "act": "key", "imei": "356938035643809",
        "version": try #require(item["version"] as? String),
      ])
    #expect(description.faults(in: decided, of: "POST", "/api/v1/review/items/{item}") == [])
  }

  @Test func theCheckSeesWhatIsMissingAndWhatIsTooMuch() {
    let check = SchemaCheck(description)
    let schema = ["$ref": "#/components/schemas/Recorded"]
    #expect(check.faults(["event": 3], schema, "") == [])
    #expect(check.faults([String: Any](), schema, "") == ["/event is missing"])
    #expect(check.faults(["event": 3, "more": 1], schema, "") == ["/more is not described"])
    #expect(check.faults(["event": true], schema, "").count == 1)
  }
}
