import BlockList
import CaseFile
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
        == "0 of 5 (true rate likely below 43.5\u{A0}%; few items, so a rough figure)")
    #expect(
      ErrorRate(differing: 3, count: 200).words
        == "3 of 200 (1.5\u{A0}%; 95\u{A0}% interval 0.5\u{A0}% to 4.4\u{A0}%)")
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
    #expect(NumberWords.confidence(0.9998) == "99.98\u{A0}%")
    #expect(NumberWords.confidence(0.5) == "50.00\u{A0}%")
    #expect(NumberWords.confidence(1) == "99.99\u{A0}% or more")
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

  @Test func writesNumbersInSentencesAsElsewhere() {
    let numbers: Set = ["356938035643809", "3569380356438001"]
    func words(_ text: String) -> String { NumberWords.hyphenating(text, numbers) }
    #expect(
      words("On AB-1: 356938035643809, 3569380356438001.")
        == "On AB-1: 35-693803-564380-9, 35-693803-564380-01.")
    #expect(words("356938035643809") == "35-693803-564380-9")
    for text in [
      "356938035643809.jpg", "IMG_356938035643809", "A356938035643809", "356938035643809b", "",
      "356938035643817", "1356938035643809", "٣356938035643809",
    ] { #expect(words(text) == text) }
  }

  @Test func tellsOfOriginalsAsTheyWereFound() {
    func check(_ name: String, _ photo: String, _ outcome: OriginalCheck.Outcome) -> OriginalCheck {
      OriginalCheck(path: Array(name.utf8), sha256: photo, outcome: outcome)
    }
    let record = OriginalsRecord([
      check("/1", "a", .same), check("/2", "b", .same), check("/3", "b", .missing),
      check("/4", "c", .changed),
    ])
    func words(_ photo: String) -> String { OriginalWords.fact(of: record.state(of: photo)).value }
    #expect(words("a") == "hashed again for this report: unchanged")
    #expect(
      words("b")
        == "hashed again for this report: 1 of 2 files unchanged, 1 missing: not there any more")
    #expect(words("c") == "hashed again for this report: changed: other bytes than were read")
    #expect(words("d") == "not hashed again: another photo has its place by now")
    #expect(OriginalWords.fact(of: record.state(of: "c")).tone == .attention)
    #expect(
      OriginalWords.fact(of: OriginalsRecord().state(of: "a")).value
        == "not hashed again for this report")
    #expect(OriginalWords.words(of: [:]) == "there were none")
    #expect(record.files == 4)
  }

  @Test func warnsOfPhotosThatGaveNoAnswerAlone() {
    func read(_ status: String, _ remark: String? = nil) -> ReportFact? {
      var photo = SampleHaul.photo(0x11, name: "a.jpg", status: status)
      photo.remarks = remark.map { [$0] } ?? []
      return PhotoWords(photo).facts(OriginalsRecord()).first { $0.name == "Read" }
    }
    #expect(read("review")?.tone == .plain)
    #expect(read("review")?.value.hasPrefix("left to people; recorded 2026-11-21") == true)
    #expect(read("refused", "It is empty.")?.tone == .attention)
    #expect(
      read("refused", "It is empty.")?.value.hasPrefix("refused: It is empty. Recorded 2026")
        == true)
  }

  @Test(arguments: [Answer.State.flagged, .notFlagged])
  func saysThatAnAnswerIsKeptWithoutItsLists(state: Answer.State) {
    let bare = AnswerWords.facts(
      of: .withoutLists(state), at: "2026-11-21T09:00:01.000Z", counts: true)
    #expect(
      bare.map(\.value) == [
        (state == .flagged ? "flagged" : "not flagged") + ", asked 2026-11-21 09:00:01 UTC; "
          + "the lists asked are those of that time, and are not kept with the answer"
      ])
    #expect(AnswerWords.reasons(of: .withoutLists(.flagged)).contains("not kept with the answer"))
    let named = AnswerWords.facts(
      of: Answer(matches: [], lists: [SampleHaul.list]), at: nil, counts: true)
    #expect(named.first?.value.hasPrefix("not flagged: not on “national block list”") == true)
  }
}
