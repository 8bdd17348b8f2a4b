import Foundation
import Testing

@Suite("Results do not depend on chance", .serialized)
struct SteadyResultTests {
  private let scratch: ScratchFolder
  private let kit: Kit
  private let folder = Checkout.testImages.appending(path: "formats").path

  init() throws {
    scratch = try ScratchFolder()
    kit = Kit(home: try scratch.folder("home"))
  }

  @Test func theNumberOfJobsChangesNothing() async throws {
    let one = try await kit.run(["scan", "--format", "jsonl", "--jobs", "1", folder])
    let four = try await kit.run(["scan", "--format", "jsonl", "--jobs", "4", folder])
    #expect(try one.photos() == four.photos())
    #expect(one.status == four.status)
  }

  @Test func workersKilledInMidScanLoseNothing() async throws {
    let undisturbed = try await kit.run(["scan", "--format", "jsonl", folder])
    let disturbed = try await kit.run(["scan", "--format", "jsonl", folder]) { parent in
      Thread {
        var killed = 0
        var idle = 0
        while killed < 10, idle < 200 {
          usleep(UInt32.random(in: 100_000...500_000))
          let children = Self.children(of: parent)
          if let child = children.randomElement() {
            kill(child, SIGKILL)
            killed += 1
          } else {
            idle += 1
          }
        }
      }.start()
    }
    #expect(try disturbed.photos() == undisturbed.photos(), "\(disturbed.talk)")
  }

  /// The processes that a process has started, from /proc.
  private static func children(of parent: Int32) -> [Int32] {
    let path = "/proc/\(parent)/task/\(parent)/children"
    let direct = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
    let threads =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []
    let all = threads.map {
      (try? String(contentsOfFile: "/proc/\(parent)/task/\($0)/children", encoding: .utf8)) ?? ""
    }
    return Set(([direct] + all).flatMap { $0.split(separator: " ").compactMap { Int32($0) } })
      .sorted()
  }
}
