import BlockList
import CaseFile
import Foundation
import IMEI

@testable import Intake
@testable import Station

/// A reading as a test makes it up.
struct MadeReading {
  var imei: String
  var status = PhotoResult.Reading.Status.review
  var isFlagged = false
  /// The least sure digit's confidence.
  var leastSure = 0.5
  var reasons = ["The digits are not certain."]
  var sources = ["ocr.digits"]
  var hasCrop = true

  /// A reading whose sources agree on every digit, and that a person has to confirm all the same.
  static func sure(_ imei: String) -> MadeReading {
    MadeReading(imei: imei, leastSure: 0.999, reasons: ["Nothing near the number says IMEI."])
  }

  /// A reading that nobody has to look at.
  static func accepted(_ imei: String) -> MadeReading {
    MadeReading(
      imei: imei, status: .accepted, leastSure: 0.999, reasons: [],
      sources: ["ocr.digits", "barcode.code128"])
  }

  func reading(list: ListReference) -> PhotoResult.Reading {
    // swift-format-ignore: NeverForceUnwrap
    let number = IMEI(imei)!
    let matches = [
      Match(list: list, listed: imei, checkDigit: .agrees, reason: "stolen", date: nil, line: 7)
    ]
    return PhotoResult.Reading(
      imei: imei, formatted: number.formatted, status: status, reasons: reasons,
      checkDigit: number.checkDigit, reportingBody: number.reportingBody,
      tac: PhotoResult.TAC(code: String(imei.prefix(8))), sources: sources, confidence: leastSure,
      digits: Array(repeating: 0.9995, count: 14) + [leastSure], caption: "IMEI", slot: 1,
      box: Self.corners(x: 100, y: 200, width: 600, height: 40),
      digitBoxes: (0..<15).map { Self.corners(x: 100 + 40 * $0, y: 200, width: 40, height: 40) },
      crop: nil,
      cropDigitBoxes: hasCrop
        ? (0..<15).map { Self.corners(x: 10 + 20 * $0, y: 10, width: 18, height: 30) } : [],
      answer: Answer(matches: isFlagged ? matches : [], lists: [list]))
  }

  static func corners(x: Int, y: Int, width: Int, height: Int) -> [PhotoResult.Point] {
    [
      PhotoResult.Point(x: x, y: y), PhotoResult.Point(x: x + width, y: y),
      PhotoResult.Point(x: x + width, y: y + height), PhotoResult.Point(x: x, y: y + height),
    ]
  }
}

/// Photos of a haul that are in a case without having been read.
enum MadeHaul {
  // swift-format-ignore: NeverForceUnwrap
  static let list = ListReference(
    name: "Stolen", date: ListDate(year: 2026, month: 11, day: 1)!,
    sha256: String(repeating: "a", count: 64))

  /// A number with its check digit.
  static func imei(_ serial: Int) -> String {
    let text = String(serial)
    let body = "35693803" + String(repeating: "0", count: 6 - text.utf8.count) + text
    // swift-format-ignore: NeverForceUnwrap
    return body + String(IMEI(body)!.computedCheckDigit)
  }

  /// Records photos in a run of their own.
  ///
  /// - Returns: their SHA-256s, in their order.
  @discardableResult
  static func record(
    _ photos: [(name: String, readings: [MadeReading])], in file: CaseFile
  ) throws -> [String] {
    let run = try file.beginRun(
      RunDetails(
        settings: RunSettings(toolVersion: "0.6.0", components: ["ocr": "5"], values: [:]),
        lists: [list], sandbox: "none", machine: "desk1"))
    let recorded = try photos.map { try photo($0.name, $0.readings) }
    try file.record(recorded, run: run)
    try file.endRun(run, outcome: "finished")
    return recorded.compactMap(\.sha256)
  }

  private static func photo(_ name: String, _ readings: [MadeReading]) throws -> RecordedPhoto {
    let digest = PhotoDigest.sha256(of: Array(name.utf8))
    let status: PhotoResult.Status =
      readings.isEmpty
      ? .unreadable : readings.contains { $0.status == .review } ? .review : .accepted
    let result = PhotoResult(
      path: PhotoPath("/photos/\(name)"), status: status, sha256: digest, width: 1_600,
      height: 1_200, orientation: 6, pages: 1, readings: readings.map { $0.reading(list: list) })
    return RecordedPhoto(
      path: Array("/photos/\(name)".utf8), sha256: digest,
      stamp: FileStamp(size: 1_000, modified: 1_700_000_000_000_000_000), perceptualHash: nil,
      result: String(decoding: try result.json(), as: UTF8.self),
      crops: readings.indices.filter { readings[$0].hasCrop }.map {
        RecordedCrop(position: $0, png: png)
      })
  }

  /// The header of a picture of 320 × 50 pixels; nobody looks further.
  static let png: [UInt8] =
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
    + [0, 0, 1, 64, 0, 0, 0, 50, 8, 0, 0, 0, 0, 0, 0, 0, 0]
}
