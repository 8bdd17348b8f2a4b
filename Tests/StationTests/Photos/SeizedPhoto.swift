import BlockList
import CaseFile
import Crypto
import Foundation
import IMEI
import Intake
import IntakeTestSupport

@testable import Station

/// A photo of the haul with a made-up reading, whose bytes are those of a real picture file.
struct SeizedPhoto: Sendable {
  var name = "front.gif"
  var imei: String? = "356938035643809"
  var isAccepted = true
  var isFlagged = false
  var bytes: [UInt8] = SeizedPhoto.gif
  var exhibit: String?
  /// Whether the file lies where the case knows it to be.
  var isThere = true

  /// A picture of one pixel, followed by what tells it from others.
  static let gif: [UInt8] =
    [
      0x47, 0x49, 0x46, 0x38, 0x39, 0x61,
      1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2,
      0x44, 1, 0, 0x3B,
    ]

  /// A picture of one grey pixel that browsers do not show.
  static let tiff: [UInt8] = {
    // Tags 256 and above, each a SHORT: width, height, bits, compression, black is zero, strip, samples,
    // rows of the strip, bytes of the strip.
    let fields: [(tag: UInt8, value: UInt8)] = [
      (0, 1), (1, 1), (2, 8), (3, 1), (6, 1), (0x11, 8), (0x15, 1), (0x16, 1), (0x17, 1),
    ]
    var bytes: [UInt8] = [0x49, 0x49, 42, 0, 10, 0, 0, 0, 0x7F, 0, UInt8(fields.count), 0]
    for field in fields { bytes += [field.tag, 1, 3, 0, 1, 0, 0, 0, field.value, 0, 0, 0] }
    return bytes + [0, 0, 0, 0]
  }()

  var sha256: String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }

  /// Puts the file in the station's folder and the photo in its case.
  ///
  /// - Returns: the photo's SHA-256.
  @discardableResult
  func seize(_ station: StationFixture) async throws -> String {
    let path = "\(station.folder)/\(name)"
    if isThere { try Data(bytes).write(to: URL(filePath: path)) }
    let recorded = RecordedPhoto(
      path: Array(path.utf8), sha256: sha256, stamp: nil,
      result: String(decoding: try result(path).json(), as: UTF8.self),
      crops: imei == nil ? [] : [RecordedCrop(position: 0, png: [0x89, 0x50, 0x4E, 0x47])])
    try await station.services.desk.use { file in
      let run = try file.beginRun(
        RunDetails(
          settings: RunSettings(toolVersion: "0.6.0", components: [:], values: [:]), lists: [],
          sandbox: "none", machine: "desk1"))
      try file.record([recorded], run: run)
      try file.endRun(run, outcome: "finished")
      if let exhibit {
        try file.assign(
          [PhotoAssignment(photo: recorded.sha256 ?? "", exhibit: exhibit, source: .folder)],
          addingExhibits: true)
      }
    }
    return sha256
  }

  private func result(_ path: String) throws -> PhotoResult {
    var result = PhotoResult.sample
    result.path = PhotoPath(path)
    result.sha256 = sha256
    guard let imei, let number = IMEI(imei), var reading = result.readings.first else {
      result.status = .unreadable
      result.readings = []
      return result
    }
    reading.imei = imei
    reading.formatted = number.formatted
    reading.checkDigit = number.checkDigit
    reading.status = isAccepted ? .accepted : .review
    reading.reasons = isAccepted ? [] : ["The digits are not certain."]
    reading.alternatives = []
    let lists = reading.answer?.lists ?? []
    reading.answer = isFlagged ? reading.answer : Answer(matches: [], lists: lists)
    result.readings = [reading]
    result.status = isAccepted ? .accepted : .review
    return result
  }
}
