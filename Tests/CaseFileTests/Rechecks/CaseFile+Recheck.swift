import BlockList
import CaseFile
import Foundation

/// A list that is asked in rechecks, by its day.
func newerList(_ date: String, kind: ListKind = .block) throws -> ListReference {
  ListReference(name: "Stolen", date: try ListDate(date), sha256: digest(date), kind: kind)
}

extension RenewedAnswer {
  init(_ answer: Answer) throws {
    self.init(answer, json: String(decoding: try JSONEncoder().encode(answer), as: UTF8.self))
  }
}

extension CaseFile {
  /// Asks as the intake does, of a list on which `numbers` are.
  ///
  /// - Returns: nil when everything was asked for in that list before.
  @discardableResult
  func recheck(flagging numbers: [String], date: String = "2026-05-01", person: String? = nil)
    throws -> RecheckReport?
  {
    let list = try newerList(date)
    let question = try recheckQuestion(for: [list])
    guard !question.isAnswered else { return nil }
    let known = Set(question.numbers)
    var answers = RecheckAnswers(
      lists: [list], plain: try RenewedAnswer(Answer(matches: [], lists: [list])))
    for (line, number) in numbers.enumerated() where known.contains(number) {
      let match = Match(
        list: list, listed: number, checkDigit: .agrees, reason: "stolen", date: nil,
        line: line + 1)
      answers.found[number] = try RenewedAnswer(Answer(matches: [match], lists: [list]))
    }
    return try record(answers, to: question, person: person)
  }
}
