import BlockList
import IMEI
import Intake

/// Writes the leads of doubtful numbers.
struct NearWriter {
  private let format: LineFormat
  private let style: TextStyle
  private let encoder = OrderedJSONEncoder()

  init(format: LineFormat, style: TextStyle) {
    self.format = format
    self.style = style
  }

  /// The result of one number: one JSON object, or a line of its own and one for each lead.
  func text(of result: NearMissResult, input: String) throws -> String {
    switch format {
    case .jsonl:
      return String(
        decoding: try encoder.encode(NearObject(input: input, result: result)), as: UTF8.self)
    case .table:
      let lines = [style.bold(PhotoPath(input).quoted) + "  " + result.explanation]
      return (lines + result.leads.map(line)).joined(separator: "\n")
    }
  }

  /// The line of a text that could not be searched.
  func text(of refusal: InputRefusal, input: String) throws -> String {
    switch format {
    case .jsonl:
      String(
        decoding: try encoder.encode(NearObject(input: input, refusal: refusal)), as: UTF8.self)
    case .table:
      PhotoPath(input).quoted + "  Refused: \(refusal.message) \(refusal.cure)"
    }
  }

  private func line(of lead: NearMissLead) -> String {
    let derived = lead.derivedCheckDigit.map { ", check digit not read, derived \($0)" } ?? ""
    return style.yellow(
      "  lead  \(lead.imei.formatted)\(derived)  \(Self.percent(lead.probability)) of what fits  "
        + lead.answer.explanation)
  }

  /// `12 %`, `0.5 %`, `under 0.1 %`.
  private static func percent(_ probability: Double) -> String {
    let tenths = (probability * 1_000).rounded()
    if tenths < 1 { return "under 0.1 %" }
    if tenths >= 100 { return "\(Int((probability * 100).rounded())) %" }
    return "\(tenths / 10) %"
  }
}

/// The JSON object of one doubtful number.
private struct NearObject: Encodable {
  let input: String
  var result: NearMissResult?
  var refusal: InputRefusal?

  private enum Key: String, CodingKey { case schema, input, result, refusal }
  private enum RefusalKey: String, CodingKey { case code, message, cure }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode("imeikit.near/1", forKey: .schema)
    try keys.encode(input, forKey: .input)
    try keys.encode(result, forKey: .result)
    guard let refusal else { return try keys.encodeNil(forKey: .refusal) }
    var inner = keys.nestedContainer(keyedBy: RefusalKey.self, forKey: .refusal)
    try inner.encode(refusal.code.slug, forKey: .code)
    try inner.encode(refusal.message, forKey: .message)
    try inner.encode(refusal.cure, forKey: .cure)
  }
}
