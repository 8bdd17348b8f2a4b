import IMEI
import Imaging
import Testing

@testable import Reading

@Suite("PageReader")
struct PageReaderTests {
  /// Says of every region what it was told to say.
  private struct ScriptedRecogniser: Recogniser {
    var source: Source
    var lines: [TextLine]

    func recognise(_ region: Region) -> [RecognisedText] { [RecognisedText(lines: lines)] }
  }

  private struct WholePhoto: Locator {
    func regions(in photo: GrayImage) -> [Region] {
      [Region(image: photo, content: .page, toPhoto: .identity)]
    }
  }

  private func read(_ scripts: [(Source, [String])]) -> PageReading {
    let recognisers = scripts.map { source, texts in
      ScriptedRecogniser(
        source: source,
        lines: texts.enumerated().map { index, text in
          TextLine(text, box: TextBox(x: 10, y: Double(index * 60), width: 300, height: 24))
        })
    }
    return PageReader(
      locator: WholePhoto(), recognisers: recognisers, decider: TwoSourceDecider()
    ).read(GrayImage(width: 400, height: 300, filledWith: 255))
  }

  private let digits = Source(rawValue: "ocr.digits")

  @Test func aPageOnWhichRecognisersAgreeIsAccepted() {
    let reading = read([(.tesseract, ["IMEI 356938035643809"]), (digits, ["IMEI 356938035643809"])])
    #expect(reading.status == .accepted)
    #expect(reading.readings.map(\.imei.digits) == ["356938035643809"])
  }

  @Test func everyDigitHasItsPlaceInThePhoto() throws {
    let reading = try #require(read([(.tesseract, ["IMEI 356938035643809"])]).readings.first)
    // 20 characters share 300 pixels from x = 10; the digits are the last 15 of them.
    #expect(reading.digitPlaces.count == 15)
    for (index, place) in reading.digitPlaces.enumerated() {
      let wanted = TextBox(x: 10 + Double(index + 5) * 15, y: 0, width: 15, height: 24)
      #expect(place == PlaneTransform.identity.apply(wanted))
    }
  }

  @Test func oneDoubtfulReadingMakesThePageOneForReview() {
    let reading = read([
      (.tesseract, ["IMEI 1 356938035643809", "IMEI 2 356938035643817"]),
      (digits, ["IMEI 1 356938035643809"]),
    ])
    #expect(reading.status == .review)
    #expect(Set(reading.readings.map(\.status)) == [.accepted, .review])
  }

  @Test func aCaptionWithoutNumberMakesThePageUnreadable() {
    #expect(read([(.tesseract, ["IMEI 35693*****43809"])]).status == .unreadable)
  }

  @Test func aPageWithoutAnythingHasNone() {
    let reading = read([(.tesseract, ["Emergency call", "12:45"])])
    #expect(reading.status == .none)
    #expect(reading.readings.isEmpty)
  }

  @Test func otherIdentifiersAreNamed() {
    let reading = read([(.tesseract, ["EID 89049032618030658558745839597421"])])
    #expect(reading.others.map(\.kind) == [.eid])
    #expect(reading.readings.isEmpty)
  }
}
