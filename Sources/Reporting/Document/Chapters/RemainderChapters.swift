internal import BlockList

/// What belongs to no exhibit: photos that show none, and files that could not be opened.
struct RemainderChapters {
  let record: HaulRecord
  let index: ExhibitIndex
  let options: ReportOptions
  private let numbers: UnassignedNumbers

  init(record: HaulRecord, index: ExhibitIndex, options: ReportOptions) {
    self.record = record
    self.index = index
    self.options = options
    numbers = UnassignedNumbers(record)
  }

  var sections: [ReportSection] {
    [photos] + record.unassignedPhotos.indices.map(section) + [refused]
  }

  private var photos: ReportSection {
    guard !record.unassignedPhotos.isEmpty else {
      return ReportSection(
        anchor: "no-exhibit", title: "Photos of no exhibit", startsPage: true,
        blocks: [.paragraph("Every photo shows a known exhibit.")])
    }
    return ReportSection(
      anchor: "no-exhibit", title: "Photos of no exhibit", startsPage: true,
      blocks: [
        .notice(
          "These photos show no known exhibit. Their numbers are in no count of exhibits until "
            + "somebody says which exhibit they show.", .attention),
        .table(
          ReportTable(
            columns: [
              .init("Photo", weight: 1.6), .init("Status", weight: 1), .init("IMEI", weight: 1.7),
              .init("Block lists", weight: 1),
            ], rows: record.unassignedPhotos.indices.map(row))),
      ])
  }

  private func row(at place: Int) -> [ReportTable.Cell] {
    let photo = record.unassignedPhotos[place]
    let words = PhotoWords(photo)
    let answers = Set(numbers.at(place).map(\.answer.state))
    return [
      ReportTable.Cell(words.names, anchor: UnassignedNumbers.anchor(place)),
      ReportTable.Cell(words.word, tone: photo.status == "review" ? .attention : .plain),
      ReportTable.Cell(
        photo.digits.map(NumberWords.formatted).joined(separator: ", "), isCode: true),
      answers.contains(.flagged)
        ? ReportTable.Cell("flagged", tone: .flagged)
        : answers.contains(.notChecked)
          ? ReportTable.Cell("not checked", tone: .attention)
          : ReportTable.Cell(answers.isEmpty ? "" : "not flagged"),
    ]
  }

  private func section(at place: Int) -> ReportSection {
    let photo = record.unassignedPhotos[place]
    var blocks: [ReportBlock] = [.facts(PhotoWords(photo).facts(record.originals))]
    if options.showsThumbnails {
      blocks.append(
        .pictures([
          ReportPicture(
            .thumbnail(photo: photo.sha256), caption: options.caption(of: PhotoWords(photo).names))
        ]))
    }
    for number in numbers.at(place) {
      blocks += NumberBlocks(number: number, photo: photo.sha256, index: index).blocks
    }
    return ReportSection(
      anchor: UnassignedNumbers.anchor(place),
      title:
        "Photo \(photo.names.first.map { String(visibleName: $0, limit: 80) } ?? "without a name")",
      level: 2, staysTogether: true, blocks: blocks)
  }

  private var refused: ReportSection {
    guard !record.unreadFiles.isEmpty else {
      return ReportSection(
        anchor: "refused", title: "Refused files",
        blocks: [.paragraph("Every file could be opened and hashed.")])
    }
    return ReportSection(
      anchor: "refused", title: "Refused files",
      blocks: [
        .paragraph(
          "These files are no pictures or could not be opened safely. Nothing was read from them."),
        .table(
          ReportTable(
            columns: [.init("File", weight: 1), .init("Why", weight: 2)],
            rows: record.unreadFiles.map { file in
              [
                ReportTable.Cell(String(visibleName: file.name)),
                ReportTable.Cell(file.reason.visible(limit: 400)),
              ]
            })),
      ])
  }
}
