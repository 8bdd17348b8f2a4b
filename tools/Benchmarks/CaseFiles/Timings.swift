import Foundation
import Glibc

/// How long the rounds of one question took, by the clock and in processor time: on a machine with other work
/// the clock tells of that too.
struct Timings {
  private struct Round {
    let wall: Double
    let processor: Double
  }

  private let name: String
  private var rounds: [Round] = []

  init(_ name: String) { self.name = name }

  mutating func add(_ body: () throws -> Void) rethrows {
    let (start, used) = (ContinuousClock.now, Self.processorTime)
    try body()
    add(since: start, used)
  }

  mutating func add(_ body: () async throws -> Void) async rethrows {
    let (start, used) = (ContinuousClock.now, Self.processorTime)
    try await body()
    add(since: start, used)
  }

  /// Prints the median and the longest.
  func tell() {
    let wall = rounds.map(\.wall).sorted()
    let processor = rounds.map(\.processor).sorted()
    guard let longest = wall.last else { return }
    print(
      "\(name.padding(toLength: 24, withPad: " ", startingAt: 0)) "
        + String(
          format: "median %8.2f ms, longest %8.2f ms, processor %8.2f ms",
          wall[wall.count / 2], longest, processor[processor.count / 2]))
  }

  private mutating func add(since start: ContinuousClock.Instant, _ used: Double) {
    rounds.append(
      Round(
        wall: (ContinuousClock.now - start) / .milliseconds(1),
        processor: Self.processorTime - used))
  }

  /// What the process has used, in milliseconds.
  private static var processorTime: Double { Double(clock()) / 1_000 }
}
