import ArgumentParser
import CaseFile
import Foundation

/// Times what a case file with many photos is asked while it is worked on.
@main
struct CaseFilesBenchmark: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "benchmark-casefiles",
    abstract: "Times opening, resuming, listing and searching a case of many photos.",
    discussion: """
      Makes a case at FILE with as many photos, unless it is there already, then asks each question
      several times and prints the median and the longest time.

      EXAMPLE:
        swift run -c release benchmark-casefiles /tmp/big.case --photos 100000
        swift run -c release benchmark-casefiles /tmp/haul.imeikit --haul 1000
      """)

  @Argument(help: "Where the case is made.")
  var file: String

  @Option(help: "How many photos it holds.")
  var photos = 100_000

  @Option(help: "How many are recorded in one transaction.")
  var batch = 64

  @Option(help: "How often each question is asked.")
  var rounds = 7

  @Option(help: "One photo of how many has a reading for people to decide on.")
  var review = 20

  @Flag(help: "Makes every four photos those of one exhibit.")
  var exhibits = false

  @Option(
    help: ArgumentHelp(
      "Make a haul of so many exhibits with crops, seals and decisions instead, and ask nothing.",
      valueName: "exhibits"))
  var haul: Int?

  private var made: MadePhotos { MadePhotos(reviewEvery: max(1, review)) }

  private var settings: RunSettings {
    RunSettings(
      toolVersion: "0.5.0", components: ["tesseract": "5.3.0", "recogniser": "ab12"],
      values: ["leads": "on"])
  }

  var session: CaseSession {
    CaseSession(person: "system", program: "benchmark-casefiles", machine: "benchmark")
  }

  func validate() throws {
    if let haul, !(1...100_000).contains(haul) {
      throw ValidationError("--haul takes a number from 1 to 100000.")
    }
  }

  func run() async throws {
    if let haul {
      let opened = try CaseFile.create(
        at: file,
        details: CaseDetails(
          reference: "OP HERON/12", uniqueReferenceNumber: "01AB1234526",
          officerInCharge: "DI Chen"),
        session: session)
      try MadeHaul(exhibits: haul).fill(opened, settings: settings)
      try opened.close()
      return
    }
    if !FileManager.default.fileExists(atPath: file) { try fill() }
    let made = made
    let questions = (0..<photos).map { index in
      let photo = made.photo(index)
      return ResumeQuestion(path: photo.path, stamp: photo.stamp)
    }
    try time("open and close") {
      try CaseFile.open(at: file, mode: .readWrite, session: session).close()
    }
    let opened = try CaseFile.open(at: file, mode: .readWrite, session: session)
    try time("resume, \(photos) files") {
      let answers = try opened.resume(questions, settings: settings)
      guard answers.allSatisfy({ if case .alreadyRead = $0 { true } else { false } }) else {
        throw ValidationError("The case at \(file) is not one of \(photos) photos.")
      }
    }
    try time("list 100 photos") { _ = try opened.photos(after: Int64(photos / 2), limit: 100) }
    try time("list 100 flagged") {
      _ = try opened.photos(PhotoFilter(flaggedOnly: true), after: Int64(photos / 2), limit: 100)
    }
    try time("list 100 in review") {
      _ = try opened.photos(PhotoFilter(status: "review"), after: Int64(photos / 2), limit: 100)
    }
    try time("count by status") { _ = try opened.photoCounts() }
    let number = made.number(photos / 3)
    try time("search by beginning") { _ = try opened.search(String(number.prefix(11))) }
    try time("search by end") { _ = try opened.search(String(number.suffix(6)), end: true) }
    try time("search by 3 digits") { _ = try opened.search("356") }
    try time("page of 100 to decide") { _ = try opened.unresolvedPhotos(limit: 100) }
    try overview(opened)
    try await queue()
    try time("same pictures", rounds: 1) { _ = try opened.samePictures() }
    try time("rows against the log", rounds: 1) {
      let faults = try CaseConsistency(opened).faults()
      guard faults.isEmpty else { throw ValidationError("\(faults[0].message)") }
    }
    try opened.close()
  }

  /// What the review station asks: once with nothing kept in memory, then after every decision.
  private func overview(_ opened: CaseFile) throws {
    try time("overview, first", rounds: 1) { _ = try opened.haulOverview() }
    try time("overview, unchanged") { _ = try opened.haulOverview() }
    let person =
      try opened.operators().first
      ?? opened.addOperator(name: "Benchmark", number: "1", role: .reader)
    var items = try opened.openItems(limit: rounds)[...]
    guard items.count >= rounds else { return }
    try time("decide") {
      guard let item = items.popFirst() else { return }
      let decision = Decision(subject: item.subject, act: .correct(number(of: item)))
      let event = try opened.decide(decision, person: person.person)
      try opened.undo(event: event.sequence, person: person.person)
      items.append(item)
    }
    try time("overview, one decided") {
      guard let item = items.popFirst() else { return }
      try opened.undo(
        event: opened.decide(
          Decision(subject: item.subject, act: .correct(number(of: item))), person: person.person
        ).sequence, person: person.person)
      _ = try opened.haulOverview()
    }
    try time("page of 100 open items") { _ = try opened.openItems(limit: 100) }
    try time("next open item") {
      _ = try opened.openItems(after: Int64(photos / 2), limit: 1)
    }
    try time("counts for a person") { _ = try opened.reviewCounts(for: person.person) }
    try time("8 known-answer items") {
      _ = try opened.controlCandidates(limit: 8, excluding: person.person)
    }
    try time("history of a photo") {
      _ = try opened.history(ofPhoto: made.photo(0).sha256 ?? "")
    }
    try time("100 events of a kind") {
      _ = try opened.eventEntries(EventFilter(kind: "photo.", isNewestFirst: true), limit: 100)
    }
  }

  func number(of item: OpenItem) -> String { item.state.machine.number ?? "356938035643809" }

  private func fill() throws {
    let made = made
    let opened = try CaseFile.create(
      at: file, details: CaseDetails(reference: "BENCHMARK"), session: session)
    let run = try opened.beginRun(
      RunDetails(settings: settings, lists: [], sandbox: "none", machine: "benchmark"))
    let start = ContinuousClock.now
    for first in stride(from: 0, to: photos, by: batch) {
      try opened.record((first..<min(photos, first + batch)).map(made.photo), run: run)
      guard exhibits else { continue }
      try opened.assign(
        (first..<min(photos, first + batch)).map {
          PhotoAssignment(
            photo: made.photo($0).sha256 ?? "", exhibit: "AB/\($0 / 4)", source: .folder)
        }, addingExhibits: true)
    }
    let took = (ContinuousClock.now - start) / .milliseconds(1)
    try opened.endRun(run, outcome: "finished")
    try opened.close()
    print("recorded \(photos) photos: \(String(format: "%.3f", took / Double(photos))) ms each")
  }

  private func time(_ name: String, rounds: Int? = nil, _ body: () throws -> Void) throws {
    var times = Timings(name)
    for _ in 0..<(rounds ?? self.rounds) { try times.add(body) }
    times.tell()
  }
}
