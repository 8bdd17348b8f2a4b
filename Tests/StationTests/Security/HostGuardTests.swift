import HTTPTypes
import Testing

@testable import Station

@Suite("Host names")
struct HostGuardTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture { services in
      services.hosts = AllowedHosts(port: 8512, others: ["Station.Example:8443"])
    }
  }

  @Test(arguments: [
    "127.0.0.1:8512", "localhost:8512", "LOCALHOST:8512", "[::1]:8512", "station.example:8443",
  ]) func itsOwnNamesAreAllowed(_ host: String) async throws {
    #expect(try await station.ask(.get, "/health", host: host).status == 200)
  }

  /// What a page at a rebound name, or one who guesses at a lax comparison, would send.
  @Test(arguments: [
    "evil.example", "evil.example:8512", "127.0.0.1", "127.0.0.1:80", "localhost",
    "127.0.0.1:8512.evil.example", "127.0.0.1:8512@evil.example", "evil.example#127.0.0.1:8512",
    "127.0.0.1.:8512", "localhost.:8512", "0.0.0.0:8512",
    "127.1:8512", "2130706433:8512", "[::ffff:127.0.0.1]:8512", "", "station.example",
    "127.0.0.1:08512",
  ]) func otherNamesAreNot(_ host: String) async throws {
    for path in ["/health", "/login", "/api/v1/haul", "/assets/shell.js", "/nowhere"] {
      let answer = try await station.ask(.get, path, host: host)
      #expect(answer.status == 421, "\(host) \(path)")
      #expect(answer.problem == "unknownHost")
      #expect(answer.headers[.xContentTypeOptions] == "nosniff")
    }
    let login = try await station.ask(
      .post, "/api/v1/session", body: Array(#"{"token":"x"}"#.utf8), host: host)
    #expect(login.status == 421)
  }

  @Test func noNameAndNoPathAreRefused() async throws {
    #expect(try await station.ask(.get, "/health", host: nil).status == 400)
    #expect(try await station.ask(.options, "*").status == 400)
  }

  @Test func theNamesOfAnAddressThatIsListenedAt() {
    let hosts = AllowedHosts()
    #expect(!hosts.allows(host: "127.0.0.1:1"))
    hosts.listen(at: "fd00::5", port: 80)
    #expect(hosts.allows(host: "[fd00::5]:80"))
    #expect(hosts.allows(host: "localhost"))
    #expect(hosts.allows(origin: "http://[fd00::5]"))
    hosts.listen(at: "0.0.0.0", port: 9)
    #expect(!hosts.allows(host: "0.0.0.0:9"))
  }
}
