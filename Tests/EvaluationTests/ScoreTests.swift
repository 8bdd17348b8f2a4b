import Testing

@testable import Evaluation

@Suite("Score")
struct ScoreTests {
  private func picture(
    _ imeis: [String], luhnOK: [Bool]? = nil, readableEach: [Bool]? = nil, readable: Bool = true
  ) -> Picture {
    Picture(
      file: "a.jpg", tier: "easy", kind: "label", imeis: imeis,
      luhnOK: luhnOK ?? imeis.map { _ in true }, readable: readable, readableEach: readableEach)
  }

  private func answer(accepted: [String] = [], offered: [String] = [], status: String = "review")
    -> Answer
  {
    Answer(accepted: accepted, offered: offered, status: status)
  }

  @Test func aRightAcceptCountsOnce() {
    var score = Score()
    score.add(answer(accepted: ["356938035643809"]), to: picture(["356938035643809"]))
    #expect(score.accepted == 1)
    #expect(score.missed == 0)
    #expect(score.wrong.isEmpty)
  }

  @Test func anOfferIsNeitherAcceptedNorMissed() {
    var score = Score()
    score.add(answer(offered: ["356938035643809"]), to: picture(["356938035643809"]))
    #expect(score.accepted == 0)
    #expect(score.offered == 1)
    #expect(score.missed == 0)
  }

  @Test func anAcceptedNumberThatIsNotPrintedIsWrong() {
    var score = Score()
    score.add(answer(accepted: ["356938035643817"]), to: picture(["356938035643809"]))
    #expect(score.wrong.map(\.digits) == ["356938035643817"])
    #expect(score.wrongOnNegatives == 0)
    #expect(score.missed == 1)
  }

  @Test func anAcceptOnAPictureWithoutIMEIIsWrongOnANegative() {
    var score = Score()
    score.add(answer(accepted: ["356938035643809"]), to: picture([]))
    #expect(score.wrongOnNegatives == 1)
  }

  @Test func aPrintedNumberWhoseCheckDigitDiffersMayNotBeAccepted() {
    var score = Score()
    score.add(
      answer(accepted: ["356938035643808"]), to: picture(["356938035643808"], luhnOK: [false]))
    #expect(score.wrong.count == 1)
    #expect(score.expected == 0)
  }

  @Test func unreadableNumbersAreNotExpectedButMayBeRead() {
    var score = Score()
    score.add(
      answer(accepted: ["356938035643809"]),
      to: picture(["356938035643809"], readableEach: [false]))
    #expect(score.expected == 0)
    #expect(score.wrong.isEmpty)
  }

  @Test func aReadablePictureCalledNoneIsDismissed() {
    var score = Score()
    score.add(answer(status: "none"), to: picture(["356938035643809"]))
    score.add(answer(status: "none"), to: picture([]))
    #expect(score.dismissed == 1)
  }

  @Test func aFileThatMustBeRefusedIsNamedWhenItIsNot() {
    var broken = picture([])
    broken.expectedStatus = "refused"
    var score = Score()
    score.add(answer(status: "none"), to: broken)
    score.add(answer(status: "refused"), to: broken)
    #expect(score.notRefused == ["a.jpg"])
  }

  @Test func groupsAddUp() {
    var first = Score()
    first.add(answer(accepted: ["1"]), to: picture([]))
    var second = Score()
    second.add(answer(offered: ["356938035643809", "2"]), to: picture(["356938035643809"]))
    first.add(second)
    #expect(first.pictures == 2)
    #expect(first.offered == 1)
    #expect(first.offeredWrong == 1)
    #expect(first.wrong.count == 1)
  }

  @Test func confidencesAreCountedByIntervalAndByWhetherTheNumberIsPrinted() throws {
    var score = Score()
    let answer = Answer(
      accepted: ["356938035643809"], offered: ["356938035643817"], status: "review",
      confidences: ["356938035643809": 0.96, "356938035643817": 1])
    score.add(answer, to: picture(["356938035643809"]))
    var sum = Score()
    sum.add(score)
    sum.add(score)
    let sure = try #require(sum.reliability.bins.last)
    #expect((sure.count, sure.right) == (2, 0))
    let bin = try #require(sum.reliability.bins.first { $0.from == 0.95 })
    #expect((bin.count, bin.right) == (2, 2))
    #expect(abs(bin.confidences - 1.92) < 1e-9)
  }
}
