import Foundation
import Testing

/// `eir ask` against `eir serve`, as two processes.
@Suite("Equipment register", .serialized)
struct RegisterTests {
  private let scratch: ScratchFolder
  private let kit: Kit

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
  }

  @Test func aListIsServedAskedAndLoggedUntilTheServerIsToldToEnd() async throws {
    let list = scratch.url.appending(path: "list.txt")
    try Data("356938035643809\n".utf8).write(to: list)
    let imported = try await kit.run([
      "blocklist", "import", list.path, "--name", "Stolen", "--date", "2026-11-20",
    ])
    #expect(imported.status == 0)

    let port = Int.random(in: 20_000...29_999)
    let (processes, started) = AsyncStream.makeStream(of: Int32.self)
    async let serving = kit.run(["eir", "serve", "--port", String(port)]) { started.yield($0) }
    var iterator = processes.makeAsyncIterator()
    let process = try #require(await iterator.next())
    let server = "http://127.0.0.1:\(port)"
    try await waitForServer(server)

    let asked = try await kit.run(
      [
        "eir", "ask", "--server", server, "--purpose", "Case 4711", "--from", "-", "--format",
        "csv",
      ], input: "35-693803-564380-9\n490154203237518\n",
      // A proxy would learn what is asked: were it used, there would be no answer.
      environment: ["http_proxy": "http://127.0.0.1:1", "ALL_PROXY": "http://127.0.0.1:1"])
    kill(process, SIGTERM)
    #expect(try await serving.status == 0)
    #expect(asked.status == 10)
    #expect(asked.lines.count == 3)
    #expect(asked.lines[1].contains(",flagged,BLACKLISTED,"))
    #expect(asked.lines[2].contains(",unknown,,Unknown to the register."))

    let log = try String(
      contentsOf: kit.home.appending(path: "disclosures.jsonl"), encoding: .utf8)
    #expect(log.split(separator: "\n").count == 4)
    #expect(log.contains(#""pei":"imei-490154203237518","purpose":"Case 4711""#))
  }

  @Test(arguments: [
    ["eir", "ask", "--purpose", "p", "356938035643809"],
    ["eir", "ask", "--server", "http://127.0.0.1:1", "356938035643809"],
    ["eir", "ask", "--server", "http://127.0.0.1:1", "--purpose", " ", "356938035643809"],
    ["eir", "ask", "--server", "127.0.0.1", "--purpose", "p", "356938035643809"],
    ["eir", "ask", "--server", "http://127.0.0.1:1", "--purpose", "p", "--supi", "x", "1", "2"],
    ["eir", "ask", "--server", "http://127.0.0.1:1", "--purpose", "p", "--rate", "0", "1"],
    ["eir", "serve", "--port", "65536"],
  ])
  func withoutAServerAPurposeOrSenseNothingIsDone(arguments: [String]) async throws {
    #expect(try await kit.run(arguments).status == 64)
    #expect(!FileManager.default.fileExists(atPath: kit.home.path + "/disclosures.jsonl"))
  }

  @Test func aRegisterThatIsNotThereEndsWith74AndIsLogged() async throws {
    let run = try await kit.run([
      "eir", "ask", "--server", "http://127.0.0.1:1", "--purpose", "p", "356938035643809",
    ])
    #expect(run.status == 74)
    #expect(String(decoding: run.output, as: UTF8.self).contains("Not checked"))
    #expect(FileManager.default.fileExists(atPath: kit.home.path + "/disclosures.jsonl"))
  }

  private func waitForServer(_ server: String) async throws {
    for _ in 0..<100 {
      let answered = try await onThread {
        let client = Process()
        client.executableURL = URL(filePath: "/bin/bash")
        let port = server.split(separator: ":").last ?? ""
        client.arguments = ["-c", "exec 3<>/dev/tcp/127.0.0.1/\(port)"]
        client.standardError = FileHandle.nullDevice
        try client.run()
        client.waitUntilExit()
        return client.terminationStatus == 0
      }
      if answered { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("The server did not start.")
  }
}
