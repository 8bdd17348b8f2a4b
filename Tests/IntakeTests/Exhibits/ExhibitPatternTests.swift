import Intake
import Testing

@Suite("Exhibits by file names")
struct ExhibitPatternTests {
  @Test(arguments: [
    ("{exhibit}_*", "AB1_front.jpg", "AB1"), ("{exhibit}_*", "AB 1_x_y.heic", "AB 1"),
    ("{exhibit}", "AB-1.jpg", "AB-1"), ("IMG-????-{exhibit}", "img-0042-cd7.JPG", "cd7"),
    ("*-{exhibit}-*", "2026-AB1-front-2.jpg", "AB1"),
    ("photo {exhibit}", "Photo JS-1-A.png", "JS-1-A"),
    ("{exhibit}*", "AB1.jpg", "A"), ("{exhibit}.*", "AB1.front.jpg", "AB1"),
  ])
  func fitting(pattern: String, name: String, expected: String) throws {
    #expect(try ExhibitPattern(pattern).exhibit(in: name) == expected)
  }

  @Test(arguments: [
    ("{exhibit}_*", "AB1.jpg"), ("IMG-????-{exhibit}", "IMG-42-AB1.jpg"), ("{exhibit}_*", "_x.jpg"),
    ("a{exhibit}", "b1.jpg"), ("{exhibit}_*", String(repeating: "a", count: 300) + "_1.jpg"),
    ("{exhibit}-x", " -x.jpg"),
  ])
  func notFitting(pattern: String, name: String) throws {
    #expect(try ExhibitPattern(pattern).exhibit(in: name) == nil)
  }

  @Test(arguments: ["", "*", "AB1", "{exhibit}{exhibit}", "{exhibit}-{exhibit}"])
  func aPatternThatDoesNotSayWhereTheExhibitStandsIsRefused(pattern: String) {
    let error = #expect(throws: IntakeError.self) { try ExhibitPattern(pattern) }
    #expect(error?.code == .badInput)
    #expect(error?.cure.contains("{exhibit}") == true)
  }

  @Test func manyStarsTakeNoLongTime() throws {
    let pattern = try ExhibitPattern(String(repeating: "*a", count: 60) + "{exhibit}b")
    #expect(pattern.exhibit(in: String(repeating: "a", count: 250)) == nil)
  }
}
