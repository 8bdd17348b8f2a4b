public import BlockList
public import IMEI
public import Intake

extension PhotoResult {
  /// A result in which every key has a value.
  public static var sample: PhotoResult {
    let answer = sampleAnswer(checkDigit: .agrees)
    let reading = Reading(
      imei: "356938035643809", formatted: "35-693803-564380-9", sv: "01", status: .accepted,
      reasons: [], checkDigit: .agrees,
      reportingBody: sampleBody(of: "356938035643809"),
      tac: TAC(code: "35693803", make: "Nokia", model: "3310", list: sampleList),
      sources: ["ocr.tesseract", "barcode.code128"], confidence: 0.999_84,
      digits: Array(repeating: 0.999_96, count: 14) + [0.75], caption: "IMEI 1", slot: 1,
      box: [Point(x: 1, y: 2), Point(x: 30, y: 2), Point(x: 30, y: 9), Point(x: 1, y: 9)],
      digitBoxes: (0..<15).map { sampleBox(x: 1 + 2 * $0, y: 2, width: 2, height: 7) },
      crop: String(repeating: "b", count: 16) + "-1.png",
      cropDigitBoxes: (0..<15).map { sampleBox(x: 10 + 8 * $0, y: 10, width: 8, height: 28) },
      alternatives: [Alternative(imei: "356938035643803", confidence: 0.01, answer: answer)],
      answer: answer, flags: ["historicReportingBody"])
    return PhotoResult(
      path: PhotoPath("haul/AB1.jpg"), status: .accepted,
      sha256: String(repeating: "b", count: 64), width: 4000, height: 3000, orientation: 6,
      pages: 1, perceptualHash: "0123456789abcdef",
      camera: Camera(time: "2026-11-21T10:20:30+00:00", make: "Canon", model: "R5"),
      readings: [reading], others: [Other(kind: "iccid", value: "8944110064563948217")],
      milliseconds: Milliseconds(decode: 12.345_6, locate: 20, read: 30.5),
      warnings: ["No TAC list is loaded."])
  }

  private static func sampleBox(x: Int, y: Int, width: Int, height: Int) -> [Point] {
    [
      Point(x: x, y: y), Point(x: x + width, y: y), Point(x: x + width, y: y + height),
      Point(x: x, y: y + height),
    ]
  }

  /// The reporting body of 14 or 15 digits.
  public static func sampleBody(of digits: String) -> ReportingBody {
    // swift-format-ignore: NeverForceUnwrap
    IMEI(digits)!.reportingBody
  }

  /// A flagged answer with one match.
  public static func sampleAnswer(checkDigit: CheckDigitComparison) -> Answer {
    Answer(
      matches: [
        Match(
          list: sampleList, listed: "356938035643809", checkDigit: checkDigit, reason: "stolen",
          date: "2026-10-30", line: 7)
      ],
      lists: [sampleList])
  }

  private static var sampleList: ListReference {
    // swift-format-ignore: NeverForceUnwrap
    ListReference(
      name: "Customs", date: ListDate(year: 2026, month: 11, day: 1)!,
      sha256: String(repeating: "a", count: 64))
  }
}
