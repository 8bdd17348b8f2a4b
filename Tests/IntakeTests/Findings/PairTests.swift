import BlockList
import IMEI
import Intake
import Testing

@Suite("Findings: pairs") struct PairTests {
  private let first = MadeUpHaul.imei("35693803564380")
  private let second = MadeUpHaul.imei("35693803564381")
  private let distant = MadeUpHaul.imei("35693803900000")
  private let otherType = MadeUpHaul.imei("86012304123456")

  @Test func neighbouringSerialsOnOnePhotoAreNamedAsAPair() throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", second, first)
    let found = haul.findings.findings()
    #expect(found.map(\.kind) == [.pair])
    #expect(found.first?.imeis == [first, second])
    #expect(found.first?.severity == .note)
  }

  @Test func neighboursOnTwoPhotosArePairsOnlyWhenTheExhibitIsOne() throws {
    var apart = MadeUpHaul(exhibits: .unknown)
    try apart.add("a.jpg", first)
    try apart.add("b.jpg", second)
    #expect(apart.findings.findings().isEmpty)
    var together = MadeUpHaul(exhibits: .folder)
    try together.add("AB1/a.jpg", first)
    try together.add("AB1/b.jpg", second)
    #expect(together.found(.pair).map(\.files) == [["AB1/a.jpg", "AB1/b.jpg"]])
    #expect(together.found(.pair).map(\.exhibits) == [["AB1"]])
  }

  @Test func serialsFarApartAndThreeNeighboursAreNoPair() throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", first, distant)
    try haul.add(
      "b.jpg", otherType, MadeUpHaul.imei("86012304123457"), MadeUpHaul.imei("86012304123458"))
    #expect(haul.found(.pair).isEmpty)
  }

  @Test func onlyOneOfAPairListedIsToBeLookedAt() throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", first, second, states: [.flagged, .notFlagged])
    let found = haul.found(.halfListedPair)
    #expect(found.map(\.imeis) == [[first, second]])
    #expect(found.first?.severity == .look)
    #expect(found.first?.sentence.hasPrefix("\(first) is flagged and \(second)") == true)
    #expect(haul.findings.findings().first?.kind == .halfListedPair)
  }

  @Test(arguments: [
    [Answer.State.flagged, .flagged], [.notFlagged, .notFlagged], [.flagged, .notChecked],
  ])
  func otherAnswersAreNoFinding(states: [Answer.State]) throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", first, second, states: states)
    #expect(haul.found(.halfListedPair).isEmpty)
  }

  @Test func captionsOfTwoSlotsMakeAPairOfAnySerials() throws {
    var haul = MadeUpHaul(exhibits: .unknown)
    try haul.add("a.jpg", first, distant, slots: [1, 2], states: [.notFlagged, .flagged])
    try haul.add(
      "b.jpg", MadeUpHaul.imei("35693803700000"), otherType, states: [.flagged, .notFlagged])
    #expect(haul.found(.halfListedPair).map(\.imeis) == [[first, distant]])
  }

  @Test func twoMakersInOneDeviceAreToBeLookedAt() throws {
    var haul = MadeUpHaul(make: { $0.digits == "35693803" ? "Nokia" : "Huawei" })
    try haul.add("a.jpg", first, otherType, slots: [1, 2])
    let found = haul.found(.makesDiffer)
    #expect(found.map(\.severity) == [.look])
    #expect(found.first?.sentence.contains("Nokia") == true)
    #expect(found.first?.sentence.contains("Huawei") == true)
  }

  @Test func theMakeInTheResultsCountsWhereNoListIsGiven() throws {
    var haul = MadeUpHaul()
    try haul.add("a.jpg", first, otherType, slots: [1, 2], makes: ["Nokia Oyj", "HUAWEI"])
    try haul.add(
      "b.jpg", MadeUpHaul.imei("35693804564380"), MadeUpHaul.imei("86012305123456"), slots: [1, 2],
      makes: ["Sony-Ericsson", "SONY ERICSSON"])
    try haul.add(
      "c.jpg", MadeUpHaul.imei("35693805564380"), MadeUpHaul.imei("86012306123456"), slots: [1, 2],
      makes: ["Nokia", nil])
    #expect(haul.found(.makesDiffer).map(\.files) == [["a.jpg"]])
  }
}
