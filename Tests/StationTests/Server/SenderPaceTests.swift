import NIOCore
import Testing

@testable import Station

@Suite("Pace of senders")
struct SenderPaceTests {
  private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

  private func at(_ seconds: Int64) -> NIODeadline { start + .seconds(seconds) }

  private func pace() -> SenderPace { SenderPace(limits: SenderPace.Limits(), now: start) }

  @Test func aHeadHasToBeCompleteTenSecondsAfterItBegan() {
    var pace = pace()
    // A byte now and then does not put the end off.
    for second in 1...9 { pace.received(1, now: at(Int64(second))) }
    #expect(pace.verdict(now: at(9)) == .wait(until: at(10)))
    #expect(pace.verdict(now: at(10)) == .close)
  }

  @Test func aBodyHasToMove() {
    var slow = pace()
    slow.headEnded(now: at(0))
    for second in 1...29 { slow.received(1_000, now: at(Int64(second))) }
    #expect(slow.verdict(now: at(29)) == .wait(until: at(30)))
    #expect(slow.verdict(now: at(30)) == .close)

    var steady = pace()
    steady.headEnded(now: at(0))
    for window in 0..<20 {
      for second in 1...30 { steady.received(1_100, now: at(Int64(window * 30 + second))) }
      #expect(
        steady.verdict(now: at(Int64(window + 1) * 30))
          == .wait(until: at(Int64(window + 2) * 30)))
    }
  }

  @Test func aBurstAtFirstDoesNotPayForSlownessLater() {
    var pace = pace()
    pace.headEnded(now: at(0))
    pace.received(10_000_000, now: at(1))
    #expect(pace.verdict(now: at(30)) == .wait(until: at(60)))
    pace.received(100, now: at(45))
    #expect(pace.verdict(now: at(60)) == .close)
  }

  @Test func timeInWhichTheServerDidNotReadIsNotTheSenders() {
    var pace = pace()
    pace.headEnded(now: at(0))
    pace.wants(more: true, now: at(0))
    pace.received(15_000, now: at(5))
    pace.wants(more: false, now: at(5))
    guard case .wait(let later) = pace.verdict(now: at(100)) else {
      Issue.record("closed while the server was not reading")
      return
    }
    #expect(later > at(100))
    pace.wants(more: true, now: at(105))
    #expect(pace.verdict(now: at(110)) == .wait(until: at(130)))
    #expect(pace.verdict(now: at(130)) == .close)
  }

  @Test func anAnswerMayTakeItsTimeAndTheNextRequestToo() {
    var pace = pace()
    pace.headEnded(now: at(0))
    pace.requestEnded(now: at(1))
    #expect(pace.verdict(now: at(3_000)) != .close)
    pace.answerEnded(now: at(3_000))
    #expect(pace.verdict(now: at(3_059)) == .wait(until: at(3_060)))
    #expect(pace.verdict(now: at(3_060)) == .close)
  }

  @Test func aRequestSentBeforeTheLastAnswerIsNotTakenForSurplus() {
    var pace = pace()
    pace.headEnded(now: at(0))
    pace.requestEnded(now: at(0))
    pace.headEnded(now: at(0))
    pace.answerEnded(now: at(1))
    pace.requestEnded(now: at(2))
    #expect(pace.verdict(now: at(500)) != .close)
  }

  @Test func aBodyThatIsAnsweredAlreadyHasOneWindowLeft() {
    var pace = pace()
    pace.headEnded(now: at(0))
    pace.answerEnded(now: at(1))
    pace.received(100_000_000, now: at(2))
    #expect(pace.verdict(now: at(30)) == .wait(until: at(31)))
    #expect(pace.verdict(now: at(31)) == .close)
  }

  @Test func anAnswerThatNobodyTakesIsGivenUp() {
    var pace = pace()
    pace.headEnded(now: at(0))
    pace.requestEnded(now: at(0))
    pace.takes(answer: false, now: at(10))
    pace.takes(answer: false, now: at(200))
    #expect(pace.verdict(now: at(309)) == .wait(until: at(310)))
    #expect(pace.verdict(now: at(310)) == .close)
    pace.takes(answer: true, now: at(310))
    #expect(pace.verdict(now: at(311)) != .close)
  }
}
