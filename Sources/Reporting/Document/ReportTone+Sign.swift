extension ReportTone {
  /// The sign that stands beside the words, for those who see no colours and on paper without any.
  ///
  /// No tick for settled: not flagged is not the same as not stolen.
  var sign: String? {
    switch self {
    case .plain: nil
    case .settled: "○"
    case .flagged: "⚑"
    case .attention: "▲"
    }
  }
}
