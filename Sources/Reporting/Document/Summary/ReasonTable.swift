internal import CaseFile

/// Why exhibits are unresolved, the most frequent reasons first.
struct ReasonTable {
  private static let limit = 4

  private let exhibits: [ExhibitRecord]

  init(_ exhibits: [ExhibitRecord]) { self.exhibits = exhibits.filter { $0.answer == .unresolved } }

  /// A table of the first reasons; nothing when nothing is unresolved.
  var blocks: [ReportBlock] {
    guard !exhibits.isEmpty else { return [] }
    var counts: [String: Int] = [:]
    for exhibit in exhibits {
      for reason in kinds(of: exhibit) { counts[reason, default: 0] += 1 }
    }
    let sorted = counts.sorted {
      $0.value != $1.value
        ? $0.value > $1.value : $0.key.utf8.lexicographicallyPrecedes($1.key.utf8)
    }
    var rows = sorted.prefix(Self.limit).map { reason in
      [ReportTable.Cell(reason.key), ReportTable.Cell(reason.value.grouped)]
    }
    if sorted.count > Self.limit {
      rows.append([
        ReportTable.Cell(
          "and \((sorted.count - Self.limit).of("reason", "reasons")) more", anchor: "unresolved"),
        ReportTable.Cell(""),
      ])
    }
    return [
      .table(
        ReportTable(
          title: "Unresolved, by reason (an exhibit can have several)",
          columns: [.init("Reason", weight: 6), .init("Exhibits", isNumeric: true)], rows: rows))
    ]
  }

  /// An exhibit's reasons without its numbers, so that the same reason counts as the same.
  private func kinds(of exhibit: ExhibitRecord) -> Set<String> {
    guard !exhibit.reasons.isEmpty else { return ["No reason is recorded."] }
    return Set(
      exhibit.reasons.map { reason in
        var kind = reason
        for number in exhibit.numbers where !number.formatted.isEmpty {
          if kind.hasPrefix(number.formatted) {
            kind = "An IMEI" + kind.dropFirst(number.formatted.count)
          }
          kind = kind.replacing(number.formatted, with: "an IMEI")
        }
        return kind.visible(limit: 140)
      })
  }
}
