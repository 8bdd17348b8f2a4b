import Testing

@testable import IMEI

@Suite("Doubts in words")
struct DoubtTests {
  static let all: [Doubt] = [
    .checkDigitDiffers(printed: 8, computed: 9), .checkDigitAbsent,
    .reportingBodyUnassigned(code: "36"), .reportingBodyTest(code: "00"),
    .placeholder(Placeholder(digits: "000000000000000", note: "All zeros.")), .noCaption,
    .otherContext(kind: .imsi, words: "IMSI"), .notWholeToken,
    .lookAlikes([Substitution(position: 3, printed: "O", digit: 0)]), .unknownGrouping,
    .looksLikeOther(kind: .card), .extraDigit(9),
  ]

  @Test("Each has a word of its own and a whole sentence that names what was seen")
  func sentences() {
    #expect(Set(Self.all.map(\.slug)).count == Self.all.count)
    for doubt in Self.all {
      #expect(doubt.explanation.hasSuffix("."))
      #expect(doubt.explanation.first?.isUppercase == true || doubt.explanation.first == "“")
    }
    #expect(Self.all[0].explanation.contains("8") && Self.all[0].explanation.contains("9"))
    #expect(Self.all[6].explanation.contains("“IMSI”"))
    #expect(Self.all[8].explanation.contains("“O” for 0"))
  }

  @Test("No text calls a number correct, clean or black")
  func words() {
    for doubt in Self.all {
      for word in ["correct", "clean", "black", "invalid"] {
        #expect(!doubt.explanation.lowercased().contains(word))
      }
    }
  }

  @Test("A differing check digit 0 mentions the network's spare digit")
  func spareZero() {
    let doubt = Doubt.checkDigitDiffers(printed: 0, computed: 9)
    #expect(doubt.explanation.contains("network"))
    #expect(!Doubt.checkDigitDiffers(printed: 1, computed: 9).explanation.contains("network"))
  }
}
