@testable import IMEI

/// Draws text as a recogniser would return it: characters 8 wide and 12 high, rows 20 apart.
enum Pages {
  static func lines(_ rows: [String]) -> [TextLine] {
    rows.enumerated().map { row, text in line(text, x: 0, y: Double(row) * 20) }
  }

  static func line(_ text: String, x: Double, y: Double) -> TextLine {
    TextLine(text, box: TextBox(x: x, y: y, width: Double(text.count) * 8, height: 12))
  }

  static func find(_ rows: String...) -> CandidateList { CandidateFinder.find(in: lines(rows)) }

  /// Cuts `digits` into groups.
  static func grouped(_ digits: String, _ groups: [Int], separator: String) -> String {
    var rest = Substring(digits)
    return groups.map { count in
      let group = rest.prefix(count)
      rest = rest.dropFirst(count)
      return String(group)
    }.joined(separator: separator)
  }
}

extension CandidateList {
  var numbers: [String] { candidates.map(\.imei.digits) }
  var slugs: [[String]] { candidates.map { $0.doubts.map(\.slug) } }
  /// Candidates with nothing against them.
  var undoubted: [Candidate] { candidates.filter(\.doubts.isEmpty) }
}
