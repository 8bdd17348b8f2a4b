import Testing

@testable import Reading

@Suite("StageTimes")
struct StageTimesTests {
  @Test func workAddsToItsOwnStageAndGivesItsResult() {
    var times = StageTimes()
    let clock = ContinuousClock()
    func wait() -> Int {
      let end = clock.now + .milliseconds(2)
      while clock.now < end {}
      return 7
    }
    #expect(times.measure(\.locate, wait) == 7)
    #expect(times.locate >= 2)
    let once = times.locate
    _ = times.measure(\.locate, wait)
    #expect(times.locate >= once + 2)
    #expect(times.afterLocating == 0)
  }

  @Test func everythingAfterLocatingIsAddedUp() {
    var times = StageTimes()
    (times.locate, times.recognise, times.second) = (1, 2, 4)
    (times.barcodes, times.decide) = (8, 16)
    #expect(times.afterLocating == 30)
  }
}
