import CaseFile
import Foundation
import Testing

@Suite struct DigitSheetTests {
  private func fixture() throws -> CaseFixture {
    let fixture = try CaseFixture()
    try fixture.file.addOperator(name: "Ann", number: "1", role: .reader)
    try fixture.record(["a", "b"].map { made($0, readings: [MadeReading(status: "review")]) })
    return fixture
  }

  private func place(_ bytes: String, _ place: Int) -> DigitPlace {
    DigitPlace(photo: digest(bytes), position: 0, place: place)
  }

  @Test func marksAreKeptByPlaceWithWhoMadeThem() throws {
    let fixture = try fixture()
    let file = fixture.file
    let sheet = DigitSheet(
      digit: 3, confirmed: [place("a", 0), place("b", 0)], struck: [place("a", 4)], seconds: 4)
    let event = try file.recordDigits(sheet, person: "1")
    #expect(event.entry.kind == "digits.check")
    #expect(event.entry.person == "Ann 1")
    let marks = try file.digitMarks(
      of: ReadingSubject(photo: digest("a"), number: .read(0)))
    #expect(marks.map(\.place) == [0, 4])
    #expect(marks.map(\.isStruck) == [false, true])
    #expect(
      marks.allSatisfy { $0.digit == 3 && $0.person == "Ann 1" && $0.event == event.sequence })
    #expect(try file.digitMarks(of: ReadingSubject(photo: digest("a"), number: .seen(0))) == [])
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test func marksAreOfTheResultInForce() throws {
    let fixture = try fixture()
    try fixture.file.recordDigits(
      DigitSheet(digit: 3, confirmed: [place("a", 0)], struck: []), person: "1")
    try fixture.record(
      [made("a", readings: [MadeReading(imei: "490154203237518", status: "review")], note: "x")],
      settings: CaseFixture.otherSettings)
    #expect(
      try fixture.file.digitMarks(of: ReadingSubject(photo: digest("a"), number: .read(0))) == [])
    // The sheet that was on the screen meanwhile is of no use.
    #expect(
      code {
        try fixture.file.recordDigits(
          DigitSheet(digit: 3, confirmed: [place("b", 0), place("a", 0)], struck: []), person: "1")
      } == .badValue)
    #expect(
      try fixture.file.digitMarks(of: ReadingSubject(photo: digest("b"), number: .read(0))) == [])
  }

  @Test func aSheetThatCannotBeIsRefused() throws {
    let fixture = try fixture()
    func refusal(_ digit: Int, _ confirmed: [DigitPlace], _ struck: [DigitPlace] = [])
      -> CaseFileError.Code?
    {
      code {
        try fixture.file.recordDigits(
          DigitSheet(digit: digit, confirmed: confirmed, struck: struck), person: "1")
      }
    }
    #expect(refusal(10, [place("a", 0)]) == .badValue)
    #expect(refusal(3, []) == .badValue)
    #expect(refusal(3, [place("a", 0)], [place("a", 0)]) == .badValue)
    #expect(refusal(4, [place("a", 0)]) == .badValue)
    #expect(refusal(3, [place("a", 15)]) == .badValue)
    #expect(refusal(3, [place("a", -1)]) == .badValue)
    #expect(refusal(3, [place("z", 0)]) == .photoMissing)
    #expect(refusal(3, [DigitPlace(photo: digest("a"), position: 4, place: 0)]) == .itemMissing)
  }

  @Test func noDigitOfANumberIsLeftAfterTheErasure() throws {
    let fixture = try fixture()
    let file = fixture.file
    try file.recordDigits(
      DigitSheet(digit: 3, confirmed: [place("a", 0)], struck: [place("a", 4)]), person: "1")
    try file.closeCase(despiteOpenWork: true)
    try file.purge()
    #expect(try file.digitMarks(of: ReadingSubject(photo: digest("a"), number: .read(0))) == [])
    #expect(try CaseConsistency(file).faults() == [])
  }
}
