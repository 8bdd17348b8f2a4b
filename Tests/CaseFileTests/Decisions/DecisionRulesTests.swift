import CaseFile
import Testing

@Suite struct DecisionRulesTests {
  private static let number = "356938035643809"
  private static let other = "356938035643817"
  private static let accepted = MachineReading(number: number, isAccepted: true, isFlagged: false)
  private static let doubtful = MachineReading(number: number, isAccepted: false, isFlagged: false)
  private static let flagged = MachineReading(number: number, isAccepted: true, isFlagged: true)
  private static let unread = MachineReading(number: nil, isAccepted: false, isFlagged: false)

  /// Events numbered from 1.
  private func events(_ list: [(String, DecisionEvent.Act)], settlers: Set<String> = ["C", "D"])
    -> [DecisionEvent]
  {
    list.enumerated().map { index, item in
      DecisionEvent(
        sequence: Int64(index + 1), act: item.1, person: item.0,
        role: settlers.contains(item.0) ? .settler : .reader)
    }
  }

  private func state(_ machine: MachineReading, _ list: [(String, DecisionEvent.Act)])
    -> ReadingState
  {
    DecisionRules.state(of: machine, after: events(list))
  }

  private static func key(_ number: String) -> DecisionEvent.Act {
    .opinion(.number(number), isBlind: true)
  }
  private static func correct(_ number: String) -> DecisionEvent.Act {
    .opinion(.number(number), isBlind: false)
  }
  private static let unreadable = DecisionEvent.Act.opinion(.unreadable, isBlind: false)

  @Test func whatTheMachineAcceptedNeedsNobody() {
    let result = state(Self.accepted, [])
    #expect(result.phase == .accepted)
    #expect(result.number == Self.number)
  }

  @Test(arguments: [doubtful, flagged, unread])
  func otherwiseSomebodyHasToDecide(machine: MachineReading) {
    let result = state(machine, [])
    #expect(result.phase == .open)
    #expect(result.number == nil)
    #expect(!result.phase.isResolved)
  }

  @Test(arguments: [doubtful, flagged])
  func oneAcceptanceIsNotEnough(machine: MachineReading) {
    let result = state(machine, [("A", .accept)])
    #expect(result.phase == .secondNeeded)
    #expect(result.number == nil)
  }

  @Test(arguments: [doubtful, flagged])
  func aSecondPersonKeyingTheSameSettlesIt(machine: MachineReading) {
    let result = state(machine, [("A", .accept), ("B", Self.key(Self.number))])
    #expect(result.phase == .settled)
    #expect(result.number == Self.number)
    #expect(result.isFlagged == machine.isFlagged)
    #expect(result.ignored.isEmpty)
  }

  @Test func whoeverKeyedFirstCanBeFollowedByAnAcceptance() {
    #expect(
      state(Self.doubtful, [("A", Self.key(Self.number)), ("B", .accept)]).phase == .settled)
  }

  @Test func thePersonWhoDecidedCannotBeTheSecond() {
    let result = state(Self.doubtful, [("A", .accept), ("A", Self.key(Self.number))])
    #expect(result.phase == .secondNeeded)
    #expect(result.ignored.map(\.sequence) == [2])
  }

  @Test func aSecondPersonWhoSawTheNumberDoesNotCount() {
    for act in [DecisionEvent.Act.accept, Self.correct(Self.number)] {
      let result = state(Self.doubtful, [("A", .accept), ("B", act)])
      #expect(result.phase == .secondNeeded)
      #expect(result.ignored.map(\.sequence) == [2])
    }
  }

  @Test func differingFromWhatTheMachineAcceptedNeedsTwo() {
    #expect(state(Self.accepted, [("A", Self.correct(Self.other))]).phase == .secondNeeded)
    #expect(state(Self.accepted, [("A", Self.unreadable)]).phase == .secondNeeded)
    let result = state(
      Self.accepted, [("A", Self.correct(Self.other)), ("B", Self.key(Self.other))])
    #expect(result.phase == .settled)
    #expect(result.number == Self.other)
  }

  @Test func agreeingWithWhatTheMachineAcceptedNeedsOne() {
    #expect(state(Self.accepted, [("A", .accept)]).phase == .accepted)
    #expect(state(Self.accepted, [("A", Self.key(Self.number))]).phase == .accepted)
  }

  @Test func aFlaggedCorrectionNeedsTwo() {
    let keyed = DecisionEvent(
      sequence: 1, act: Self.key(Self.number), person: "A", isFlagged: true)
    let result = DecisionRules.state(of: Self.accepted, after: [keyed])
    #expect(result.phase == .secondNeeded)
    #expect(result.isFlagged)
  }

  @Test func twoWhoDifferNeedAThird() {
    let result = state(Self.doubtful, [("A", .accept), ("B", Self.key(Self.other))])
    #expect(result.phase == .mismatch)
    #expect(result.number == nil)
    let settled = state(
      Self.doubtful,
      [("A", .accept), ("B", Self.key(Self.other)), ("C", .settle(Self.other))])
    #expect(settled.phase == .settled)
    #expect(settled.number == Self.other)
    #expect(settled.settledBy == "C")
  }

  @Test func oneWhoReadsAndOneWhoCannotDiffer() {
    let list: [(String, DecisionEvent.Act)] = [("A", .accept), ("B", Self.unreadable)]
    #expect(state(Self.doubtful, list).phase == .mismatch)
    let settled = state(Self.doubtful, list + [("C", .settle(nil))])
    #expect(settled.phase == .unreadable)
    #expect(settled.number == nil)
  }

  @Test func twoWhoCannotReadItAgree() {
    #expect(
      state(Self.doubtful, [("A", Self.unreadable), ("B", Self.unreadable)]).phase == .unreadable)
  }

  @Test func onlyAThirdPersonWhoMaySettles() {
    let two: [(String, DecisionEvent.Act)] = [("A", .accept), ("C", Self.key(Self.other))]
    for person in ["A", "B", "C"] {
      let result = state(Self.doubtful, two + [(person, .settle(Self.other))])
      #expect(result.phase == .mismatch, "\(person)")
      #expect(result.ignored.map(\.sequence) == [3])
    }
    #expect(state(Self.doubtful, two + [("D", .settle(Self.other))]).phase == .settled)
  }

  @Test func nothingIsSettledThatDoesNotDiffer() {
    #expect(state(Self.doubtful, [("C", .settle(Self.number))]).ignored.count == 1)
    let agreed = state(
      Self.doubtful,
      [("A", .accept), ("B", Self.key(Self.number)), ("C", .settle(Self.other))])
    #expect(agreed.number == Self.number)
    #expect(agreed.ignored.map(\.sequence) == [3])
  }

  @Test func aThirdOpinionDoesNotCount() {
    let result = state(
      Self.doubtful,
      [("A", .accept), ("B", Self.key(Self.other)), ("D", Self.key(Self.other))])
    #expect(result.phase == .mismatch)
    #expect(result.opinions.map(\.person) == ["A", "B"])
  }

  @Test func thereIsNothingToAcceptWhereNothingWasRead() {
    #expect(state(Self.unread, [("A", .accept)]).ignored.count == 1)
    let keyed = state(
      Self.unread, [("A", Self.correct(Self.number)), ("B", Self.key(Self.number))])
    #expect(keyed.number == Self.number)
  }

  @Test func anUndoneDecisionIsAsIfNotMade() {
    let result = state(Self.doubtful, [("A", .accept), ("A", .undo(1))])
    #expect(result.phase == .open)
    #expect(result.opinions.isEmpty)
    let again = state(
      Self.doubtful,
      [("A", .accept), ("A", .undo(1)), ("A", Self.key(Self.other)), ("B", Self.key(Self.other))])
    #expect(again.phase == .settled)
    #expect(again.number == Self.other)
  }

  @Test func onceAnotherHasDecidedOnesOwnWordStands() {
    let result = state(
      Self.doubtful, [("A", .accept), ("B", Self.key(Self.other)), ("A", .undo(1))])
    #expect(result.phase == .mismatch)
    #expect(result.ignored.map(\.sequence) == [3])
  }

  @Test func aThirdWhoMaySettleCanUndo() {
    let two: [(String, DecisionEvent.Act)] = [("A", .accept), ("B", Self.key(Self.other))]
    #expect(state(Self.doubtful, two + [("D", .undo(1))]).phase == .secondNeeded)
    #expect(state(Self.doubtful, two + [("E", .undo(1))]).phase == .mismatch)
    // One of the two that differ cannot, whatever the role.
    let withSettler: [(String, DecisionEvent.Act)] = [
      ("C", .accept), ("B", Self.key(Self.other)), ("C", .undo(2)),
    ]
    #expect(state(Self.doubtful, withSettler).phase == .mismatch)
  }

  @Test func aSettlementIsUndoneBeforeWhatItRestsOn() {
    let settled: [(String, DecisionEvent.Act)] = [
      ("A", .accept), ("B", Self.key(Self.other)), ("C", .settle(Self.other)),
    ]
    #expect(state(Self.doubtful, settled + [("D", .undo(1))]).phase == .settled)
    #expect(state(Self.doubtful, settled + [("C", .undo(3))]).phase == .mismatch)
    #expect(state(Self.doubtful, settled + [("D", .undo(3))]).phase == .mismatch)
  }

  @Test func whatIsNotThereCannotBeUndone() {
    #expect(state(Self.doubtful, [("A", .undo(7))]).ignored.map(\.sequence) == [1])
    let twice = state(Self.doubtful, [("A", .accept), ("A", .undo(1)), ("A", .undo(1))])
    #expect(twice.ignored.map(\.sequence) == [3])
  }

  /// No order of acts by two people settles a doubtful number without a blind keying by one of them,
  /// and never is anything settled by one person alone.
  @Test func noSequenceGoesAroundTheRule() {
    let acts: [DecisionEvent.Act] = [
      .accept, Self.correct(Self.number), Self.key(Self.number), Self.unreadable,
      .settle(Self.number), .undo(1), .undo(2),
    ]
    let people = ["A", "C"]
    let choices = people.flatMap { person in acts.map { (person, $0) } }
    var settled = 0
    for one in choices {
      for two in choices {
        for three in choices {
          let result = state(Self.doubtful, [one, two, three])
          guard result.phase == .settled else { continue }
          settled += 1
          #expect(Set(result.opinions.map(\.person)).count == 2)
          #expect(result.opinions.contains { $0.isBlind })
          #expect(result.settledBy == nil)
        }
      }
    }
    #expect(settled > 0)
  }
}
