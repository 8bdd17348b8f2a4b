internal import BlockList
internal import CaseFile

/// An exhibit that can go back to its owner, and why.
struct ReturnRow: Sendable {
  /// Why it can go back.
  enum Reason: String, Sendable, Hashable, CaseIterable {
    /// Everything is decided and looked up, and no list flags it.
    case notFlagged
    /// It is flagged, and every list that flags it names a reference under which its owner is known.
    case ownerReference
  }

  let heading: CaseHeading
  let exhibit: ExhibitRecord
  let reason: Reason

  /// Entries that flag it.
  var matches: [Match] { exhibit.numbers.flatMap(\.answer.matches) }

  /// The lists that were asked about it, each once, in the numbers' order.
  var lists: [ListReference] {
    var seen: Set<ListReference> = []
    return exhibit.numbers.flatMap(\.answer.lists).filter { seen.insert($0).inserted }
  }

  /// The references, with whom to ask, each once.
  var references: [String] {
    var seen: Set<String> = []
    return matches.compactMap { match in
      guard let reference = match.reference else { return nil }
      let text = "\(match.reportedBy ?? match.list.name): \(reference)"
      return seen.insert(text).inserted ? text : nil
    }
  }

  /// Every exhibit of a record that can go back, in the record's order.
  static func all(of record: HaulRecord) -> [ReturnRow] {
    record.exhibits.compactMap { exhibit in
      exhibit.hasOpenConflict
        ? nil
        : reason(for: exhibit).map {
          ReturnRow(heading: record.heading, exhibit: exhibit, reason: $0)
        }
    }
  }

  /// How many more could go back, were there nothing about them that does not fit together, such as a number
  /// that stands on two exhibits: whose phone is whose is for people to say.
  static func countHeldBack(of record: HaulRecord) -> Int {
    record.exhibits.count { $0.hasOpenConflict && reason(for: $0) != nil }
  }

  private static func reason(for exhibit: ExhibitRecord) -> Reason? {
    guard !exhibit.numbers.isEmpty,
      exhibit.numbers.allSatisfy({ $0.standing != .open && $0.answer.state != .notChecked })
    else { return nil }
    let answers = exhibit.numbers.map(\.answer).filter { $0.state == .flagged }
    switch exhibit.answer {
    case .notFlagged: return answers.isEmpty ? .notFlagged : nil
    case .flagged: return !answers.isEmpty && answers.allSatisfy(namesOwner) ? .ownerReference : nil
    case .unresolved: return nil
    }
  }

  /// An answer of which only “flagged” was kept names nobody.
  private static func namesOwner(_ answer: Answer) -> Bool {
    !answer.matches.isEmpty && answer.matches.allSatisfy(hasOwner)
  }

  /// A watch list's reference says who wants to know, not whose it is.
  private static func hasOwner(_ match: Match) -> Bool {
    match.list.kind != .watch
      && match.reference?.contains { !$0.isWhitespace } == true
  }
}

extension ExportTable {
  /// Exhibits that can go back to their owners.
  static func returns(of record: HaulRecord) -> ExportTable {
    ExportTable("Return list", returnColumns, of: ReturnRow.all(of: record))
  }

  static let returnColumns: [ExportColumn<ReturnRow>] =
    [
      .code("imei_formatted", width: 43) { .many($0.exhibit.numbers.map(\.formatted)) },
      ExhibitColumns.schema("returns"),
    ]
    + ExhibitColumns.heading.map { $0.of(\.heading) }
    + (ExhibitColumns.reference + ExhibitColumns.seal).map { $0.of(\.exhibit) }
    + [
      .text("description", width: 40) { .init($0.exhibit.exhibit.details.description) },
      .code("imei", width: 36) { .many($0.exhibit.numbers.map(\.digits)) },
      .text("make", width: 16) { .many($0.exhibit.numbers.map(\.make)) },
      .text("model", width: 20) { .many($0.exhibit.numbers.map(\.model)) },
      .code("answer", width: 12) { .one($0.exhibit.answer.rawValue) },
      .code("return_reason", width: 16) { .one($0.reason.rawValue) },
      .text("contact", width: 36) { .many($0.references) },
      .text("list_name", width: 24) { .many($0.lists.map(\.name)) },
      .code("list_date", width: 12) { .many($0.lists.map(\.date.description)) },
      .text("found_by", width: 20) { .init($0.exhibit.exhibit.details.foundBy) },
      .text("exhibits_officer", width: 20) { .init($0.exhibit.exhibit.details.exhibitsOfficer) },
      .text("duplicate_of", width: 16) { .many($0.exhibit.numbers.flatMap(\.alsoOn)) },
      .text("conflict", width: 40) { .many($0.exhibit.conflicts) },
    ]
}
