import BlockList
import IMEI
import Intake

/// Writes photos' results in one format.
protocol PhotoWriter: Sendable {
  /// What stands above the first result; nil for nothing.
  func header() -> String?
  /// The text of one result, lines joined by a line feed, without the last one.
  func text(of result: PhotoResult) throws -> String
}

/// One JSON object a line, schema `imeikit.photo/1`.
struct JSONLinesPhotoWriter: PhotoWriter {
  func header() -> String? { nil }

  func text(of result: PhotoResult) throws -> String {
    String(decoding: try result.json(), as: UTF8.self)
  }
}

/// One row a reading, and one for a photo without any.
struct CSVPhotoWriter: PhotoWriter {
  func header() -> String? {
    "file,page,status,imei,check_digit,reporting_body,caption,sources,confidence,state,lists,"
      + "reasons,formatted,crop"
  }

  func text(of result: PhotoResult) -> String {
    if result.readings.isEmpty {
      var row = CSVRow()
      row.addForeign(result.file)
      row.add(nil)
      row.add(result.status.rawValue)
      for _ in 0..<8 { row.add(nil) }
      row.addForeign([result.reason, result.cure].compactMap(\.self).joined(separator: " "))
      for _ in 0..<2 { row.add(nil) }
      return row.text
    }
    return result.readings.map { self.row(of: $0, in: result) }.joined(separator: "\n")
  }

  private func row(of reading: PhotoResult.Reading, in result: PhotoResult) -> String {
    var row = CSVRow()
    row.addForeign(result.file)
    row.add(String(reading.page))
    row.add(reading.status.rawValue)
    row.add(reading.imei)
    row.add(reading.checkDigit.rawValue)
    row.add(reading.reportingBody.code)
    row.addForeign(reading.caption)
    row.add(reading.sources.joined(separator: " "))
    row.add(String(reading.confidence))
    row.add(reading.answer?.state.rawValue)
    row.addForeign(
      reading.answer?.matches.map { "\($0.list.name) \($0.list.date)" }.joined(separator: "; "))
    row.addForeign(reading.reasons.joined(separator: " "))
    row.add(reading.formatted)
    row.add(reading.crop)
    return row.text
  }
}
