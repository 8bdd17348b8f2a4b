import BlockList
import IMEI
import Intake

/// Writes the answers of `check`, one a line.
struct CheckWriter {
  private let format: OutputFormat
  private let style: TextStyle
  private let encoder = OrderedJSONEncoder()
  /// The commonest line by reporting body.
  private var routine: [String: RoutineLine] = [:]

  init(format: OutputFormat, style: TextStyle) {
    self.format = format
    self.style = style
  }

  /// What stands above the first answer; nil for nothing.
  var header: String? {
    switch format {
    case .jsonl: nil
    case .csv: "input,imei,check_digit,state,lists,reasons"
    case .table: style.bold(Self.line("IMEI", "check digit", "answer"))
    }
  }

  /// Writes the line of one answer.
  ///
  /// - Parameter type: what the TAC lists say of the number; nil when there are none.
  mutating func write(
    _ checked: CheckedInput, type: TACAnswer? = nil, to output: inout BufferedOutput
  ) throws {
    guard type == nil, let imei = checked.input.outcome.imei,
      RoutineLine.isRoutine(checked, imei)
    else {
      try output.writeLine(try line(of: checked, type))
      return
    }
    let body = imei.reportingBody.code
    if let known = routine[body], known.fits(checked.answer) {
      try known.write(imei, digits: checked.input.text, to: &output)
      return
    }
    let line = try line(of: checked, type)
    routine[body] = RoutineLine(line, of: imei, lists: checked.answer.lists, format: format)
    try output.writeLine(line)
  }

  private func line(of checked: CheckedInput, _ type: TACAnswer?) throws -> String {
    switch format {
    case .jsonl: String(decoding: try encoder.encode(CheckObject(checked, type)), as: UTF8.self)
    case .csv: csv(checked, type)
    case .table: table(checked, type)
    }
  }

  private func csv(_ checked: CheckedInput, _ type: TACAnswer?) -> String {
    let imei = checked.input.outcome.imei
    var row = CSVRow()
    row.addForeign(checked.input.printableText)
    row.add(imei?.digits)
    row.add(imei?.checkDigit.rawValue)
    row.add(checked.answer.state.rawValue)
    row.addForeign(
      checked.answer.lists.map { "\($0.name) \($0.date)" }.joined(separator: "; "))
    row.addForeign(Self.reasons(of: checked, type).joined(separator: " "))
    return row.text
  }

  private func table(_ checked: CheckedInput, _ type: TACAnswer?) -> String {
    let imei = checked.input.outcome.imei
    let text = Self.line(
      imei?.formatted ?? checked.input.printableText, imei?.checkDigit.rawValue ?? "-",
      (Self.reasons(of: checked, type) + Self.names(type)).joined(separator: " "))
    return checked.answer.state == .flagged ? style.red(text) : text
  }

  private static func line(_ imei: String, _ checkDigit: String, _ answer: String) -> String {
    [(imei, 19), (checkDigit, 11)].map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
    }.joined() + answer
  }

  /// Sentences for a person: what the lists say, and what the number itself says.
  static func reasons(of checked: CheckedInput, _ type: TACAnswer?) -> [String] {
    var reasons = checked.reasons
    if let type, type.listsCompared == .differs { reasons.append(type.explanation) }
    return reasons
  }

  /// Make and model, where the lists agree on them.
  private static func names(_ type: TACAnswer?) -> [String] {
    guard let type, type.listsCompared != .differs, let entry = type.leading else { return [] }
    return ["\(entry.names) by TAC list \(entry.list)."]
  }
}

/// The JSON object of one checked IMEI.
private struct CheckObject: Encodable {
  private let checked: CheckedInput
  private let type: TACAnswer?

  private enum Key: String, CodingKey {
    case input, imei, checkDigit, reportingBody, tac, make, model, tacList, answer, reasons
  }

  init(_ checked: CheckedInput, _ type: TACAnswer?) {
    self.checked = checked
    self.type = type
  }

  func encode(to encoder: any Encoder) throws {
    let imei = checked.input.outcome.imei
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(checked.input.text, forKey: .input)
    try keys.encode(imei?.digits, forKey: .imei)
    try keys.encode(imei?.checkDigit, forKey: .checkDigit)
    try keys.encode(imei?.reportingBody, forKey: .reportingBody)
    try keys.encode(imei?.tac.digits, forKey: .tac)
    try keys.encode(type?.leading?.make, forKey: .make)
    try keys.encode(type?.leading?.model, forKey: .model)
    try keys.encode(type?.leading?.list, forKey: .tacList)
    try keys.encode(checked.answer, forKey: .answer)
    try keys.encode(CheckWriter.reasons(of: checked, type), forKey: .reasons)
  }
}
