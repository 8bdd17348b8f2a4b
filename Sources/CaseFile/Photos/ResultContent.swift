internal import Foundation

/// The parts of a photo's result that are searched and counted.
struct ResultContent: Decodable {
  struct Reading: Decodable {
    struct Body: Decodable {
      let state: String?
    }
    struct Answer: Decodable {
      struct List: Decodable {
        let name: String?
        let date: String?
        let sha256: String?
      }
      let state: String?
      let lists: [List]?
    }

    let imei: String?
    let status: String?
    let checkDigit: String?
    let reportingBody: Body?
    let slot: Int?
    let page: Int?
    let box: [[Int]]?
    let crop: String?
    let answer: Answer?
  }

  struct Camera: Decodable {
    let time: String?
  }

  let schema: String
  let sha256: String?
  let status: String
  let width: Int?
  let height: Int?
  let camera: Camera?
  let readings: [Reading]

  /// The content of a result.
  ///
  /// - Throws: ``CaseFileError`` `badResult`.
  init(_ json: String, path: [UInt8]) throws {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
    } catch {
      throw Self.unusable(path, "it is no object of schema imeikit.photo/1", "\(error)")
    }
    guard schema == "imeikit.photo/1" else {
      throw Self.unusable(path, "its schema is \(CaseText.shown(schema, limit: 40))", nil)
    }
  }

  static func unusable(_ path: [UInt8], _ why: String, _ detail: String?) -> CaseFileError {
    CaseFileError(
      .badResult,
      "the result for \(CaseText.shown(String(decoding: path, as: UTF8.self))) cannot be recorded: "
        + why,
      cure: "Record results as this release of the kit makes them.", detail: detail)
  }

  var isFlagged: Bool { readings.contains { $0.answer?.state == "flagged" } }
}

extension ResultContent.Reading {
  /// The lists asked, as `name date sha256` by lines.
  var lists: String {
    (answer?.lists ?? []).map { "\($0.name ?? "") \($0.date ?? "") \($0.sha256 ?? "")" }
      .joined(separator: "\n")
  }

  /// The corners as `x,y x,y x,y x,y`.
  var place: String {
    (box ?? []).map { $0.map { String($0) }.joined(separator: ",") }.joined(separator: " ")
  }
}
