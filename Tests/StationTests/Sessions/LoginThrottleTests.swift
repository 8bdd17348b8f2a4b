import Testing

@testable import Station

@Suite("Throttle of log-ins")
struct LoginThrottleTests {
  private let start = ContinuousClock.now

  @Test func theFirstFailuresAreFreeAndThenEachWaitIsTwiceTheLast() {
    var throttle = LoginThrottle()
    for _ in 0..<4 { throttle.failed("a", now: start) }
    #expect(throttle.wait(for: "a", now: start) == nil)
    var waits: [Duration] = []
    for _ in 0..<12 {
      throttle.failed("a", now: start)
      waits.append(throttle.wait(for: "a", now: start) ?? .zero)
    }
    #expect(waits.prefix(4) == [.seconds(1), .seconds(2), .seconds(4), .seconds(8)])
    #expect(waits.last == .seconds(300))
  }

  @Test func theWaitEnds() {
    var throttle = LoginThrottle()
    for _ in 0..<7 { throttle.failed("a", now: start) }
    #expect(throttle.wait(for: "a", now: start + .seconds(3)) == .seconds(1))
    #expect(throttle.wait(for: "a", now: start + .seconds(4)) == nil)
  }

  @Test func othersDoNotWaitUntilAllTogetherFailedTooOften() {
    var throttle = LoginThrottle()
    for _ in 0..<8 { throttle.failed("a", now: start) }
    #expect(throttle.wait(for: "b", now: start) == nil)
    // One failure from each of many addresses is guessing all the same.
    for number in 0..<30 { throttle.failed("c\(number)", now: start) }
    #expect(throttle.wait(for: "b", now: start) != nil)
  }

  @Test func aRightTokenFreesItsAddressOnly() {
    var throttle = LoginThrottle()
    for _ in 0..<8 {
      throttle.failed("a", now: start)
      throttle.failed("b", now: start)
    }
    throttle.succeeded("a")
    #expect(throttle.wait(for: "a", now: start) == nil)
    #expect(throttle.wait(for: "b", now: start) != nil)
  }

  @Test func failuresAreForgottenAfterAWhile() {
    var throttle = LoginThrottle()
    for _ in 0..<10 { throttle.failed("a", now: start) }
    #expect(throttle.wait(for: "a", now: start + .seconds(901)) == nil)
    throttle.failed("a", now: start + .seconds(901))
    #expect(throttle.wait(for: "a", now: start + .seconds(901)) == nil)
  }

  @Test func manyAddressesTakeNoMoreMemoryThanSome() {
    var limits = LoginThrottle.Limits()
    limits.mostAddresses = 2
    limits.freeInAll = 1_000
    var throttle = LoginThrottle(limits: limits)
    for number in 0..<3 {
      for _ in 0..<8 { throttle.failed("\(number)", now: start + .milliseconds(number)) }
    }
    #expect(throttle.wait(for: "0", now: start + .milliseconds(3)) == nil)
    #expect(throttle.wait(for: "2", now: start + .milliseconds(3)) != nil)
  }
}
