import BlockList
import IMEI
import Intake

/// A table for people: a line a reading, the photo's name on the first of them.
struct TablePhotoWriter: PhotoWriter {
  private static let imeiWidth = 19
  private static let statusWidth = 10
  private static let checkDigitWidth = 12
  private static let sourceWidth = 31

  private let fileWidth: Int
  private let style: TextStyle

  /// Makes a writer for photos whose longest name has so many characters.
  init(longestName: Int, style: TextStyle) {
    fileWidth = min(max(longestName, 5), 48)
    self.style = style
  }

  func header() -> String? {
    style.bold(
      line(["photo", "status", "IMEI", "check digit", "read by"]) + "block lists and remarks")
  }

  func text(of result: PhotoResult) -> String {
    let name = Self.shown(result.path, width: fileWidth)
    guard !result.readings.isEmpty else {
      let words = [result.reason, result.cure].compactMap(\.self).joined(separator: " ")
      return painted(line([name, result.status.rawValue, "-", "-", "-"]) + words, result.status)
    }
    return result.readings.enumerated().map { index, reading in
      let cells = line([
        index == 0 ? name : "", reading.status.rawValue, reading.formatted,
        reading.checkDigit.rawValue, reading.sources.joined(separator: " "),
      ])
      return painted(cells + remarks(on: reading), reading)
    }.joined(separator: "\n")
  }

  private func remarks(on reading: PhotoResult.Reading) -> String {
    var remarks = [Self.words(reading.answer)]
    if reading.status == .review { remarks += reading.reasons }
    remarks += reading.leads.map { "lead, no answer: may be \($0.imei), which is on a list" }
    return remarks.joined(separator: " · ")
  }

  private static func words(_ answer: Answer?) -> String {
    switch answer?.state {
    case .flagged:
      let lists = answer?.matches.map { "\($0.list.name) of \($0.list.date)" } ?? []
      return "FLAGGED: " + lists.joined(separator: ", ")
    case .notFlagged: return "not flagged"
    case .notChecked, nil: return "not checked"
    }
  }

  private func line(_ cells: [String]) -> String {
    let widths = [
      fileWidth, Self.statusWidth, Self.imeiWidth, Self.checkDigitWidth, Self.sourceWidth,
    ]
    return zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
    }.joined()
  }

  private func painted(_ text: String, _ reading: PhotoResult.Reading) -> String {
    if reading.answer?.state == .flagged { return style.red(text) }
    return reading.status == .review ? style.yellow(text) : text
  }

  private func painted(_ text: String, _ status: PhotoResult.Status) -> String {
    switch status {
    case .refused: style.red(text)
    case .unreadable, .review: style.yellow(text)
    case .accepted, .none: text
    }
  }

  /// The end of a path, which tells photos apart, without anything a terminal would obey.
  static func shown(_ path: PhotoPath, width: Int) -> String {
    let safe = String(path.quoted.dropFirst().dropLast())
    return safe.count <= width ? safe : "…" + safe.suffix(width - 1)
  }
}
