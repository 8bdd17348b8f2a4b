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
        {"lists":[{"date":"2026-03-04","name":"UK","sha256":"ab"}],"matches":[{"checkDigit":"agrees",\
        "date":null,"line":7,"list":{"date":"2026-03-04","name":"UK","sha256":"ab"},\
        "listed":"356938035643809","reason":"stolen"}],"notCheckedBecause":null,"state":"flagged"}
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
        {"lists":[{"date":"2026-03-04","name":"UK","sha256":"ab"}],"matches":[],\
        "notCheckedBecause":null,"state":"notFlagged"}
        """)
  }

  @Test("Not checked says why")
  func notChecked() throws {
    let none = Answer(matches: [], lists: [])
    #expect(none.state == .notChecked)
    #expect(none.explanation == "Not checked: no block list is loaded.")
    #expect(
      try json(none) == """
        {"lists":[],"matches":[],"notCheckedBecause":{"code":"noListLoaded",\
        "message":"no block list is loaded"},"state":"notChecked"}
        """)
    let refused = Answer.notChecked(because: .notAnIMEI("Only 5 digits."))
    #expect(refused.explanation == "Not checked: Only 5 digits.")
    _ = try json(refused)
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
