import BlockList
import IMEI

/// The line of the commonest answer: fifteen digits whose check digit agrees, on no list, with nothing to
/// remark. A million of them differ in their digits only, so the rest is kept from the first.
struct RoutineLine {
  private let format: OutputFormat
  private let lists: [ListReference]
  private let middle: String
  private let end: String

  /// What a whole line, written the ordinary way, has beside the digits.
  ///
  /// - Returns: nil when the line is not built as expected.
  init?(_ line: String, of imei: IMEI, lists: [ListReference], format: OutputFormat) {
    let start = Self.start(imei, format)
    guard line.hasPrefix(start) else { return nil }
    let rest = line.dropFirst(start.count)
    self.format = format
    self.lists = lists
    guard format == .jsonl else {
      middle = ""
      end = String(rest)
      return
    }
    guard let tac = rest.firstRange(of: Self.tac(imei)) else { return nil }
    middle = String(rest[..<tac.lowerBound])
    end = String(rest[tac.upperBound...])
  }

  /// Whether the line fits an answer of these lists.
  func fits(_ answer: Answer) -> Bool { answer.lists == lists }

  /// Writes the line for another number of the same reporting body.
  ///
  /// - Parameter digits: its fifteen digits.
  func write(_ imei: IMEI, digits: String, to output: inout BufferedOutput) throws {
    switch format {
    case .jsonl:
      try output.writeLine(
        parts: "{\"input\":\"", digits, "\",\"imei\":\"", digits, "\"", middle, ",\"tac\":\"",
        String(digits.prefix(8)), "\"", end)
    case .csv: try output.writeLine(parts: digits, ",", digits, end)
    case .table: try output.writeLine(parts: imei.formatted, end)
    }
  }

  /// Whether an input has the commonest answer.
  static func isRoutine(_ checked: CheckedInput, _ imei: IMEI) -> Bool {
    checked.answer.state == .notFlagged && checked.answer.removed.isEmpty
      && checked.answer.allowed.isEmpty && imei.checkDigit == .agrees
      && isPlain(checked.input.text) && imei.reportingBody.state == .allocating
      && imei.placeholder == nil
  }

  /// Whether an input is fifteen digits and nothing else, and so its IMEI's own.
  private static func isPlain(_ text: String) -> Bool {
    text.utf8.count == 15 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func start(_ imei: IMEI, _ format: OutputFormat) -> String {
    let digits = imei.digits
    return switch format {
    case .jsonl: "{\"input\":\"" + digits + "\",\"imei\":\"" + digits + "\""
    case .csv: digits + "," + digits
    case .table: imei.formatted
    }
  }

  private static func tac(_ imei: IMEI) -> String { ",\"tac\":\"" + imei.tac.digits + "\"" }
}
