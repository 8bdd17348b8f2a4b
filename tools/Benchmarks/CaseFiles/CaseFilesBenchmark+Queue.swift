import CaseFile
import Station

extension CaseFilesBenchmark {
  /// What the review station's queue takes: the first load of a case that was just opened, what a decision of
  /// somebody else costs, and the next number for a person.
  func queue() async throws {
    let opened = try CaseFile.open(at: file, mode: .readWrite, session: session)
    let known = try opened.operators()
    let people = try (0..<2).map { index in
      try known.dropFirst(index).first
        ?? opened.addOperator(name: "Benchmark \(index)", number: "q\(index)", role: .reader)
    }
    let desk = ReviewDesk(desk: CaseDesk(opened), events: EventHub(), listStorePath: { nil })

    var load = Timings("queue, first load")
    try await load.add { try await desk.update() }
    load.tell()

    var unchanged = Timings("queue, unchanged")
    for _ in 0..<rounds { try await unchanged.add { try await desk.update() } }
    unchanged.tell()

    var step = Timings("queue, one decided")
    for item in try opened.openItems(limit: rounds) {
      let decision = Decision(subject: item.subject, act: .correct(number(of: item)))
      let event = try opened.decide(decision, person: people[0].person)
      try await step.add { try await desk.update() }
      try opened.undo(event: event.sequence, person: people[0].person)
      try await step.add { try await desk.update() }
    }
    step.tell()

    // Each keeps what was handed out before, as a page does that fetches ahead.
    let session = StationSession(identifier: "q", person: people[1].person, role: people[1].role)
    var held: [String] = []
    var next = Timings("queue, next item")
    for _ in 0..<rounds {
      let request = ReviewDesk.Request(count: 1, keeping: held)
      try await next.add { held += try await desk.next(request, for: session).map(\.id) }
    }
    next.tell()
    print("numbers to decide: \(try opened.reviewCounts(for: people[1].person).total)")
    try opened.close()
  }
}
