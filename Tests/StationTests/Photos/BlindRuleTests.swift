import CaseFile
import Testing

@testable import Station

@Suite("Withheld numbers")
struct BlindRuleTests {
  private func state(
    _ events: [DecisionEvent] = [], number: String? = "356938035643809", isAccepted: Bool = false
  ) -> ReadingState {
    DecisionRules.state(
      of: MachineReading(number: number, isAccepted: isAccepted, isFlagged: false), after: events)
  }

  private let accept = DecisionEvent(sequence: 1, act: .accept, person: "Ann")
  private let other = DecisionEvent(
    sequence: 2, act: .opinion(.number("490154203237518"), isBlind: true), person: "Bob")

  @Test func anOpenReadingIsKeptFromEverybodyWhoMayYetKeyIt() {
    #expect(BlindRule.isWithheld(state(), from: "Ann"))
    #expect(!BlindRule.isWithheld(state(number: nil), from: "Ann"))
    #expect(!BlindRule.isWithheld(state(isAccepted: true), from: "Ann"))
  }

  @Test func theSecondReaderIsNotShownTheFirstsValueAndTheFirstKnowsIt() {
    #expect(BlindRule.isWithheld(state([accept]), from: "Bob"))
    #expect(!BlindRule.isWithheld(state([accept]), from: "Ann"))
  }

  @Test func whoSettlesIsNotShownTheTwoThatDiffer() {
    let mismatch = state([accept, other])
    #expect(mismatch.phase == .mismatch)
    #expect(BlindRule.isWithheld(mismatch, from: "Cat"))
    #expect(!BlindRule.isWithheld(mismatch, from: "Ann"))
    #expect(!BlindRule.isWithheld(mismatch, from: "Bob"))
  }

  @Test func whatIsSettledIsShown() {
    let settle = DecisionEvent(
      sequence: 3, act: .settle("356938035643809"), person: "Cat", role: .settler)
    #expect(!BlindRule.isWithheld(state([accept, other, settle]), from: "Dan"))
  }
}
