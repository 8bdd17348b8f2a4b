import Foundation
import Glibc
import Intake
import Testing

/// What becomes of workers when the process that started them ends.
@Suite(.timeLimit(.minutes(1))) struct WorkerParentTests {
  private func start() throws -> (TemporaryFolder, Process, FileHandle) {
    let folder = try TemporaryFolder()
    let photo = try folder.write(Array("hang".utf8), to: "a.jpg")
    let (process, _, output) = try FixtureProcess.start(["parent", photo.text])
    return (folder, process, output)
  }

  private func line(_ output: FileHandle) -> String {
    var bytes = Data()
    while let byte = try? output.read(upToCount: 1), byte.first != 0x0A, !byte.isEmpty {
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func theyEndWhenTheParentIsKilled() async throws {
    let (folder, process, output) = try start()
    let worker = try #require(Int32(line(output)))
    #expect(FixtureProcess.isRunning(worker))
    kill(process.processIdentifier, SIGKILL)
    #expect(await FixtureProcess.waitUntilGone(worker))
    _ = folder
  }

  @Test(arguments: [SIGINT, SIGTERM])
  func theFirstSignalStopsThePoolInOrder(number: Int32) async throws {
    let (folder, process, output) = try start()
    let worker = try #require(Int32(line(output)))
    kill(process.processIdentifier, number)
    #expect(line(output) == "stopped")
    process.waitUntilExit()
    #expect(process.terminationReason == .exit && process.terminationStatus == 0)
    #expect(!FixtureProcess.isRunning(worker))
    _ = folder
  }
}
