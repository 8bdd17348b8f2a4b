import BlockList
import IMEI
import Imaging
import Reading

extension PhotoResult {
  /// Said of a photo with an IMEI caption beside which no whole number stands.
  static let captionWithoutNumber =
    "A caption says IMEI and no whole number could be read beside it."

  /// 16 small hexadecimal digits.
  static func hexadecimal(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension PhotoResult.Status {
  /// The status of a photo from those of its pages: the one that asks most of a person.
  init(pages: [PageReading.Status]) {
    if pages.contains(.review) {
      self = .review
    } else if pages.contains(.accepted) {
      self = .accepted
    } else {
      self = pages.contains(.unreadable) ? .unreadable : .none
    }
  }
}

extension PhotoResult.Camera {
  /// The camera's own words; nil when the file holds none.
  init?(_ header: ImageHeader) {
    guard header.cameraTime != nil || header.cameraMake != nil || header.cameraModel != nil else {
      return nil
    }
    self.init(time: header.cameraTime, make: header.cameraMake, model: header.cameraModel)
  }
}

extension PhotoResult.Reading {
  /// A reading as it stands in the result.
  init(_ reading: IMEIReading, page: Int, answer: Answer) {
    let imei = reading.imei
    self.init(
      imei: imei.digits,
      formatted: imei.formatted,
      sv: reading.softwareVersion,
      status: reading.status == .accepted ? .accepted : .review,
      reasons: reading.reasons,
      checkDigit: imei.checkDigit,
      reportingBody: imei.reportingBody,
      tac: PhotoResult.TAC(code: imei.tac.digits),
      sources: reading.sources.map(\.rawValue),
      confidence: reading.confidence,
      digits: reading.digits,
      caption: reading.caption?.text,
      slot: reading.caption?.slot,
      page: page,
      box: reading.place.points,
      digitBoxes: reading.digitPlaces.map(\.points),
      alternatives: reading.alternatives.map {
        PhotoResult.Alternative(imei: $0.imei.digits, confidence: $0.confidence)
      },
      answer: answer,
      flags: reading.flags)
  }
}

extension Quad {
  /// The corners as a result writes them.
  var points: [PhotoResult.Point] { corners.map { PhotoResult.Point(x: $0.x, y: $0.y) } }
}
