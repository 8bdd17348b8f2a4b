internal import BlockList
internal import IMEI

/// How the readings of a photo came about, in plain words, for a person who has to account for them.
public struct Explanation: Sendable {
  /// The sentences, one a line.
  public let lines: [String]

  /// Explains a result.
  public init(_ result: PhotoResult) {
    var lines = ["Photo \(result.path.quoted)"]
    if let sha256 = result.sha256 { lines.append("  SHA-256 \(sha256)") }
    if let width = result.width, let height = result.height {
      lines.append("  \(width) × \(height) pixels as stored, \(result.pages ?? 1) page(s)")
    }
    if let time = result.camera?.time {
      lines.append("  camera's clock: \(time) (written by the camera, not verified)")
    }
    lines.append(Self.meaning(of: result))
    for (index, reading) in result.readings.enumerated() {
      lines.append("")
      lines.append("Reading \(index + 1): \(reading.formatted)")
      lines += Self.sentences(on: reading).map { "  " + $0 }
    }
    for other in result.others {
      lines.append("")
      lines.append("Also there, and no IMEI: \(other.kind) \(other.value)")
    }
    for warning in result.warnings { lines.append("Note: \(warning)") }
    self.lines = lines
  }

  private static func meaning(of result: PhotoResult) -> String {
    let words =
      switch result.status {
      case .accepted: "Accepted: every reading on it is accepted."
      case .review: "Review: a person has to settle at least one reading."
      case .unreadable: "Unreadable: an IMEI is there, but no whole number can be read."
      case .none: "No IMEI is there."
      case .refused: "Refused: the file could not be opened safely."
      }
    return [words, result.reason, result.cure].compactMap(\.self).joined(separator: " ")
  }

  private static func sentences(on reading: PhotoResult.Reading) -> [String] {
    var sentences: [String] = []
    let sources = reading.sources.map(name)
    sentences.append(
      sources.count == 1
        ? "Read by one source: \(sources[0])."
        : "Read alike by \(sources.count) sources: \(sources.joined(separator: ", ")).")
    if let caption = reading.caption {
      sentences.append(
        "The caption “\(caption)” stands with it"
          + (reading.slot.map { ", so it is that of SIM slot \($0)." } ?? "."))
    } else {
      sentences.append("No caption that says IMEI stands with it.")
    }
    switch reading.checkDigit {
    case .agrees:
      sentences.append("The check digit agrees; that rules out nine of ten misread single digits.")
    case .differs:
      sentences.append("The check digit differs from the one that the other 14 digits give.")
    case .absent: sentences.append("No check digit is printed.")
    }
    sentences.append(
      "The first two digits, \(reading.reportingBody.code), belong to \(reading.reportingBody.name) "
        + "(\(reading.reportingBody.state.rawValue)).")
    if let make = reading.tac.make {
      sentences.append(
        "By its first eight digits it is a \(make) \(reading.tac.model ?? "of unknown model")"
          + (reading.tac.list.map { " (list \($0))." } ?? "."))
    }
    let doubtful = zip(reading.imei, reading.digits).enumerated().filter { $0.element.1 < 0.99 }
    if !doubtful.isEmpty {
      sentences.append(
        "Least sure: "
          + doubtful.map { "digit \($0.offset + 1) (\($0.element.0), \($0.element.1))" }
          .joined(separator: ", ") + ".")
    }
    sentences.append("Sure as a whole: \(reading.confidence).")
    switch reading.status {
    case .accepted:
      sentences.append(
        sources.count > 1
          ? "Accepted: independent sources agree and nothing speaks against it."
          : "Accepted: it is surer than the bound above which no wrong number was seen when the kit was "
            + "measured, and nothing speaks against it.")
    case .review:
      sentences.append("A person has to settle it: \(reading.reasons.joined(separator: " "))")
    }
    if let answer = reading.answer { sentences.append(answer.explanation) }
    for lead in reading.leads {
      sentences.append(
        "A lead, no answer: it may be \(lead.imei) (probability \(lead.probability)), which is listed."
      )
    }
    if let crop = reading.crop { sentences.append("Picture of the digits: \(crop)") }
    return sentences
  }

  private static func name(_ source: String) -> String {
    switch source {
    case "ocr.tesseract": "Tesseract's reader"
    case "ocr.digits": "the kit's own networks"
    case let source where source.hasPrefix("barcode."):
      "a bar code (\(source.dropFirst("barcode.".count)))"
    default: source
    }
  }
}
