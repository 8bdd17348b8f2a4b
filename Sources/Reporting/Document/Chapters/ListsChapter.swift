internal import BlockList
internal import CaseFile

/// The lists that answers and makes rest on.
struct ListsChapter {
  let record: HaulRecord

  var section: ReportSection {
    var blocks: [ReportBlock] = [
      .paragraph(
        "An answer holds for these lists as of their dates. The SHA-256 names the very file: "
          + "sha256sum on the list as it was imported gives the same digits.")
    ]
    blocks.append(
      rows.isEmpty ? .notice("No list was asked.", .attention) : .table(table))
    return ReportSection(anchor: "lists", title: "Lists", blocks: blocks)
  }

  private var table: ReportTable {
    ReportTable(
      columns: [
        .init("List", weight: 1.6), .init("Kind", weight: 1), .init("Date", weight: 0.9),
        .init("Age", weight: 0.8), .init("Flagged", weight: 0.7, isNumeric: true),
        .init("SHA-256", weight: 2.8),
      ], rows: rows)
  }

  private var rows: [[ReportTable.Cell]] {
    let day = ListAge.day(of: record.head.time)
    let named = Set(record.lists.map(\.list))
    let makes = Set(record.exhibits.flatMap(\.numbers).compactMap(\.typeAllocationList))
      .subtracting(named).sorted {
        ($0.name, $0.date.description, $0.sha256) < ($1.name, $1.date.description, $1.sha256)
      }
    return (record.lists + makes.map { ListRecord(list: $0, flagged: 0) }).map { entry in
      [
        ReportTable.Cell(entry.list.name.visible(limit: 200)),
        ReportTable.Cell(entry.list.kind.phrase),
        ReportTable.Cell(entry.list.date.description),
        ReportTable.Cell(ListAge.words(of: entry.list.date, at: day)),
        entry.list.kind.flags
          ? ReportTable.Cell(entry.flagged.grouped, tone: entry.flagged > 0 ? .flagged : .plain)
          : ReportTable.Cell("never"),
        ReportTable.Cell(entry.list.sha256.visible(limit: 64), isCode: true),
      ]
    }
  }
}
