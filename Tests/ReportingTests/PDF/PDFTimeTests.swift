import Testing

@testable import Reporting

@Suite struct PDFTimeTests {
  @Test func leavesTheFractionOut() {
    #expect(PDFTime.seconds(of: "2026-11-21T10:15:30.123Z") == "2026-11-21T10:15:30Z")
    #expect(PDFTime.seconds(of: "2026-11-21T10:15:30Z") == "2026-11-21T10:15:30Z")
  }

  @Test(arguments: ["", "yesterday", "2026-11-21 10:15:30", "2026-11-21T10:15:3"])
  func neverFallsBackOnTheClock(text: String) {
    #expect(PDFTime.seconds(of: text) == "1970-01-01T00:00:00Z")
  }
}
