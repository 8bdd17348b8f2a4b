internal import BlockList

/// What a row of the flagged is about: a number, and one entry of one list that flags it, or none where
/// only the answer was kept.
struct FlaggedRow: Sendable {
  let heading: CaseHeading
  let exhibit: ExhibitRecord?
  let number: NumberRecord
  let match: Match?

  /// Every entry that flags a number of the record, in the record's order.
  static func all(of record: HaulRecord) -> [FlaggedRow] {
    let assigned = record.exhibits.flatMap { exhibit in
      exhibit.numbers.map { (exhibit: ExhibitRecord?.some(exhibit), number: $0) }
    }
    let numbers = assigned + record.unassignedNumbers.map { (exhibit: nil, number: $0) }
    return numbers.filter { $0.number.answer.state == .flagged }.flatMap { exhibit, number in
      let matches = number.answer.matches.map(Match?.some)
      return (matches.isEmpty ? [nil] : matches).map {
        FlaggedRow(heading: record.heading, exhibit: exhibit, number: number, match: $0)
      }
    }
  }
}

extension ExportTable {
  /// A row an entry of a list that flags a number, open numbers included.
  static func flagged(of record: HaulRecord) -> ExportTable {
    ExportTable("Flagged", flaggedColumns, of: FlaggedRow.all(of: record))
  }

  static let flaggedColumns: [ExportColumn<FlaggedRow>] =
    [
      .code("imei_formatted", width: 21) { .one($0.number.formatted) },
      ExhibitColumns.schema("flagged"),
    ]
    + ExhibitColumns.heading.map { $0.of(\.heading) }
    + (ExhibitColumns.reference + ExhibitColumns.seal).map { $0.of(\.exhibit) }
    + [
      .code("imei", width: 18) { .one($0.number.digits) },
      .code("review_state", width: 13) { .one($0.number.standing.rawValue) },
      .text("make", width: 16) { .init($0.number.make) },
      .text("model", width: 20) { .init($0.number.model) },
      .text("list_name", width: 24) { .init($0.match?.list.name) },
      .code("list_kind", width: 10) { .init($0.match?.list.kind.rawValue) },
      .code("list_date", width: 12) { .init($0.match?.list.date.description) },
      .code("list_sha256", width: 66) { .init($0.match?.list.sha256) },
      .code("list_line", width: 10) { .init($0.match.map { String($0.line) }) },
      .code("listed_as", width: 30) { .init($0.match?.listed) },
      .code("listed_check_digit", width: 17) { .init($0.match?.checkDigit.rawValue) },
      .text("listed_on", width: 14) { .init($0.match?.date) },
      .text("list_reason", width: 24) { .init($0.match?.reason) },
      .text("list_ref", width: 20) { .init($0.match?.reference) },
      .text("reported_by", width: 20) { .init($0.match?.reportedBy) },
      .code("checked_at", width: 26) { .init($0.number.answeredAt) },
    ]
}
