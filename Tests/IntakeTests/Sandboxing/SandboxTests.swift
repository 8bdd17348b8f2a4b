import Foundation
import Glibc
import Intake
import Testing

@Suite struct SandboxTests {
  private static let forbidden = [
    "socket", "unix-socket", "write", "read-write", "create", "truncate", "append", "unlink",
    "rename",
    "link", "mkdir", "chmod", "truncate-path", "kill-parent", "exec", "spawn", "fork",
  ]
  private static let needed = ["read", "read-own", "kill-self", "threads", "dispatch", "memory"]

  /// A sanitizer's shadow memory fits no limit; the sandbox then sets none.
  private static let isSanitized =
    dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil

  private func probe(_ level: Sandbox.Level) throws -> [String: String] {
    let folder = try TemporaryFolder()
    try folder.write(to: "photo.jpg")
    let (lines, status) = try FixtureProcess.run(["probe", level.rawValue], in: folder.path)
    #expect(status == 0)
    let pairs = lines.map { $0.split(separator: " ", maxSplits: 1).map(String.init) }
    if level == .filtered {
      #expect(FileManager.default.fileExists(atPath: folder.path.text + "/photo.jpg"))
    }
    return Dictionary(pairs.map { ($0[0], $0[1]) }, uniquingKeysWith: { first, _ in first })
  }

  @Test func theFilterDeniesWhatAWorkerNeverNeeds() throws {
    let outcome = try probe(.filtered)
    guard outcome["level"] == "filtered" else {
      // A container may forbid filters; then limits hold and a note says why.
      #expect(outcome["level"] == "limits" && outcome["note"] != nil)
      return
    }
    for name in Self.forbidden { #expect(outcome[name] == String(EPERM), "\(name)") }
    for name in Self.needed { #expect(outcome[name] == "ok", "\(name)") }
    if !Self.isSanitized { #expect(outcome["much-memory"] == String(ENOMEM)) }
  }

  @Test func limitsAloneBoundMemory() throws {
    let outcome = try probe(.limits)
    #expect(outcome["level"] == "limits")
    if !Self.isSanitized { #expect(outcome["much-memory"] == String(ENOMEM)) }
    for name in Self.needed { #expect(outcome[name] == "ok", "\(name)") }
    #expect(outcome["socket"] == "ok")
  }

  /// Shows that the probe itself can do what the filter denies.
  @Test func withoutASandboxNothingIsDenied() throws {
    let outcome = try probe(.none)
    #expect(outcome["level"] == "none")
    for name in [
      "socket", "write", "create", "unlink", "spawn", "fork", "kill-parent", "much-memory",
    ] {
      #expect(outcome[name] == "ok", "\(name)")
    }
  }

  @Test func aConfinedWorkerStillReads() throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "a.jpg")
    let (lines, _) = try FixtureProcess.run(
      ["worker", "filtered"], input: "{\"id\":1,\"path\":\"a.jpg\"}\n", in: folder.path)
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix(#"{"worker":1,"sandbox":""#) == true)
    #expect(lines.last?.hasPrefix(#"{"id":1,"photo":{"schema""#) == true)
  }

  @Test func resultsWrittenToAFileAreNotCut() throws {
    let folder = try TemporaryFolder()
    try folder.write(to: "a.jpg")
    let output = folder.path.text + "/out.jsonl"
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.currentDirectoryURL = URL(filePath: folder.path.text)
    process.arguments = [
      "-c", #"echo '{"id":1,"path":"a.jpg"}' | "$0" worker filtered > out.jsonl 2> err.txt"#,
      FixtureProcess.executable.text,
    ]
    try process.run()
    process.waitUntilExit()
    let lines = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 2)
  }
}
