import BlockList
import EquipmentRegister
import IMEI
import Intake

/// Writes what a register answered, one IMEI a line.
struct RegisterWriter {
  private let format: OutputFormat
  private let style: TextStyle
  private let server: RegisterAddress
  private let encoder = OrderedJSONEncoder()

  init(format: OutputFormat, style: TextStyle, server: RegisterAddress) {
    self.format = format
    self.style = style
    self.server = server
  }

  /// What stands above the first answer; nil for nothing.
  var header: String? {
    switch format {
    case .jsonl: nil
    case .csv: "input,imei,check_digit,pei,server,state,status,reasons"
    case .table: style.bold(Self.line("IMEI", "check digit", "answer"))
    }
  }

  /// The line of one answer.
  func text(of asked: AskedInput) throws -> String {
    switch format {
    case .jsonl:
      String(decoding: try encoder.encode(RegisterObject(asked, server)), as: UTF8.self)
    case .csv: csv(asked)
    case .table: table(asked)
    }
  }

  private func csv(_ asked: AskedInput) -> String {
    let imei = asked.input.outcome.imei
    var row = CSVRow()
    row.addForeign(asked.input.printableText)
    row.add(imei?.digits)
    row.add(imei?.checkDigit.rawValue)
    row.add(asked.question?.pei)
    row.add(server.description)
    row.add(asked.answer?.state.rawValue ?? RegisterAnswer.State.notChecked.rawValue)
    row.add(asked.answer?.status?.rawValue)
    row.addForeign(Self.reasons(of: asked).joined(separator: " "))
    return row.text
  }

  private func table(_ asked: AskedInput) -> String {
    let imei = asked.input.outcome.imei
    let text = Self.line(
      imei?.formatted ?? asked.input.printableText, imei?.checkDigit.rawValue ?? "-",
      Self.reasons(of: asked).joined(separator: " "))
    return asked.answer?.state == .flagged ? style.red(text) : text
  }

  private static func line(_ imei: String, _ checkDigit: String, _ answer: String) -> String {
    [(imei, 19), (checkDigit, 11)].map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.count) + 2)
    }.joined() + answer
  }

  /// Sentences for a person: what the register says, and what the question was.
  static func reasons(of asked: AskedInput) -> [String] {
    switch asked.result {
    case .refused(let refusal): return [refusal.message, refusal.cure]
    case .answer(let answer, let question):
      var reasons = [answer.explanation]
      if question.hasDerivedCheckDigit {
        reasons.append("It was asked with the check digit that the 14 digits give.")
      }
      if let imei = asked.input.outcome.imei, imei.checkDigit == .differs {
        reasons.append("The check digit differs: these digits give \(imei.computedCheckDigit).")
      }
      return reasons
    }
  }
}

extension AskedInput {
  /// The register's answer; nil for what was not asked.
  fileprivate var answer: RegisterAnswer? {
    if case .answer(let answer, _) = result { answer } else { nil }
  }

  /// The question; nil for what was not asked.
  fileprivate var question: RegisterQuestion? {
    if case .answer(_, let question) = result { question } else { nil }
  }
}

/// The JSON object of one asked IMEI.
private struct RegisterObject: Encodable {
  private let asked: AskedInput
  private let server: RegisterAddress

  private enum Key: String, CodingKey {
    case input, imei, checkDigit, pei, server, answer, reasons
  }
  private enum AnswerKey: String, CodingKey { case state, status, http, cause }

  init(_ asked: AskedInput, _ server: RegisterAddress) {
    self.asked = asked
    self.server = server
  }

  func encode(to encoder: any Encoder) throws {
    let imei = asked.input.outcome.imei
    var keys = encoder.container(keyedBy: Key.self)
    try keys.encode(asked.input.text, forKey: .input)
    try keys.encode(imei?.digits, forKey: .imei)
    try keys.encode(imei?.checkDigit, forKey: .checkDigit)
    try keys.encode(asked.question?.pei, forKey: .pei)
    try keys.encode(server.description, forKey: .server)
    var answer = keys.nestedContainer(keyedBy: AnswerKey.self, forKey: .answer)
    try answer.encode(asked.answer?.state ?? .notChecked, forKey: .state)
    try answer.encode(asked.answer?.status, forKey: .status)
    try answer.encode(asked.answer?.httpStatus, forKey: .http)
    try answer.encode(asked.answer?.cause, forKey: .cause)
    try keys.encode(RegisterWriter.reasons(of: asked), forKey: .reasons)
  }
}
