import Testing

@testable import Intake

@Suite("Labels of evidence bags")
struct BagLabelTests {
  @Test(arguments: [
    ("EXHIBIT REF AB/12", "exhibit", "AB/12"), ("Exhibit no. js/1/A", "exhibit", "JS/1/A"),
    ("EX:AB/12", "exhibit", "AB/12"), ("EXHIBIT: AB / 7", "exhibit", "AB/7"),
    ("SEAL NO. M79068019", "seal", "M79068019"), ("SEAL NO.A90691407", "seal", "A90691407"),
    ("M00020876", "seal", "M00020876"),
  ])
  func isRead(text: String, kind: String, value: String) {
    #expect(BagLabel.others(in: [text]) == [PhotoResult.Other(kind: kind, value: value)])
  }

  @Test(arguments: [
    "EXHIBIT REF", "EXHIBITS", "EXHIBIT STORE 4", "DATE 12/07/2026", "1X NOKIA SM-A5461",
    "356938035643809", "IMEI 356938035643809", "PC 4417", "MODEL SM12345678", "EXHIBIT AB12/",
    "M123",
    "EXHIBIT ABCDEFG/1", "SEAL NO.", "",
  ])
  func isNot(text: String) {
    #expect(BagLabel.others(in: [text]).isEmpty)
  }
}
