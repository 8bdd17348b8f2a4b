import Foundation
import Glibc
import Intake
import IntakeTestSupport

/// A worker for the tests: `intake-test-worker MODE [argument]`.
@main struct WorkerFixture {
  static func main() async throws {
    let arguments = CommandLine.arguments.dropFirst() + ["", ""]
    let argument = arguments[arguments.startIndex + 1]
    switch arguments[arguments.startIndex] {
    case "worker": try await work(level: Sandbox.Level(rawValue: argument) ?? .none, isPool: true)
    case "plain-worker": try await work(level: .none, isPool: false)
    case "stuck-worker":  // starts well, ignores the end of its input
      say(#"{"worker":1,"sandbox":"none"}"#)
      while true { sleep(1_000) }
    case "liar":  // greets, then answers nonsense
      say(#"{"worker":1,"sandbox":"none"}"#)
      while readLine() != nil { say(#"{"id":99,"nonsense":true}"#) }
    case "killed-starting":  // as if by somebody else, in as many starts as the third argument says
      dieStarting(noting: argument, times: Int(arguments.last { !$0.isEmpty } ?? "") ?? 0)
      try await work(level: .none, isPool: true)
    case "mute": exit(3)
    case "rambler": say("hello")
    case "probe": SandboxProbe.run(level: Sandbox.Level(rawValue: argument) ?? .none)
    case "parent": try await lead(photo: argument)
    default: exit(64)
    }
  }

  /// Every start adds a byte to the file; while it is short, this one ends.
  private static func dieStarting(noting file: String, times: Int) {
    let notes = open(file, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    write(notes, "x", 1)
    if lseek(notes, 0, SEEK_END) <= times { raise(SIGKILL) }
    close(notes)
  }

  private static func work(level: Sandbox.Level, isPool: Bool) async throws {
    let options = WorkerLoop.Options(isPoolWorker: isPool, sandbox: Sandbox(level: level))
    try await WorkerLoop(options).run { ScriptedReader() }
  }

  /// Runs a pool of its own, so that a test can end it and see what becomes of the child.
  private static func lead(photo: String) async throws {
    let configuration = WorkerPool.Configuration(
      arguments: ["worker", "none"], jobs: 1,
      onEvent: { event in
        if case .ready(let pid, _) = event { say("\(pid)") }
      })
    let pool = WorkerPool(configuration)
    let signals = StopSignals { pool.stop() }
    defer { signals.cancel() }
    do {
      _ = try await pool.read(PhotoPath(photo))
    } catch let error as IntakeError {
      say(error.code.rawValue)
    }
    await pool.end()
  }
}
