internal import CaseFile

/// Exhibits by make, each counted once, so that the bars add up to all exhibits.
struct MakeChart {
  private static let limit = 6

  let bars: [ReportBar]

  init(_ exhibits: [ExhibitRecord]) {
    var totals: [String: (all: Int, flagged: Int)] = [:]
    for exhibit in exhibits {
      totals[Self.make(of: exhibit), default: (0, 0)].all += 1
      if exhibit.answer == .flagged { totals[Self.make(of: exhibit), default: (0, 0)].flagged += 1 }
    }
    let sorted = totals.map { ReportBar($0.key, $0.value.all, flagged: $0.value.flagged) }.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : $0.label.utf8.lexicographicallyPrecedes($1.label.utf8)
    }
    guard sorted.count > Self.limit else {
      bars = sorted
      return
    }
    let rest = sorted[(Self.limit - 1)...]
    bars =
      sorted.prefix(Self.limit - 1) + [
        ReportBar(
          "\(rest.count) others", rest.reduce(0) { $0 + $1.value },
          flagged: rest.reduce(0) { $0 + $1.flagged })
      ]
  }

  private static func make(of exhibit: ExhibitRecord) -> String {
    guard !exhibit.numbers.isEmpty else { return "no number" }
    let makes = Set(exhibit.numbers.compactMap(\.make))
    return switch makes.count {
    case 0: "not in the list"
    case 1: makes.first?.visible(limit: 24) ?? ""
    default: "several makes"
    }
  }
}
