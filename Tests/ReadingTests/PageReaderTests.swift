import IMEI
import Imaging
import TestSupport
import Testing

@testable import Reading

/// Reads drawn pages with the real networks.
///
/// What is certain enough to be accepted is the decider's matter and tested there: how sure the
/// networks are of the dot font says nothing about photos.
@Suite("PageReader", .serialized)
struct PageReaderTests {
  private let first = "356938035643809"
  private let second = "356938035643817"

  /// A page with lines one below the other.
  private func page(_ lines: [String], paper: UInt8 = 235, ink: UInt8 = 25) -> GrayImage {
    var page = DrawnPage(width: 640, height: 420, paper: paper, ink: ink)
    for (index, line) in lines.enumerated() { page.write(line, x: 70, y: 120 + index * 50) }
    return page.image
  }

  private func read(_ image: GrayImage, parts: ReaderParts = .all) throws -> PageReading {
    try PageReader(parts: parts).read(image)
  }

  @Test(arguments: [0, 30, 90, 180])
  func aLabelIsReadAtAnyAngle(degrees: Int) throws {
    let reading = try read(page(["IMEI: \(first)"]).turned(degrees: Double(degrees)))
    #expect(reading.readings.map(\.imei.digits) == [first])
    #expect(reading.readings.first?.caption?.text.hasPrefix("IMEI") == true)
  }

  @Test func lightPrintOnADarkScreenIsRead() throws {
    let reading = try read(page(["IMEI: \(first)"], paper: 20, ink: 240))
    #expect(reading.readings.map(\.imei.digits) == [first])
    #expect(reading.readings.first?.caption != nil)
  }

  @Test func aCaptionAboveTheNumberIsRead() throws {
    let image = page(["IMEI", first])
    let reading = try read(image)
    #expect(reading.readings.map(\.imei.digits) == [first])
    #expect(reading.readings.first?.caption?.place == .above)
    let without = try read(image, parts: ReaderParts.all.subtracting(.captions))
    #expect(without.readings.allSatisfy { $0.caption == nil })
  }

  @Test func twoNumbersAreReadInReadingOrder() throws {
    let reading = try read(page(["IMEI 1: \(first)", "IMEI 2: \(second)"]))
    #expect(reading.readings.map(\.imei.digits) == [first, second])
    #expect(reading.readings.map(\.caption?.slot) == [1, 2])
  }

  @Test func everyDigitHasItsPlaceInThePhoto() throws {
    var page = DrawnPage(width: 640, height: 420)
    let line = page.write(first, x: 150, y: 200)
    let places = try #require(try read(page.image).readings.first).digitPlaces
    try #require(places.count == 15)
    let step = Double(line.width) / 14.83
    for (index, place) in places.enumerated() {
      let box = place.bounds
      #expect(abs(box.midX - 150 - step * (Double(index) + 0.42)) < step / 2)
      #expect(abs(box.midY - 200 - DrawnPage.digitHeight / 2) < DrawnPage.digitHeight / 4)
    }
  }

  @Test func aPageWithoutANumberHasNone() throws {
    let reading = try read(page(["EMERGENCY CALL", "12:45"]))
    #expect(reading.status == .none)
    #expect(reading.readings.isEmpty)
  }

  @Test(arguments: [(0, 0), (1, 1), (15, 400), (400, 300)])
  func anEmptyPictureHasNone(width: Int, height: Int) throws {
    let reading = try read(GrayImage(width: width, height: height, filledWith: 255))
    #expect(reading.status == .none)
  }

  @Test(
    "Masked digits are never completed",
    arguments: [
      "IMEI: 35693803*****09", "IMEI: 356938035643###", "IMEI: 3569380356438", "IMEI: ****",
    ])
  func maskedDigits(text: String) throws {
    let reading = try read(page([text]))
    #expect(!reading.readings.contains { $0.status == .accepted })
    #expect(!reading.readings.contains { $0.imei.digits == first })
  }

  @Test func otherIdentifiersAreNamed() throws {
    let reading = try read(page(["ICCID: 89490200001234567892"]))
    #expect(reading.readings.isEmpty)
    #expect(reading.others.map(\.kind) == [.iccid])
  }

  @Test func everyStageThatRanTookTime() throws {
    let times = try read(page(["IMEI: \(first)"])).times
    #expect(times.locate > 0)
    #expect(times.recognise > 0)
    #expect(times.barcodes > 0)
    #expect(times.decide > 0)
    let bare = try read(page(["IMEI: \(first)"]), parts: []).times
    #expect(bare.barcodes == 0)
    #expect(bare.second == 0)
  }
}
