import Synchronization
import Testing

@testable import BlockList

@Suite("Batches made ahead")
struct BatchAheadTests {
  private struct Broken: Error {}

  @Test("All come, in their order, and then nil", arguments: [0, 1, 2, 50])
  func order(count: Int) throws {
    let batches = BatchAhead {
      var next = 0
      return {
        next += 1
        return next <= count ? next : nil
      }
    }
    defer { batches.stop() }
    var seen: [Int] = []
    while let batch = try batches.next() { seen.append(batch) }
    #expect(seen == Array(0..<count).map { $0 + 1 })
  }

  @Test("An error comes behind the batches before it; one at the start comes first")
  func errors() throws {
    let late = BatchAhead {
      var next = 0
      return {
        next += 1
        guard next < 3 else { throw Broken() }
        return next
      }
    }
    defer { late.stop() }
    #expect(try late.next() == 1)
    #expect(try late.next() == 2)
    #expect(throws: Broken.self) { try late.next() }
    let early = BatchAhead<Int> { throw Broken() }
    defer { early.stop() }
    #expect(throws: Broken.self) { try early.next() }
  }

  @Test("At most one batch is made ahead, and none after the end was asked for")
  func bounded() async throws {
    let counted = Counter()
    let batches = BatchAhead { { counted.add() } }
    #expect(try batches.next() == 1)
    try await Task.sleep(for: .milliseconds(50))
    #expect(counted.count <= 2)
    batches.stop()
    try await Task.sleep(for: .milliseconds(50))
    #expect(counted.count <= 3)
  }

  private final class Counter: Sendable {
    private let value = Mutex(0)

    var count: Int { value.withLock(\.self) }

    func add() -> Int? {
      value.withLock {
        $0 += 1
        return $0
      }
    }
  }
}
