import CaseFile
import Testing

@testable import Station

@Suite("Names of numbers")
struct NumberNameTests {
  @Test func namesReadBack() {
    for number in [ReadingSubject.Number.read(0), .read(999), .seen(0), .seen(12)] {
      #expect(ReadingSubject.Number(name: number.name) == number)
    }
  }

  @Test(arguments: [
    "", "read", "read:", "read:-1", "read:1000", "read:+1", "read:1:2", "Read:1", "seen: 1",
    "read:१", "read:00000",
  ])
  func whatIsNoNameIsNone(name: String) {
    #expect(ReadingSubject.Number(name: name) == nil)
  }
}
