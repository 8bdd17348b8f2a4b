import Intake
import IntakeTestSupport
import Testing

@Suite struct ScanProgressTests {
  private func result(_ status: PhotoResult.Status) -> PhotoResult {
    PhotoResult(path: PhotoPath("a"), status: status)
  }

  @Test func nothingIsKnownBeforeTheFirstPhoto() {
    let progress = ScanProgress(total: 10)
    #expect(progress.done == 0 && progress.rate == 0 && progress.timeLeft == nil)
  }

  @Test func countsRateAndTimeLeftFollowTheResults() {
    var progress = ScanProgress(total: 10)
    progress.add(.sample, elapsed: .seconds(1))
    progress.add(result(.refused), elapsed: .seconds(4))
    #expect(progress.done == 2)
    #expect(progress.counts == [.accepted: 1, .refused: 1])
    #expect(progress.flagged == 1)
    #expect(progress.rate == 0.5)
    #expect(progress.timeLeft == .seconds(16))
  }

  @Test func timeNeverRunsBackwards() {
    var progress = ScanProgress(total: nil)
    progress.add(result(.none), elapsed: .seconds(4))
    progress.add(result(.none), elapsed: .seconds(1))
    #expect(progress.elapsed == .seconds(4))
    #expect(progress.timeLeft == nil)
  }

  @Test func morePhotosThanAnnouncedLeaveNoTime() {
    var progress = ScanProgress(total: 1)
    for second in 1...3 { progress.add(result(.none), elapsed: .seconds(second)) }
    #expect(progress.timeLeft == .zero)
  }
}
