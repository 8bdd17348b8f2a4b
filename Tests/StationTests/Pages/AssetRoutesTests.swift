import HTTPTypes
import Testing

@testable import Station

@Suite("Assets")
struct AssetRoutesTests {
  private let station: StationFixture
  private let assets: [String]

  init() throws {
    station = try StationFixture()
    assets = StationFiles.all.keys.filter { $0.hasPrefix("assets/") }
  }

  @Test func theyAreOpenTypedAndAskedForAgainByTheirTag() async throws {
    for name in assets {
      let answer = try await station.stranger.get("/\(name)")
      #expect(answer.status == 200)
      #expect(answer.bytes == StationFiles.all[name]?.bytes)
      #expect(answer.headers[.cacheControl] == "no-cache")
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
      let type = try #require(answer.headers[.contentType])
      #expect(type != "application/octet-stream", "\(name)")
      if name.hasSuffix(".js") { #expect(type == "text/javascript; charset=utf-8") }
      let tag = try #require(answer.headers[.eTag])
      for known in [tag, "W/\(tag)", "\"x\", \(tag)"] {
        let again = try await station.stranger.get("/\(name)", [.ifNoneMatch: known])
        #expect(again.status == 304)
        #expect(again.bytes.isEmpty)
        #expect(again.headers[.eTag] == tag)
      }
      let other = try await station.stranger.get("/\(name)", [.ifNoneMatch: "\"x\""])
      #expect(other.status == 200)
    }
  }

  @Test(arguments: [
    "/assets/../templates/layout.mustache", "/assets/%2e%2e/templates/layout.mustache",
    "/assets/..%2ftemplates%2flayout.mustache", "/assets//etc/passwd", "/assets/../../etc/passwd",
    "/assets/", "/assets", "/assets/.", "/assets/shell.js%00.css", "/assets/SHELL.JS",
    "/assets/\\..\\templates", "/assets/templates/layout.mustache",
  ]) func nothingElseIsReached(_ path: String) async throws {
    let answer = try await station.stranger.get(path)
    #expect([303, 401, 404].contains(answer.status), "\(path)")
    #expect(!answer.text.contains("<html"))
  }
}
