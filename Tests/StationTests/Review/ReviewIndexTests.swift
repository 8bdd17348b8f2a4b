import CaseFile
import Testing

@testable import Station

@Suite("Order of the review")
struct ReviewIndexTests {
  private let ann = Reviewer(person: "Ann", role: .reader)
  private let bob = Reviewer(person: "Bob", role: .reader)
  private let sam = Reviewer(person: "Sam", role: .settler)

  private func number(
    _ row: Int64, phase: ReadingState.Phase = .open, flagged: Bool = false, doubtful: Bool = false,
    people: Set<String> = []
  ) -> OpenNumber {
    OpenNumber(
      subject: ReadingSubject(photo: "photo\(row)", number: .read(0)), row: row, phase: phase,
      hasReading: true, isFlagged: flagged, isDoubtful: doubtful, people: people, state: "1",
      glyphs: nil)
  }

  private func rows(
    _ index: ReviewIndex, _ reviewer: Reviewer, count: Int = 100,
    shown: ShownNumbers = ShownNumbers(), kinds: Set<ReviewKind>? = nil,
    postponed: Set<ReadingSubject> = [], taken: Set<Int64> = []
  ) -> [Int64] {
    index.next(
      ReviewIndex.Wish(reviewer: reviewer, count: count, kinds: kinds, postponed: postponed),
      shown: shown
    ) { subject in !taken.contains { "photo\($0)" == subject.photo } }.map(\.row)
  }

  @Test func whatIsMostUrgentComesFirst() {
    let index = ReviewIndex([
      number(1), number(2, doubtful: true), number(3, phase: .secondNeeded, people: ["Bob"]),
      number(4, flagged: true), number(5, phase: .mismatch, people: ["Ann", "Bob"]), number(6),
    ])
    #expect(rows(index, sam) == [5, 4, 3, 2, 1, 6])
    #expect(rows(index, ann) == [4, 3, 2, 1, 6])
    #expect(rows(index, bob) == [4, 2, 1, 6])
    #expect(rows(index, ann, count: 2) == [4, 3])
    #expect(rows(index, ann, kinds: [.confirm]) == [1, 6])
    #expect(rows(index, ann, taken: [4, 2]) == [3, 1, 6])
  }

  @Test func nobodyKeysBlindWhatHeWasShown() {
    var shown = ShownNumbers()
    let flagged = number(1, flagged: true)
    let second = number(2, phase: .secondNeeded, people: ["Bob"])
    shown.insert(flagged.subject, person: "Ann")
    shown.insert(second.subject, person: "Ann")
    let index = ReviewIndex([flagged, second])
    #expect(rows(index, ann, shown: shown) == [])
    #expect(rows(index, sam, shown: shown) == [1, 2])
  }

  @Test func aReadingGoesFirstToWhoWasShownItAndLastToOthers() {
    var shown = ShownNumbers()
    let numbers = (1...4).map { number(Int64($0)) }
    shown.insert(numbers[0].subject, person: "Ann")
    shown.insert(numbers[2].subject, person: "Bob")
    let index = ReviewIndex(numbers)
    #expect(rows(index, bob, shown: shown) == [3, 2, 4, 1])
    #expect(rows(index, ann, shown: shown, kinds: [.confirm]) == [1, 2, 4, 3])
    #expect(rows(index, sam, shown: shown, kinds: [.confirm]) == [2, 4, 1, 3])
  }

  @Test func whatWasPutOffComesLast() {
    let index = ReviewIndex([number(1, flagged: true), number(2), number(3)])
    let late: Set<ReadingSubject> = [number(1).subject, number(2).subject]
    #expect(rows(index, ann, postponed: late) == [3, 1, 2])
  }

  @Test func aPhotoIsReplacedInPlace() {
    var index = ReviewIndex((1...5).map { number(Int64($0)) })
    index.replace("photo3", with: [number(3, phase: .secondNeeded, people: ["Ann"])])
    index.replace("photo5", with: [])
    #expect(rows(index, bob) == [3, 1, 2, 4])
    #expect(index.count == 4)
    #expect(index[number(3).subject]?.phase == .secondNeeded)
    #expect(index[number(5).subject] == nil)
    index.replace("photo3", with: [])
    #expect(rows(index, bob) == [1, 2, 4])
  }

  @Test func countsAddUp() {
    let index = ReviewIndex([
      number(1), number(2, doubtful: true), number(3, phase: .secondNeeded, people: ["Ann"]),
      number(4, phase: .mismatch, people: ["Bob", "Sam"]),
    ])
    let counts = index.counts(for: ann, shown: ShownNumbers())
    #expect((counts.confirm, counts.blind, counts.settle) == (1, 1, 0))
    #expect(counts.waitingForOthers == 2)
    #expect(counts.total == 4)
  }

  @Test func aStruckDigitMakesAReadingDoubtful() {
    var struck = number(1)
    #expect(struck.kind == .confirm)
    struck.marks.insert(3, person: "Ann", isStruck: true)
    #expect(struck.kind == .blind)
  }

  @Test func nextIsQuickAmongTenThousand() {
    var numbers: [OpenNumber] = []
    for row in Int64(0)..<10_000 {
      let isSecond = row % 3 == 0
      let phase: ReadingState.Phase = isSecond ? .secondNeeded : .open
      let people: Set<String> = isSecond ? ["Ann"] : []
      numbers.append(number(row, phase: phase, doubtful: row % 5 == 0, people: people))
    }
    var index = ReviewIndex(numbers)
    let clock = ContinuousClock()
    let time = clock.measure {
      for round in 0..<20 {
        _ = rows(index, ann, count: 8)
        index.replace("photo\(round)", with: [])
      }
    }
    // A debug build on a busy machine: a few milliseconds each in a release build.
    #expect(time < .seconds(4))
  }
}
