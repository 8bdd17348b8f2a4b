import Foundation
import Testing

@testable import BlockList

@Suite("Answers")
struct AnswerTests {
  private let list = ListReference(name: "UK", date: Sample.day, sha256: "ab")
  private var match: Match {
    Match(
      list: list, listed: "356938035643809", checkDigit: .agrees, reason: "stolen", date: nil,
      line: 7)
  }

  private func json(_ answer: Answer) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let data = try encoder.encode(answer)
    #expect(try JSONDecoder().decode(Answer.self, from: data) == answer)
    return String(decoding: data, as: UTF8.self)
  }

  @Test("A flagged answer names list, day, digest, line and check digit")
  func flagged() throws {
    let answer = Answer(matches: [match], lists: [list])
    #expect(answer.state == .flagged)
    #expect(
      try json(answer) == """
        {"allowed":[],"lists":[{"date":"2026-03-04","kind":"block","name":"UK","sha256":"ab"}],\
        "matches":[{"checkDigit":"agrees","date":null,"history":[],"line":7,\
        "list":{"date":"2026-03-04","kind":"block","name":"UK","sha256":"ab"},\
        "listed":"356938035643809","reason":"stolen","reference":null,"removed":null,\
        "reportedBy":null}],"notCheckedBecause":null,"removed":[],"state":"flagged"}
        """)
    #expect(
      answer.explanation == """
        Flagged: on list “UK” of 2026-03-04 (line 7; listed as 356938035643809; the check digit \
        agrees; reason: stolen).
        """)
  }

  @Test("Not flagged names the lists that were asked")
  func notFlagged() throws {
    let answer = Answer(matches: [], lists: [list])
    #expect(answer.state == .notFlagged)
    #expect(answer.explanation == "Not flagged: not on list “UK” of 2026-03-04.")
    #expect(
      try json(answer) == """
        {"allowed":[],"lists":[{"date":"2026-03-04","kind":"block","name":"UK","sha256":"ab"}],\
        "matches":[],"notCheckedBecause":null,"removed":[],"state":"notFlagged"}
        """)
  }

  @Test("Not checked says why")
  func notChecked() throws {
    let none = Answer(matches: [], lists: [])
    #expect(none.state == .notChecked)
    #expect(none.explanation == "Not checked: no block list is loaded.")
    #expect(
      try json(none) == """
        {"allowed":[],"lists":[],"matches":[],"notCheckedBecause":{"code":"noListLoaded",\
        "message":"no block list is loaded"},"removed":[],"state":"notChecked"}
        """)
    let refused = Answer.notChecked(because: .notAnIMEI("Only 5 digits."))
    #expect(refused.explanation == "Not checked: Only 5 digits.")
    _ = try json(refused)
  }

  @Test("What was taken off a list, and what an allow list holds, flags nothing and is said")
  func removedAndAllowed() throws {
    let allow = ListReference(name: "Own fleet", date: Sample.day, sha256: "cd", kind: .allow)
    let off = Match(
      list: list, listed: "356938035643809", checkDigit: .agrees, reason: "stolen", date: nil,
      removed: EntryAction(kind: .removed, date: "2026-02-01", reason: "found"), line: 7)
    let fleet = Match(
      list: allow, listed: "35693803564380", checkDigit: .listHasNone, reason: nil, date: nil,
      line: 1)
    let answer = Answer(matches: [off, fleet], lists: [list, allow])
    #expect(answer.state == .notFlagged)
    #expect(answer.removed == [off])
    #expect(answer.allowed == [fleet])
    #expect(
      answer.explanation == """
        Not flagged: not on list “UK” of 2026-03-04. Was on list “UK” of 2026-03-04 (line 7; listed \
        as 356938035643809; the check digit agrees; reason: stolen), removed on 2026-02-01 (found). \
        On allow list “Own fleet” of 2026-03-04 (line 1; listed as 35693803564380; the list has no \
        check digit to compare).
        """)
    _ = try json(answer)
    #expect(Answer(matches: [], lists: [allow]).state == .notChecked)
  }

  @Test("An answer stored before there were histories and kinds is still read")
  func formerShape() throws {
    let text = """
      {"lists":[{"date":"2026-03-04","name":"UK","sha256":"ab"}],"matches":[{"checkDigit":"agrees",\
      "date":null,"line":7,"list":{"date":"2026-03-04","name":"UK","sha256":"ab"},\
      "listed":"356938035643809","reason":"stolen"}],"notCheckedBecause":null,"state":"flagged"}
      """
    let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    #expect(answer == Answer(matches: [match], lists: [list]))
  }

  @Test("A spare 0 is explained as such")
  func spareZero() {
    let match = Match(
      list: list, listed: "356938035643800", checkDigit: .listHasNone, reason: nil, date: nil,
      line: 1)
    #expect(match.hasSpareZero)
    #expect(match.explanation.contains("spare 0"))
  }
}
