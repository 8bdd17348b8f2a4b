import BlockList
import IMEI
import Intake
import Testing

/// A haul made up in a test.
struct MadeUpHaul {
  var findings: HaulFindings
  private var count = 0

  init(exhibits: ExhibitRule = .automatic, make: HaulFindings.Makes? = nil) {
    findings = HaulFindings(exhibits: exhibits, make: make)
  }

  /// Adds a photo that shows these numbers; its bytes are those of no other unless `digest` says so.
  mutating func add(
    _ file: String, _ imeis: String..., digest: Character? = nil, slots: [Int?] = [],
    states: [Answer.State] = [], makes: [String?] = [],
    status: PhotoResult.Reading.Status = .accepted
  ) throws {
    count += 1
    var result = PhotoResult(path: PhotoPath(file), status: .accepted)
    result.sha256 =
      digest.map { String(repeating: $0, count: 64) } ?? Self.digest(count)
    for (index, text) in imeis.enumerated() {
      let imei = try #require(IMEI(text))
      let state = index < states.count ? states[index] : .notChecked
      result.readings.append(
        PhotoResult.Reading(
          imei: text, formatted: imei.formatted, status: status, reasons: [],
          checkDigit: imei.checkDigit, reportingBody: imei.reportingBody,
          tac: PhotoResult.TAC(
            code: imei.tac.digits, make: index < makes.count ? makes[index] : nil),
          sources: ["ocr.digits"], confidence: 1, digits: [],
          slot: index < slots.count ? slots[index] : nil, box: [],
          answer: state == .notChecked ? nil : try Self.answer(state)))
    }
    findings.add(result)
  }

  func found(_ kind: Finding.Kind) -> [Finding] {
    findings.findings().filter { $0.kind == kind }
  }

  /// A number with the check digit that its 14 digits ask for.
  static func imei(_ body: String) -> String {
    body + "\(Luhn.checkDigit(of: body.utf8.map { $0 - 0x30 }))"
  }

  private static func digest(_ number: Int) -> String {
    let text = String(number, radix: 16)
    return String(repeating: "0", count: 64 - text.count) + text
  }

  private static func answer(_ state: Answer.State) throws -> Answer {
    let list = ListReference(
      name: "L", date: try ListDate("2026-11-01"), sha256: String(repeating: "a", count: 64))
    let match = Match(
      list: list, listed: "356938035643809", checkDigit: .agrees, reason: nil, date: nil, line: 1)
    return Answer(matches: state == .flagged ? [match] : [], lists: [list])
  }
}
