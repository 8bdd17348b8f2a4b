internal import Foundation
public import IMEI

/// One line of stored results: what `scan --format jsonl` or `check --format jsonl` wrote.
public struct StoredResult: Sendable {
  /// One IMEI and what the lists said of it then.
  public struct Item: Sendable {
    /// The IMEI as read or typed.
    public let imei: IMEI
    /// The answer stored with it.
    public let answer: StoredAnswer
  }

  /// The photo's file, or what was typed.
  public let source: String
  /// Every IMEI on the line.
  public let items: [Item]

  /// Reads a line; keys that are not known are passed over.
  ///
  /// - Throws: ``RefusedLine``.
  public init(json bytes: [UInt8], line: Int) throws(RefusedLine) {
    let stored: StoredLine
    do {
      stored = try JSONDecoder().decode(StoredLine.self, from: Data(bytes))
    } catch {
      throw RefusedLine(
        line: line, message: "The line is no result of scan or check.",
        cure: "Give the JSON Lines as imeikit printed them.")
    }
    var items: [Item] = []
    func add(_ text: String, _ answer: StoredAnswer?) throws(RefusedLine) {
      guard let imei = IMEI(text) else {
        throw RefusedLine(
          line: line,
          message: "“\(ShownText.escaping(text, limit: 40))” stands where an IMEI belongs.",
          cure: "Give the JSON Lines as imeikit printed them.")
      }
      items.append(Item(imei: imei, answer: answer ?? .notChecked))
    }
    switch (stored.schema, stored.readings, stored.input) {
    case (PhotoResult.schema, let readings?, _):
      source = stored.file ?? ""
      for reading in readings { try add(reading.imei, reading.answer) }
    case (nil, _, let input?):
      source = input
      // Without an IMEI the line was refused by check; there is nothing to ask for.
      if let imei = stored.imei { try add(imei, stored.answer) }
    default:
      throw RefusedLine(
        line: line,
        message: "The line is no object of schema \(PhotoResult.schema) and none of check.",
        cure: "Give the JSON Lines as imeikit printed them.")
    }
    self.items = items
  }
}

/// The keys of both kinds of lines that matter here.
private struct StoredLine: Decodable {
  struct Reading: Decodable {
    let imei: String
    let answer: StoredAnswer?
  }

  let schema: String?
  let file: String?
  let readings: [Reading]?
  let input: String?
  let imei: String?
  let answer: StoredAnswer?
}
