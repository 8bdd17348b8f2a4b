import Testing

@testable import Reporting

@Suite struct WordsTests {
  // The intervals are those of Wilson's formula as published tables give them, rounded outwards.
  @Test(arguments: [
    (0, 10, 0...278), (1, 10, 17...405), (5, 10, 236...764), (10, 10, 722...1_000),
    (0, 100, 0...37), (3, 200, 5...44), (0, 0, 0...1_000),
  ])
  func boundsAnErrorRate(differing: Int, count: Int, bounds: ClosedRange<Int>) {
    #expect(ErrorRate(differing: differing, count: count).bounds == bounds)
  }

  @Test func saysHowLittleAFigureMayMean() {
    #expect(ErrorRate(differing: 0, count: 0).words == "not measured")
    #expect(
      ErrorRate(differing: 0, count: 5).words
        == "0 of 5 (true rate likely below 43.5 %; few items, so a rough figure)")
    #expect(
      ErrorRate(differing: 3, count: 200).words == "3 of 200 (1.5 %; 95 % interval 0.5 % to 4.4 %)")
  }

  @Test(arguments: [
    (
      ["barcode.code128", "ocr.digits"],
      "barcode (Code 128) and print, by one recogniser (the kit's own networks)"
    ),
    (
      ["ocr.digits", "ocr.tesseract"],
      "print, by two recognisers (the kit's own networks, Tesseract)"
    ),
    ([], "by people only"), (["ocr.new", "else"], "print, by one recogniser (new) and else"),
  ])
  func namesSourcesPlainly(sources: [String], words: String) {
    #expect(SourceWords.of(sources) == words)
  }

  @Test(arguments: [
    ("2026-11-21T10:15:30.123Z", "2026-11-21 10:15:30 UTC"),
    ("2026-11-21T10:15:30Z", "2026-11-21 10:15:30 UTC"), ("2026-11-18T10:00Z", "2026-11-18T10:00Z"),
    ("yesterday\n", "yesterday\\n"), ("2026-11-21T10:15:30+01:00", "2026-11-21T10:15:30+01:00"),
    ("", ""),
  ])
  func showsTimesOfTheKitInUTCAndOthersAsTold(time: String, shown: String) {
    #expect(time.visibleTime == shown)
  }

  @Test(arguments: [
    (0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "−1,000"),
  ])
  func groupsThousandsInEveryLocale(number: Int, shown: String) { #expect(number.grouped == shown) }

  @Test func neverRoundsUpToCertainty() {
    #expect(NumberWords.confidence(0.9998) == "99.98 %")
    #expect(NumberWords.confidence(0.5) == "50.00 %")
    #expect(NumberWords.confidence(1) == "99.99 % or more")
    #expect(NumberWords.confidence(.nan) == "not known")
  }

  @Test func namesRunsInSpans() { #expect(ToolChapter.spans([1, 2, 3, 5, 7, 8]) == "1–3, 5, 7–8") }

  @Test func countsEachExhibitOnceInTheChart() {
    let record = LargeHaul.record(exhibits: 200)
    let bars = MakeChart(record.exhibits).bars
    #expect(bars.reduce(0) { $0 + $1.value } == 200)
    #expect(bars.reduce(0) { $0 + $1.flagged } == record.counts.exhibits.flagged)
    #expect(bars.count <= 6)
  }

  @Test func showsNamesThatAreNoText() {
    #expect(String(visibleName: [0x61, 0xFF, 0x0A]) == "a\\xFF\\n")
  }
}
