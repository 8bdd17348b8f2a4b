import BlockList
import IMEI
import Intake

/// Writes the answers of `tac lookup`.
struct TACAnswerWriter {
  private let format: OutputFormat
  private let style: TextStyle
  private let encoder = OrderedJSONEncoder()

  private static let codeWidth = 10

  init(format: OutputFormat, style: TextStyle) {
    self.format = format
    self.style = style
  }

  /// What stands above the first answer; nil for nothing.
  var header: String? {
    switch format {
    case .jsonl: nil
    case .csv:
      "input,tac,reporting_body,state,make,model,manufacturer,other_names,device_type,allocated,"
        + "list,date,lists_compared"
    case .table: style.bold(Self.padded("TAC") + "answer")
    }
  }

  /// The lines of one input; `answer` is nil when it is no code.
  func lines(for input: TACInput, _ answer: TACAnswer?) throws -> [String] {
    switch format {
    case .jsonl:
      let object = TACObject(input: input, answer: answer)
      return [String(decoding: try encoder.encode(object), as: UTF8.self)]
    case .csv: return csv(input, answer)
    case .table:
      guard let answer else {
        return [Self.padded(input.printableText) + (input.refusal ?? "")]
      }
      let text = Self.padded(answer.tac.digits) + answer.explanation
      return [answer.listsCompared == .differs ? style.yellow(text) : text]
    }
  }

  private func csv(_ input: TACInput, _ answer: TACAnswer?) -> [String] {
    let entries: [TACEntry?] = answer?.entries.isEmpty ?? true ? [nil] : answer?.entries ?? []
    return entries.map { entry in
      var row = CSVRow()
      row.addForeign(input.printableText)
      row.add(answer?.tac.digits)
      row.add(answer?.tac.reportingBody.code)
      row.add(answer?.state.rawValue ?? "refused")
      row.addForeign(entry?.make)
      row.addForeign(entry?.model)
      row.addForeign(entry?.manufacturer)
      row.addForeign(entry?.otherNames.joined(separator: "; "))
      row.addForeign(entry?.deviceType)
      row.addForeign(entry?.allocated)
      row.addForeign(entry?.list.name)
      row.add(entry?.list.date.description)
      row.add(answer?.listsCompared?.rawValue)
      return row.text
    }
  }

  private static func padded(_ text: String) -> String {
    text + String(repeating: " ", count: max(2, codeWidth - text.count))
  }
}

extension TACInput {
  /// The argument, cut, without anything that a terminal would obey.
  var printableText: String {
    ListedInput(line: 1, text: text, outcome: IdentifierInput.parse(text)).printableText
  }
}

/// The JSON object of one input: what was typed, the answer's keys, and why there is none.
private struct TACObject: Encodable {
  let input: TACInput
  let answer: TACAnswer?

  private enum Key: String, CodingKey { case input, answer, refusal }

  func encode(to encoder: any Encoder) throws {
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(input.text, forKey: .input)
    try keys.encode(answer, forKey: .answer)
    try keys.encode(input.refusal, forKey: .refusal)
  }
}
