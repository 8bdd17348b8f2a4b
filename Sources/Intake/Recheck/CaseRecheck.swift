public import BlockList
public import CaseFile
internal import IMEI

/// Asks the lists now in force for every number that a case holds, and records the answers. No photo is read.
///
/// The lists are asked in batches with nothing locked, and everything is recorded in one transaction at the end:
/// who stops in between has written nothing, and a case never has some of its numbers answered by one list and
/// some by another. It is repeated from the start when the lists change or somebody else asks meanwhile.
public struct CaseRecheck: Sendable {
  /// How far it has come.
  public struct Progress: Sendable, Hashable {
    /// Numbers asked for, then readings looked at for leads.
    public var done: Int
    /// All of them.
    public var total: Int
    /// Whether leads are looked for.
    public var isOfLeads: Bool
  }

  /// What it came to.
  public enum Outcome: Sendable {
    /// Every number was asked for in just these lists before; nothing was written.
    case alreadyAsked(numbers: Int, lists: [ListReference])
    /// The answers were recorded.
    case asked(CaseRecheckReport)
  }

  /// How many numbers are looked up at a time.
  private static let batchSize = 8_192
  /// How often it begins anew before it gives up.
  private static let mostTries = 5

  private let file: CaseFile
  private let store: BlockListStore

  /// A recheck of the case that is open for work as `file` against `store`.
  public init(file: CaseFile, store: BlockListStore) {
    self.file = file
    self.store = store
  }

  /// Asks and records.
  ///
  /// - Parameters:
  ///   - person: who asks, as known to the case; the session's person otherwise.
  ///   - progress: called after every batch; throwing ends the recheck with nothing written.
  /// - Throws: ``IntakeError`` of code `badInput` when no block list is loaded, and of code `stopped` when lists
  ///   changed all the time; `CaseFileError`, `BlockListError`, and what `progress` throws.
  public func run(
    person: String? = nil, progress: (Progress) throws -> Void = { _ in }
  ) throws -> Outcome {
    for _ in 0..<Self.mostTries {
      let lists = try store.lists().map(\.list)
      guard lists.contains(where: \.kind.flags) else {
        throw IntakeError(
          code: .badInput, message: "No block list is loaded.",
          cure: "Import one: imeikit blocklist import FILE --name NAME --date DATE")
      }
      let question = try file.recheckQuestion(for: lists)
      guard !question.isAnswered else {
        return .alreadyAsked(numbers: question.numbers.count, lists: lists)
      }
      guard var answers = try answers(to: question.numbers, of: lists, progress) else { continue }
      answers.leads = try leads(progress)
      guard try store.lists().map(\.list) == lists,
        let report = try file.record(answers, to: question, person: person)
      else { continue }
      return .asked(try CaseRecheckReport(report, in: file))
    }
    throw IntakeError(
      code: .stopped, message: "The lists changed again and again while they were asked.",
      cure: "Run it again when no import is under way.")
  }

  /// - Returns: `nil` when another list came into force meanwhile.
  private func answers(
    to numbers: [String], of lists: [ListReference], _ progress: (Progress) throws -> Void
  ) throws -> RecheckAnswers? {
    var answers = RecheckAnswers(
      lists: lists, plain: try renewed(Answer(matches: [], lists: lists)))
    for start in stride(from: 0, to: numbers.count, by: Self.batchSize) {
      let batch = numbers[start..<min(start + Self.batchSize, numbers.count)]
      let imeis = batch.compactMap { IMEI($0) }
      let found = try store.lookUp(imeis)
      guard found.allSatisfy({ $0.lists == lists }) else { return nil }
      for (imei, answer) in zip(imeis, found) where answer != answers.plain.answer {
        answers.found[imei.digits] = try renewed(answer)
      }
      // The kit records no such numbers; another program may have.
      for number in batch where IMEI(number) == nil {
        answers.found[number] = try renewed(
          .notChecked(because: .notAnIMEI("these digits are no IMEI")))
      }
      try progress(
        Progress(done: start + batch.count, total: numbers.count, isOfLeads: false))
    }
    return answers
  }

  private func renewed(_ answer: Answer) throws -> RenewedAnswer {
    RenewedAnswer(
      answer, json: String(decoding: try OrderedJSONEncoder().encode(answer), as: UTF8.self))
  }

  /// What the lists have near the readings that wait for a person, as reading a photo looks for it.
  private func leads(_ progress: (Progress) throws -> Void) throws -> [RenewedLeads] {
    var found: [RenewedLeads] = []
    var row: Int64 = 0
    var done = 0
    let total = try file.haulOverview().review.total
    while true {
      let items = try file.openItems(after: row, limit: 100)
      guard let last = items.last else { return found }
      row = last.photo.row
      for (photo, items) in Dictionary(grouping: items, by: \.photo.sha256).sorted(by: {
        $0.key < $1.key
      }) {
        let positions = items.compactMap { item -> Int? in
          if case .read(let position) = item.subject.number { position } else { nil }
        }
        guard !positions.isEmpty, let kept = try file.resultInForce(of: photo),
          let result = try? PhotoResult(json: kept.json.utf8)
        else { continue }
        for position in positions where result.readings.indices.contains(position) {
          found += try leads(of: result.readings[position], photo, position).map { [$0] } ?? []
        }
      }
      done += items.count
      try progress(Progress(done: done, total: max(done, total), isOfLeads: true))
    }
  }

  /// - Returns: `nil` where there was nothing listed near the reading when it was made, and there is nothing now.
  private func leads(
    of reading: PhotoResult.Reading, _ photo: String, _ position: Int
  ) throws -> RenewedLeads? {
    var now = reading
    try now.addLeads(from: store)
    guard now.hasListedNeighbours || reading.hasListedNeighbours else { return nil }
    func json(_ value: some Encodable) throws -> String {
      String(decoding: try OrderedJSONEncoder().encode(value), as: UTF8.self)
    }
    return RenewedLeads(
      photo: photo, position: position, leads: try json(now.leads),
      alternatives: try json(now.alternatives.map(\.answer)))
  }
}

extension PhotoResult.Reading {
  fileprivate var hasListedNeighbours: Bool {
    !leads.isEmpty || alternatives.contains { $0.answer?.state == .flagged }
  }
}
