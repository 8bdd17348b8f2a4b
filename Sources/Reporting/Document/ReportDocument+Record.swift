internal import CaseFile

extension ReportDocument {
  /// The report on a haul: every word of it, in the order in which it is read.
  ///
  /// The same record gives the same document. Texts that people or files brought in are made visible:
  /// control, reordering and unassigned characters stand as escapes.
  public init(_ record: HaulRecord, options: ReportOptions = ReportOptions()) {
    let heading = record.heading
    let reference = heading.reference.visible(limit: 120)
    let urn = heading.uniqueReferenceNumber.map { " · URN \($0.visible(limit: 80))" } ?? ""
    let draft = heading.closedAt == nil ? "DRAFT · " : ""
    let index = ExhibitIndex(record.exhibits)
    var sections = [
      SummarySection(record: record).section,
      FindingsChapter(record: record).section,
      FlaggedChapter(record: record, index: index).section,
      UnresolvedChapter(record: record, index: index).section,
      ReturnChapter(record: record).section,
      ListsChapter(record: record).section,
      ReadersChapter(record: record).section,
      MethodChapter.section,
      ToolChapter(record: record).section,
      PersonalDataChapter(options: options).section,
      ExhibitsChapter(record: record, options: options).section,
    ]
    sections += record.exhibits.indices.map {
      ExhibitSection(
        exhibit: record.exhibits[$0], anchor: index.anchor($0), index: index, options: options,
        originals: record.originals
      ).section
    }
    sections += RemainderChapters(record: record, index: index, options: options).sections
    self.init(
      title: "Report on haul \(reference)", runningHead: "\(draft)\(reference)\(urn)",
      runningFoot: "Audit log \(record.head.shortCode), event \(record.head.sequence)",
      time: record.head.time, author: heading.officerInCharge?.visible(limit: 120) ?? "",
      sections: sections)
  }
}
