internal import BlockList
internal import CaseFile

/// The first page: the haul in counts that add up, what they rest on, and the line to sign on.
///
/// It has about 60 lines to spare on A4, so what can be long is cut here and whole in a chapter.
struct SummarySection {
  private static let listLimit = 4

  let record: HaulRecord

  var section: ReportSection {
    var blocks: [ReportBlock] = [.facts(heading)]
    if record.heading.closedAt == nil {
      blocks.append(
        .notice("DRAFT: the case is still open, and what this report says can change.", .attention))
    }
    blocks += [.figures(figures), .facts(sums), .notice(Self.limit, .attention)]
    let makes = MakeChart(record.exhibits).bars
    if !makes.isEmpty {
      blocks.append(
        .bars(title: "Exhibits by make, by TAC list (may be wrong); marked part: flagged", makes))
    }
    blocks.append(.table(lists))
    blocks += ReasonTable(record.exhibits).blocks
    blocks.append(.facts(ErrorFacts(record: record).facts))
    blocks.append(code)
    let officer = record.heading.officerInCharge.map { ", \($0.visible(limit: 80))" } ?? ""
    blocks.append(
      .signature("Officer in charge\(officer). This report is unsigned until it is signed here."))
    return ReportSection(anchor: "summary", title: "The haul on one page", blocks: blocks)
  }

  /// What stands on the first page whatever it shows.
  static let limit =
    "“Not flagged” is not the same as not stolen: it says that the lists named here, as of their "
    + "dates, do not have the number. The kit flags; a person decides."

  private var heading: [ReportFact] {
    let heading = record.heading
    let state = heading.closedAt.map { "case closed \($0.visibleTime)" } ?? "case still open"
    return [
      ReportFact("Case reference", heading.reference.visible(limit: 120)),
      ReportFact("URN", heading.uniqueReferenceNumber?.visible(limit: 80) ?? "none given"),
      ReportFact("Officer in charge", heading.officerInCharge?.visible(limit: 120) ?? "none named"),
      ReportFact(
        "State", "as of event \(record.head.sequence), \(record.head.time.visibleTime); \(state)"),
    ]
  }

  private var figures: [ReportFigure] {
    let exhibits = record.counts.exhibits
    return [
      ReportFigure(exhibits.total.grouped, exhibits.total == 1 ? "exhibit" : "exhibits"),
      ReportFigure(exhibits.flagged.grouped, "flagged", tone: .flagged),
      ReportFigure(exhibits.notFlagged.grouped, "not flagged", tone: .settled),
      ReportFigure(exhibits.unresolved.grouped, "unresolved", tone: .attention),
    ]
  }

  private var sums: [ReportFact] {
    let files = record.counts.files
    let exhibits = record.counts.exhibits
    var facts = [
      ReportFact(
        "Files received",
        "\(files.received.grouped) = \(files.read.grouped) read + \(files.unreadable.grouped) "
          + "unreadable + \(files.duplicate.grouped) duplicate + \(files.refused.grouped) refused"),
      ReportFact(
        "Exhibits",
        "\(exhibits.total.grouped) = \(exhibits.flagged.grouped) flagged + "
          + "\(exhibits.notFlagged.grouped) not flagged + \(exhibits.unresolved.grouped) unresolved"
      ),
    ]
    if record.counts.photosWithoutExhibit > 0 {
      let flagged = UnassignedNumbers(record).flagged.count
      let numbers = flagged == 0 ? "" : ", with \(flagged.of("flagged number", "flagged numbers"))"
      facts.append(
        ReportFact(
          "Photos of no exhibit",
          "\(record.counts.photosWithoutExhibit.of("photo", "photos"))\(numbers), in no count of exhibits",
          tone: flagged == 0 ? .attention : .flagged))
    }
    if record.counts.uploadsWaiting > 0 {
      facts.append(
        ReportFact(
          "Not read yet",
          "\(record.counts.uploadsWaiting.of("upload", "uploads")): in no count of this report",
          tone: .attention))
    }
    facts.append(findings)
    facts.append(OriginalWords.summary(of: record))
    return facts
  }

  private var findings: ReportFact {
    let open = record.findings.count { $0.needsLook && $0.acknowledgedBy == nil }
    let total = record.findings.count.of("finding", "findings")
    guard open > 0 else { return ReportFact("Findings", "\(total); none waits for a person") }
    return ReportFact(
      "Findings", "\(total), of which \(open.grouped) \(open == 1 ? "waits" : "wait") for a person",
      tone: .attention)
  }

  private var lists: ReportTable {
    let day = ListAge.day(of: record.head.time)
    let shown = record.lists.filter(\.list.kind.flags).prefix(Self.listLimit)
    var rows = shown.map { list in
      [
        ReportTable.Cell(list.list.name.visible(limit: 60)),
        ReportTable.Cell(list.list.date.description),
        ReportTable.Cell(ListAge.words(of: list.list.date, at: day)),
        ReportTable.Cell(list.flagged.grouped, tone: list.flagged > 0 ? .flagged : .plain),
        ReportTable.Cell(list.list.sha256.visible(limit: 64), isCode: true),
      ]
    }
    let rest = record.lists.count(where: \.list.kind.flags) - shown.count
    if rest > 0 {
      rows.append(
        [ReportTable.Cell("and \(rest.of("list", "lists")) more", anchor: "lists")]
          + Array(repeating: ReportTable.Cell(""), count: 4))
    }
    if rows.isEmpty {
      rows.append(
        [ReportTable.Cell("No list was asked.", tone: .attention)]
          + Array(repeating: ReportTable.Cell(""), count: 4))
    }
    return ReportTable(
      title: "Flagged numbers by list",
      columns: [
        .init("List", weight: 1.5), .init("Date", weight: 0.8), .init("Age", weight: 0.7),
        .init("Flagged", weight: 0.6, isNumeric: true), .init("SHA-256", weight: 3),
      ], rows: rows)
  }

  private var code: ReportBlock {
    let head = record.head
    let hash = head.hash.map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    return .code(
      text: "\(head.shortCode) event \(head.sequence) case "
        + "\(head.caseIdentifier.visible(limit: 60)) sha256 \(hash)",
      caption: "Head of the audit log: code \(head.shortCode). Whoever keeps this page can tell "
        + "whether the log up to event \(head.sequence) was changed since: "
        + "imeikit audit verify --code \(head.shortCode)")
  }
}
