import Foundation

/// Prints evaluations as a table for people.
public struct ScoreTable {
  private let evaluation: Evaluation

  /// Makes a table of one evaluation.
  public init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
  }

  /// The table, a row for each tier and kind, sums below, wrong accepts by name at the end.
  public func rendered() -> String {
    var lines = ["", evaluation.reader, Self.header]
    for tier in evaluation.scores.keys.sorted(by: Self.tierOrder) {
      for (kind, score) in evaluation.scores[tier, default: [:]].sorted(by: { $0.key < $1.key }) {
        lines.append(Self.row(tier, kind, score))
      }
      lines.append(Self.row(tier, "all", evaluation.total(tier: tier)))
    }
    let total = evaluation.total
    lines.append(Self.row("all", "all", total))
    let pictures = Double(max(1, total.pictures))
    lines.append(
      String(
        format: "%.3f CPU s a picture, %.2f pictures a second (%.1f s in all), load %@",
        evaluation.cpuSeconds / pictures, pictures / max(evaluation.wallSeconds, 1e-9),
        evaluation.wallSeconds, Self.load()))
    lines += reliability(total.reliability)
    for wrong in total.wrong {
      lines.append("ACCEPTED AND WRONG: \(wrong.file): \(wrong.digits)")
    }
    lines += total.notRefused.map { "NOT REFUSED: \($0)" }
    return lines.joined(separator: "\n")
  }

  private func reliability(_ reliability: Reliability) -> [String] {
    let filled = reliability.bins.filter { $0.count > 0 }
    guard !filled.isEmpty else { return [] }
    return ["confidence     numbers  mean confidence  right"]
      + filled.map { bin in
        String(
          format: "%.3f–%.3f  %8d  %15.4f  %.4f", bin.from, bin.to, bin.count,
          bin.confidences / Double(bin.count), Double(bin.right) / Double(bin.count))
      }
  }

  private static let header = row(
    [
      "tier", "kind", "pictures", "numbers", "accepted", "review 1st", "missed", "acc+rev %",
      "WRONG", "wrong neg", "dismissed", "review wrong",
    ])

  private static func row(_ tier: String, _ kind: String, _ score: Score) -> String {
    let found = Double(score.accepted + score.offered) / Double(max(1, score.expected)) * 100
    return row([
      tier, kind, "\(score.pictures)", "\(score.expected)", "\(score.accepted)",
      "\(score.offered)", "\(score.missed)",
      score.expected == 0 ? "-" : String(format: "%.1f", found), "\(score.wrong.count)",
      "\(score.wrongOnNegatives)", "\(score.dismissed)", "\(score.offeredWrong)",
    ])
  }

  private static let widths = [8, 18, 9, 8, 9, 11, 7, 10, 6, 10, 10, 13]

  private static func row(_ cells: [String]) -> String {
    zip(cells, widths).enumerated().map { column, cell in
      let padding = String(repeating: " ", count: max(0, cell.1 - cell.0.count))
      return column < 2 ? cell.0 + padding : padding + cell.0
    }.joined()
  }

  private static func tierOrder(_ left: String, _ right: String) -> Bool {
    let order = ["easy", "medium", "hard", "extreme", "real"]
    let a = order.firstIndex(of: left) ?? order.count
    let b = order.firstIndex(of: right) ?? order.count
    return (a, left) < (b, right)
  }

  private static func load() -> String {
    let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? "unknown"
    return text.split(separator: " ").prefix(1).joined()
  }
}
