import Testing

@testable import Station

@Suite("Distances of controls")
struct ControlSpacingTests {
  /// The numbers of real items before each control.
  private func distances(seed: UInt64, items: Int) -> [Int] {
    var spacing = ControlSpacing(seed: seed)
    var distances: [Int] = []
    var since = 0
    for _ in 0..<items {
      if spacing.isDue {
        distances.append(since)
        since = 0
        spacing.handedOutControl()
      } else {
        spacing.handedOut(1)
        since += 1
      }
    }
    return distances
  }

  @Test(arguments: [1, 2, 77, UInt64.max])
  func twoToThreePerCentAreControls(seed: UInt64) {
    let found = distances(seed: seed, items: 20_000)
    let share = Double(found.count) / 20_000
    #expect(share > 0.02 && share < 0.03)
  }

  @Test(arguments: UInt64(0)..<50)
  func noneComesBeforeTwentyAndNeverTwoInARow(seed: UInt64) throws {
    let found = distances(seed: seed, items: 1_000)
    let first = try #require(found.first)
    #expect((20...40).contains(first))
    #expect(found.dropFirst().allSatisfy { ControlSpacing.between.contains($0) })
    #expect(Set(found).count > 3)
  }

  @Test func oneSeedGivesOneRow() {
    #expect(distances(seed: 5, items: 2_000) == distances(seed: 5, items: 2_000))
    #expect(distances(seed: 5, items: 2_000) != distances(seed: 6, items: 2_000))
  }

  @Test func oneThatWasGivenBackComesAgainSoon() {
    var spacing = ControlSpacing(seed: 1)
    spacing.handedOutControl()
    spacing.giveBack()
    spacing.handedOut(5)
    #expect(spacing.isDue)
  }
}
