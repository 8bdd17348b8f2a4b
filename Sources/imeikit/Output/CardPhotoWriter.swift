import BlockList
import IMEI
import Intake

/// A photo's result in full, for a person.
struct CardPhotoWriter: PhotoWriter {
  private let style: TextStyle

  init(style: TextStyle) {
    self.style = style
  }

  func header() -> String? { nil }

  func text(of result: PhotoResult) -> String {
    var lines = [style.bold(TablePhotoWriter.shown(result.path, width: 400))]
    lines.append(field("status", painted(result.status)))
    if let reason = result.reason { lines.append(field("reason", reason)) }
    if let cure = result.cure { lines.append(field("what to do", cure)) }
    if let sha256 = result.sha256 { lines.append(field("SHA-256", sha256)) }
    if let width = result.width, let height = result.height {
      lines.append(field("picture", "\(width) × \(height) pixels"))
    }
    if let camera = result.camera { lines.append(field("camera", Self.words(camera))) }
    for reading in result.readings { lines += self.lines(of: reading) }
    for other in result.others { lines.append(field("also read", "\(other.kind) \(other.value)")) }
    for warning in result.warnings { lines.append(field("note", warning)) }
    return lines.joined(separator: "\n")
  }

  private func lines(of reading: PhotoResult.Reading) -> [String] {
    var lines = [
      "", "  " + style.bold("IMEI \(reading.formatted)") + "  " + reading.status.rawValue,
    ]
    lines += reading.reasons.map { field("because", $0) }
    lines.append(field("check digit", reading.checkDigit.rawValue))
    let body = reading.reportingBody
    lines.append(
      field("reporting body", "\(body.code) \(body.name) (\(body.state.rawValue))"))
    if let type = Self.words(reading.tac) { lines.append(field("make and model", type)) }
    lines.append(field("read by", reading.sources.joined(separator: ", ")))
    if let caption = reading.caption { lines.append(field("caption", caption)) }
    if let sv = reading.sv { lines.append(field("software version", sv)) }
    for alternative in reading.alternatives {
      lines.append(field("also read as", alternative.imei))
    }
    for lead in reading.leads {
      let words = "may be \(lead.imei). \(lead.answer.explanation)"
      lines.append(field("lead, no answer", style.yellow(words)))
    }
    if let crop = reading.crop { lines.append(field("crop", crop)) }
    for flag in reading.flags { lines.append(field("note", flag)) }
    if let answer = reading.answer { lines.append(field("block lists", words(answer))) }
    return lines
  }

  private func words(_ answer: Answer) -> String {
    answer.state == .flagged ? style.red(answer.explanation) : answer.explanation
  }

  private static func words(_ tac: PhotoResult.TAC) -> String? {
    guard let list = tac.list else { return nil }
    let names = [tac.make, tac.model].compactMap(\.self)
    guard !names.isEmpty else { return "TAC \(tac.code) is not in list \(list)" }
    return "\(names.joined(separator: " ")), by TAC \(tac.code) in list \(list)"
  }

  private static func words(_ camera: PhotoResult.Camera) -> String {
    let words = [camera.make, camera.model, camera.time].compactMap(\.self)
    return words.joined(separator: ", ") + " (as the file says, not verified)"
  }

  private func field(_ name: String, _ value: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 18 - name.count)) + value
  }

  private func painted(_ status: PhotoResult.Status) -> String {
    switch status {
    case .accepted, .none: status.rawValue
    case .review, .unreadable: style.yellow(status.rawValue)
    case .refused: style.red(status.rawValue)
    }
  }
}
