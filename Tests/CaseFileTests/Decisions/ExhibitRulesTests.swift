import CaseFile
import Testing

@Suite struct ExhibitRulesTests {
  private static let number = "356938035643809"
  private static let second = "356938035643817"

  private func sighting(
    _ photo: String, _ number: String? = ExhibitRulesTests.number, accepted: Bool = false,
    flagged: Bool = false, slot: Int? = nil, plausible: Bool = true, hash: UInt64? = nil,
    keyed: String? = nil
  ) -> ExhibitSighting {
    let machine = MachineReading(number: number, isAccepted: accepted, isFlagged: flagged)
    let events =
      (keyed.map { digits in
        ["A", "B"].enumerated().map { index, person in
          DecisionEvent(
            sequence: Int64(index + 1), act: .opinion(.number(digits), isBlind: true),
            person: person)
        }
      }) ?? []
    return ExhibitSighting(
      photo: photo, perceptualHash: hash, state: DecisionRules.state(of: machine, after: events),
      slot: slot, isPlausible: plausible)
  }

  @Test func oneDoubtfulPhotoLeavesTheExhibitOpen() {
    let state = ExhibitRules.state(of: [sighting("a")])
    #expect(state.numbers.map(\.standing) == [.open])
    #expect(!state.isResolved)
  }

  @Test func twoPicturesThatAgreeAreASecondSource() {
    let state = ExhibitRules.state(of: [sighting("a"), sighting("b")])
    #expect(state.numbers.map(\.standing) == [.agreed])
    #expect(state.numbers.first?.photos == ["a", "b"])
    #expect(state.isResolved)
  }

  @Test func aCopyOfAPictureIsNoSecondSource() {
    let copy = ExhibitRules.state(of: [sighting("a", hash: 0xFF), sighting("b", hash: 0xFE)])
    #expect(copy.numbers.map(\.standing) == [.open])
    let another = ExhibitRules.state(of: [sighting("a", hash: 0xFF), sighting("b", hash: 0xFF00)])
    #expect(another.numbers.map(\.standing) == [.agreed])
    let same = ExhibitRules.state(of: [sighting("a"), sighting("a")])
    #expect(same.numbers.map(\.standing) == [.open])
  }

  @Test func aWholeHaulUnderOneReferenceIsNoDeviceAndWorkedOutAllTheSame() {
    let sightings = (0..<3_000).flatMap { index in
      let number = String(35_693_803_000_000 + index * 7)
      return [sighting("a\(index)", number, slot: 1), sighting("b\(index)", number, slot: 1)]
    }
    let state = ExhibitRules.state(of: sightings)
    #expect(state.disagreements.map(\.kind) == [.tooMany])
    #expect(state.disagreements.first?.numbers.count == 3_000)
    // Which of them is misread cannot be told, so doubtful pictures do not bear each other out.
    #expect(state.numbers.allSatisfy { $0.standing == .open })
  }

  @Test func implausibleReadingsDoNotBearEachOtherOut() {
    let state = ExhibitRules.state(
      of: [sighting("a", plausible: false), sighting("b", plausible: false)])
    #expect(state.numbers.map(\.standing) == [.open])
  }

  @Test func aFlaggedNumberNeedsPeopleHoweverManyPicturesAgree() {
    let open = ExhibitRules.state(
      of: [
        sighting("a", accepted: true, flagged: true), sighting("b", accepted: true, flagged: true),
      ])
    #expect(open.numbers.map(\.isFlagged) == [true])
    #expect(!open.isResolved)
    let keyed = ExhibitRules.state(
      of: [
        sighting("a", accepted: true, flagged: true),
        sighting("b", accepted: true, flagged: true, keyed: Self.number),
      ])
    #expect(keyed.isResolved)
    #expect(keyed.numbers.map(\.standing) == [.settled])
  }

  @Test func anAcceptedPhotoCarriesTheDoubtfulOnes() {
    let state = ExhibitRules.state(of: [sighting("a"), sighting("b", accepted: true)])
    #expect(state.numbers.map(\.standing) == [.accepted])
    #expect(state.isResolved)
  }

  @Test func aDeviceMayHaveTwoNumbers() {
    let state = ExhibitRules.state(
      of: [
        sighting("a", accepted: true, slot: 1), sighting("a", Self.second, accepted: true, slot: 2),
      ])
    #expect(state.numbers.count == 2)
    #expect(state.disagreements.isEmpty)
    #expect(state.isResolved)
  }

  @Test func twoNumbersForOneSlotDisagree() {
    let state = ExhibitRules.state(
      of: [
        sighting("a", accepted: true, slot: 1), sighting("b", Self.second, accepted: true, slot: 1),
      ])
    #expect(state.disagreements.map(\.kind) == [.sameSlot])
    #expect(state.disagreements.first?.photos == ["a", "b"])
  }

  @Test func aDoubtfulNumberLikeAnotherIsProbablyMisread() {
    let state = ExhibitRules.state(
      of: [sighting("a", accepted: true), sighting("b", "356938035643819")])
    #expect(state.disagreements.map(\.kind) == [.similar])
    #expect(!state.isResolved)
  }

  @Test func doubtfulPicturesDoNotOutvoteAnother() {
    let state = ExhibitRules.state(
      of: [
        sighting("a", "356938035643819"), sighting("b", "356938035643819"),
        sighting("c", accepted: true),
      ])
    #expect(state.numbers.map(\.standing) == [.accepted, .open])
    #expect(!state.isResolved)
  }

  @Test func oneNumberWithTwoCheckDigitsDisagrees() {
    let state = ExhibitRules.state(
      of: [sighting("a", accepted: true), sighting("b", "356938035643801")])
    #expect(state.numbers.map(\.number) == [Self.number])
    #expect(state.disagreements.map(\.kind) == [.checkDigit])
    let short = ExhibitRules.state(
      of: [sighting("a", accepted: true), sighting("b", "35693803564380")])
    #expect(short.disagreements.isEmpty)
  }

  @Test func moreNumbersThanADeviceHasAreNamed() {
    let state = ExhibitRules.state(
      of: ["356938035643809", "490154203237518", "012345678901237"].map {
        sighting("a", $0, accepted: true)
      })
    #expect(state.disagreements.map(\.kind) == [.tooMany])
  }

  @Test func aPhotoThatNobodyReadWaits() {
    let state = ExhibitRules.state(of: [sighting("a", nil), sighting("b", accepted: true)])
    #expect(state.unreadWaiting == 1)
    #expect(!state.isResolved)
  }

  @Test func whatPeopleSettledCountsAndNotTheReading() {
    let state = ExhibitRules.state(of: [sighting("a", keyed: Self.second)])
    #expect(state.numbers.map(\.number) == [Self.second])
    #expect(state.numbers.map(\.standing) == [.settled])
  }

  @Test func noPhotosAreNoWork() {
    #expect(ExhibitRules.state(of: []).isResolved)
  }
}
