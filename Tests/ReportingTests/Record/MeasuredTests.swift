import BlockList
import CaseFile
import Intake
import Reporting
import Testing

/// How readers and machine are measured.
@Suite struct MeasuredTests {
  @Test func onlyWhatWasDecidedUnseenMeasuresTheMachine() throws {
    let haul = try CaseHaul()
    let doubtful = CaseHaul.reading(accepted: false)
    let flagged = CaseHaul.reading(answer: CaseHaul.answer(flags: CaseHaul.number))
    try haul.record([
      CaseHaul.photo("untouched"), CaseHaul.photo("shown", [flagged]),
      CaseHaul.photo("agreed", [flagged]), CaseHaul.photo("wrong", [flagged]),
      CaseHaul.photo("once", [doubtful]), CaseHaul.photo("right", [doubtful]),
      CaseHaul.photo("other", [doubtful]), CaseHaul.photo("seen", [], status: .unreadable),
      CaseHaul.photo("half", [doubtful]),
    ])
    try haul.decide("shown", .accept, person: "1")
    for name in ["agreed", "right"] {
      try haul.decide(name, .accept, person: "1")
      try haul.decide(name, .key(CaseHaul.number), person: "2")
    }
    try haul.decide("wrong", .key(CaseHaul.other), person: "1")
    try haul.decide("wrong", .key(CaseHaul.other), person: "2")
    try haul.decide("once", .key(CaseHaul.number), person: "1")
    try haul.decide("other", .accept, person: "1")
    try haul.decide("other", .key(CaseHaul.other), person: "2")
    try haul.decide("other", .settle(CaseHaul.other), person: "3")
    for person in ["1", "2"] {
      try haul.decide("seen", .key(CaseHaul.third), on: .seen(0), person: person)
    }
    // Fourteen digits do not differ from the same with a check digit.
    for person in ["1", "2"] {
      try haul.decide("half", .key(String(CaseHaul.number.prefix(14))), person: person)
    }
    #expect(
      try HaulRecord(of: haul.file).machine
        == MachineRecord(
          accepted: 4, acceptedChecked: 2, acceptedDiffering: 1, reviewed: 4, reviewedAgreeing: 2))
  }

  @Test func readersAreMeasuredByDecisionsThatCountAndKnownAnswers() throws {
    let haul = try CaseHaul()
    let doubtful = CaseHaul.reading(accepted: false)
    try haul.record(["a", "b", "c"].map { CaseHaul.photo($0, [doubtful]) })
    try haul.decide("a", .accept, person: "1")
    try haul.decide("a", .key(CaseHaul.other), person: "2")
    try haul.decide("a", .settle(CaseHaul.number), person: "3")
    let event = try haul.file.decide(
      Decision(subject: .init(photo: CaseHaul.digest("b"), number: .read(0)), act: .accept),
      person: "1")
    try haul.file.undo(event: event.sequence, person: "1")
    for passed in [true, false] {
      try haul.file.recordControl(
        ControlAnswer(
          subject: .init(photo: CaseHaul.digest("c"), number: .read(0)), passed: passed,
          digitsDiffering: passed ? 0 : 2), person: "2")
    }
    #expect(
      try HaulRecord(of: haul.file).readers == [
        ReaderRecord(person: "Ann 1", decisions: 1, controls: 0, differing: 0),
        ReaderRecord(person: "Bob 2", decisions: 1, controls: 2, differing: 1),
        ReaderRecord(person: "Cy 3", decisions: 1, controls: 0, differing: 0),
      ])
  }
}
