import Testing

@testable import Station

@Suite("Progress of reading")
struct ReadingProgressTests {
  private let clock = TestClock()

  @Test func theRateIsOfTheLastMinuteAndTellsWhatIsLeft() {
    let clock = clock
    let progress = ReadingProgress { clock.now }
    progress.setWaiting(600)
    for _ in 0..<120 {
      clock.advance(.seconds(1))
      progress.read(2)
    }
    let snapshot = progress.snapshot
    #expect(snapshot.isRunning)
    #expect(snapshot.left == 360)
    #expect(snapshot.rate == 120)
    #expect(snapshot.secondsLeft == 180)
  }

  @Test func tooFewPhotosSayNothing() {
    let clock = clock
    let progress = ReadingProgress { clock.now }
    progress.setWaiting(10)
    progress.read()
    #expect(progress.snapshot.rate == nil)
    #expect(progress.snapshot.secondsLeft == nil)
    #expect(progress.snapshot.left == 9)
  }

  @Test func nothingWaitingIsNotRunning() {
    let clock = clock
    let progress = ReadingProgress { clock.now }
    progress.setWaiting(3)
    progress.read(5)
    #expect(!progress.snapshot.isRunning)
    #expect(progress.snapshot.left == 0)
    #expect(progress.snapshot.rate == nil)
  }

  @Test func whatWasReadLongAgoCountsNoMore() {
    let clock = clock
    let progress = ReadingProgress { clock.now }
    progress.setWaiting(1_000)
    progress.read(500)
    clock.advance(.seconds(61))
    #expect(progress.snapshot.rate == nil)
  }
}
