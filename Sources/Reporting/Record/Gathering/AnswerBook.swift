internal import BlockList
internal import CaseFile
internal import Intake

/// Every block-list answer that the case holds, by digits; the one place that says which of them counts.
struct AnswerBook {
  /// An answer with the time at which the lists were asked, UTC, and what for.
  struct Entry {
    let answer: Answer
    let askedAt: String
    let occasion: AskingRecord.Occasion
  }

  private typealias Occasion = AskingRecord.Occasion

  private var entries: [String: [Entry]] = [:]

  /// Takes in the answers of a result, those of other readings that fit the picture among them: people may
  /// have found one of these to be what is printed.
  mutating func add(_ readings: [PhotoResult.Reading], of kept: KeptResult) {
    let occasion = kept.recheck.map { .recheck(event: $0) } ?? Occasion.reading(run: kept.run.text)
    func add(_ answer: Answer?, to digits: String) {
      self.add(answer, to: digits, kept.answeredAt, occasion)
    }
    for reading in readings {
      add(reading.answer, to: reading.imei)
      for alternative in reading.alternatives { add(alternative.answer, to: alternative.imei) }
      for lead in reading.leads { add(lead.answer, to: lead.imei) }
    }
  }

  /// Takes in the answer to digits that a person gave, of which a case of an earlier release holds the state
  /// alone until newer lists are asked.
  mutating func add(_ decision: DecisionContent) {
    guard let number = decision.number, let state = decision.answer else { return }
    let occasion =
      decision.recheck.map { .recheck(event: $0) } ?? Occasion.decision(event: decision.event)
    add(decision.fullAnswer ?? .withoutLists(state), to: number, decision.answeredAt, occasion)
  }

  private mutating func add(
    _ answer: Answer?, to digits: String, _ askedAt: String, _ occasion: Occasion
  ) {
    guard let answer, answer.state != .notChecked else { return }
    entries[digits, default: []].append(
      Entry(answer: answer, askedAt: askedAt, occasion: occasion))
  }

  /// The answer that counts for a number: of those that say what the case holds of it, flagged or not, the
  /// newest that names its lists; otherwise the newest there is. A number printed without its check digit has
  /// the answer of the same number with it.
  ///
  /// - Parameter isFlagged: what the case holds of it.
  /// - Returns: nil when no list was asked for it.
  func answer(to digits: String, isFlagged: Bool) -> Entry? {
    let exact = entries[digits] ?? []
    let found = exact.isEmpty ? entries[String(digits.prefix(14))] ?? [] : exact
    return found.max { rank($0, isFlagged) < rank($1, isFlagged) }
  }

  private func rank(_ entry: Entry, _ isFlagged: Bool) -> (Int, Int, String) {
    (
      (entry.answer.state == .flagged) == isFlagged ? 1 : 0, entry.answer.lists.isEmpty ? 0 : 1,
      entry.askedAt
    )
  }
}
