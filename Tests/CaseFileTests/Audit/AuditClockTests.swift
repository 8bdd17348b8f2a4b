import Foundation
import Testing

@testable import CaseFile

@Suite struct AuditClockTests {
  @Test func theSystemsClockTellsTimeAndWhatIsKnownOfIt() {
    let before = Int64(Date.now.timeIntervalSince1970 * 1000)
    let first = AuditClock.system.reading()
    let second = AuditClock.system.reading()
    #expect(abs(first.time - before) < 60_000)
    #expect(first.monotonic > 0)
    #expect(second.monotonic >= first.monotonic)
    #expect(first.source.hasPrefix("system clock, "))
  }

  @Test func whatTheKernelSaysOfItsClockIsToldInWords() {
    #expect(
      KernelClock.words(state: 0, status: 0x2001, error: 11_500)
        == "system clock, synchronised, at most 12 ms off")
    #expect(KernelClock.words(state: 0, status: 0x40, error: 1) == "system clock, not synchronised")
    #expect(KernelClock.words(state: 5, status: 0, error: 1) == "system clock, not synchronised")
    #expect(
      KernelClock.words(state: -1, status: 0, error: 0)
        == "system clock, not known whether synchronised")
  }

  @Test func aFixedClockStandsStill() {
    let clock = AuditClock.fixed(1, monotonic: 2, source: "x")
    #expect(clock.reading() == AuditClock.Reading(time: 1, monotonic: 2, source: "x"))
    #expect(clock.reading() == clock.reading())
  }
}
