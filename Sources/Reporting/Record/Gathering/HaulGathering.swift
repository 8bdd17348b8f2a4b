internal import CaseFile
internal import Intake

/// Puts a record together: photo by photo, then everything that only the whole case shows.
struct HaulGathering {
  private var photos: [PhotoNotes] = []
  private var answers = AnswerBook()
  private var types = TypeBook()
  private var machine = MachineRecord()
  private var readers = ReaderTally()

  /// Takes a photo in.
  ///
  /// - Throws: ``ReportingError`` `notReady` when its result cannot be read.
  mutating func add(_ content: PhotoContent) throws {
    let result = try PhotoNotes.result(of: content)
    if let result, let kept = content.result {
      answers.add(result.readings, of: kept)
      types.add(result.readings, recordedAt: kept.recordedAt)
    }
    machine.add(content.standing)
    readers.add(content.standing)
    photos.append(PhotoNotes(content, result))
  }

  /// The record, once every photo was taken in.
  func record(_ content: CaseContent) -> HaulRecord {
    var answers = answers
    for decision in content.decisions { answers.add(decision) }
    let arrivals = FileArrivals(photos, content)
    let runs = Dictionary(content.runs.map { ($0.id, $0) }) { first, _ in first }
    let records = photos.enumerated().map { index, notes in
      PhotoRecord(notes, names: arrivals.names[index], run: notes.run.flatMap { runs[$0] })
    }
    let builder = NumberBuilder(
      answers: answers, types: types, askings: AskingBook(content),
      times: Dictionary(content.decisions.map { ($0.event, $0.decidedAt) }) { first, _ in first })
    let exhibits = ExhibitGathering(photos, content.exhibits).records(builder, records)
    let unassigned = photos.indices.filter { photos[$0].photo.exhibits.isEmpty }
    let loose = ExhibitGathering.looseNumbers(unassigned.map { photos[$0] }, builder)
    var counts = HaulCounts()
    counts.files = arrivals.files
    counts.uploadsWaiting = arrivals.waiting
    counts.photosWithoutExhibit = unassigned.count
    for exhibit in exhibits {
      switch exhibit.answer {
      case .flagged: counts.exhibits.flagged += 1
      case .notFlagged: counts.exhibits.notFlagged += 1
      case .unresolved: counts.exhibits.unresolved += 1
      }
    }
    return HaulRecord(
      heading: CaseHeading(content.status), counts: counts,
      exhibits: exhibits.map { $0.adding(findings: content.findings) },
      unassignedPhotos: unassigned.map { records[$0] }, unreadFiles: arrivals.unread,
      lists: ListRecord.all(of: exhibits.flatMap(\.numbers) + loose, runs: content.runs),
      readers: readers.records(controls: content.controls), machine: machine,
      selfTests: content.selfTests.map(SelfTestRecord.init),
      findings: content.findings.map(FindingRecord.init), runs: content.runs.map(RunRecord.init),
      deviations: content.deviations.map(DeviationRecord.init),
      originalsCheckedAt: content.originalsCheckedAt, head: content.head,
      unassignedNumbers: loose)
  }
}
