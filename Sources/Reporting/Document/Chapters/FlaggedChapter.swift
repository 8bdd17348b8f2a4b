internal import BlockList
internal import CaseFile

/// The flagged exhibits, a row for each flagged number.
struct FlaggedChapter {
  let record: HaulRecord
  let index: ExhibitIndex

  var section: ReportSection {
    let rows = record.exhibits.enumerated().flatMap { place, exhibit in
      exhibit.answer == .flagged ? self.rows(of: exhibit, at: place) : []
    }
    let count = record.counts.exhibits.flagged
    return ReportSection(
      anchor: "flagged", title: "Flagged exhibits",
      blocks: [
        .paragraph(
          count == 0
            ? "No exhibit is flagged. Not flagged is not the same as not stolen."
            : "\(count.of("exhibit has", "exhibits have")) a number that counts and that a list has. "
              + "A list can be wrong, and a person decides what follows.")
      ]
        + (rows.isEmpty
          ? [] : [.table(ReportTable(columns: Self.columns("Exhibit"), rows: rows))])
        + unassigned)
  }

  /// What is flagged and of no exhibit must not be overlooked, although no count has it.
  private var unassigned: [ReportBlock] {
    let numbers = UnassignedNumbers(record)
    guard !numbers.flagged.isEmpty else { return [] }
    let rows = numbers.flagged.map { number in
      let place = numbers.places(of: number).first
      return [
        ReportTable.Cell(
          place.map { PhotoWords(record.unassignedPhotos[$0]).names } ?? "not known",
          anchor: place.map(UnassignedNumbers.anchor)),
        cell(of: number),
        ReportTable.Cell(AnswerWords.reasons(of: number.answer)),
        ReportTable.Cell(MakeWords.short(of: number)),
      ]
    }
    return [
      .table(
        ReportTable(
          title: "Flagged numbers on photos of no exhibit", columns: Self.columns("Photo"),
          rows: rows))
    ]
  }

  private static func columns(_ first: String) -> [ReportTable.Column] {
    [
      .init(first, weight: 1), .init("IMEI", weight: 1.7), .init("Flagged by", weight: 3),
      .init("Make and model", weight: 1.5),
    ]
  }

  private func cell(of number: NumberRecord) -> ReportTable.Cell {
    let lead = number.standing == .open ? " (a lead: still open)" : ""
    return ReportTable.Cell(
      "\(number.formatted.visible(limit: 40))\(lead)", isCode: true,
      tone: number.standing == .open ? .attention : .flagged)
  }

  private func rows(of exhibit: ExhibitRecord, at place: Int) -> [[ReportTable.Cell]] {
    exhibit.numbers.filter { $0.answer.state == .flagged && $0.standing != .open }.map { number in
      [
        ReportTable.Cell(index.reference(place), anchor: index.anchor(place)),
        cell(of: number),
        ReportTable.Cell(AnswerWords.reasons(of: number.answer)),
        ReportTable.Cell(MakeWords.short(of: number)),
      ]
    }
  }
}
