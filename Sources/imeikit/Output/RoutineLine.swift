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

  /// The line for another number of the same reporting body.
  func text(for imei: IMEI) -> String {
    var text = Self.start(imei, format)
    if format == .jsonl { text += middle + Self.tac(imei) }
    text += end
    return text
  }

  /// Whether an input has the commonest answer.
  static func isRoutine(_ checked: CheckedInput, _ imei: IMEI) -> Bool {
    checked.answer.state == .notFlagged && checked.answer.removed.isEmpty
      && checked.answer.allowed.isEmpty && imei.checkDigit == .agrees
      && checked.input.text == imei.digits && imei.reportingBody.state == .allocating
      && imei.placeholder == nil
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
