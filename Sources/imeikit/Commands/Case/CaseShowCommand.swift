import ArgumentParser
import BlockList
import CaseFile
import Foundation

/// Shows where a case stands.
struct CaseShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show where a case stands.",
    discussion: """
      EXAMPLE:
        imeikit case show --case haul.imeikit
      """)

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    let output = DataOutput()
    func line(_ name: String, _ value: String?) throws {
      guard let value else { return }
      try output.writeLine(name.padding(toLength: 18, withPad: " ", startingAt: 0) + value)
    }
    let status = try file.status()
    try line("case", status.details.reference)
    try line("identifier", status.identifier)
    try line("URN", status.details.uniqueReferenceNumber)
    try line("officer in charge", status.details.officerInCharge)
    try line("review date", status.details.reviewDate)
    try line("made", status.createdAt)
    try line("closed", status.closedAt)
    try line("legal hold", status.isUnderLegalHold ? "yes: nothing may be erased" : nil)
    try line("erased", status.purgedAt)
    let counts = try file.photoCounts()
    try line("photos", Self.counts(counts))
    try line("unread files", try Self.nonzero(file.unreadFiles().count))
    try line("exhibits", String(try file.exhibits().count))
    try line(
      "asked again",
      file.lastRecheck().map {
        "\($0.askedAt) by \($0.person): \($0.asked) numbers, \($0.flagged) flagged by "
          + $0.lists.map(\.description).joined(separator: ", ")
      })
    let work = try file.openWork()
    try line("left to do", work.isEmpty ? "nothing" : work.description)
    for run in try file.runs() {
      let ended = run.endedAt.map { "\(run.outcome ?? "ended") \($0)" } ?? "not ended"
      try line(
        "run", "\(run.id) by \(run.person), \(run.startedAt), \(ended), \(run.photoCount) photos")
    }
    if let head = try file.auditHead() {
      try line("audit log", "\(head.sequence) events, head \(head.shortCode)")
    }
    try file.end()
  }

  private static func counts(_ counts: [String: Int]) -> String {
    let total = counts.values.reduce(0, +)
    let parts = ["accepted", "review", "unreadable", "none", "refused"].compactMap { status in
      counts[status].map { "\($0) \(status == "none" ? "without IMEI" : status)" }
    }
    return ([String(total)] + (parts.isEmpty ? [] : [parts.joined(separator: ", ")]))
      .joined(separator: ": ")
  }

  private static func nonzero(_ count: Int) -> String? { count == 0 ? nil : String(count) }
}

/// Lists exhibits with what their photos say.
struct CaseExhibitsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "exhibits", abstract: "List exhibits with the IMEIs that their photos say.",
    discussion: """
      The photos of an exhibit are taken together: two pictures that agree are a second source, and
      what does not fit together is shown.

      EXAMPLE:
        imeikit case exhibits --case haul.imeikit
      """)

  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    let file = try place.open()
    let output = DataOutput()
    for exhibit in try file.exhibits() {
      let state = try file.exhibitState(exhibit.reference)
      let seal = exhibit.seals.last.map { "  bag \($0.number)" } ?? ""
      let resolved = state.isResolved ? "resolved" : "open"
      try output.writeLine("\(exhibit.reference)  \(resolved)\(seal)")
      for number in state.numbers {
        let flagged = number.isFlagged ? "  flagged" : ""
        try output.writeLine(
          "    \(number.number)  \(number.standing)  \(number.photos.count) photos\(flagged)")
      }
      for disagreement in state.disagreements {
        let text =
          "    does not fit (\(disagreement.kind.rawValue)): "
          + disagreement.numbers.joined(separator: ", ")
        try output.writeLine(talkOptions.style.yellow(text))
      }
    }
    try file.logLook(at: "exhibits.list")
    try file.end()
  }
}

/// Searches numbers.
struct CaseSearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search", abstract: "Find photos by the first or last digits of an IMEI.",
    discussion: """
      EXAMPLES:
        imeikit case search 3569 --case haul.imeikit
        imeikit case search 43809 --end --case haul.imeikit

      Ends with \(ExitStatus.unreadable.rawValue) when nothing is found.
      """)

  @Argument(help: "Digits, with or without separators.")
  var digits: String

  @Flag(help: "The digits are the last ones.")
  var end = false

  @Option(help: "How many matches are shown at most.")
  var limit = 1_000

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    let matches = try file.search(digits, end: end, limit: limit)
    try file.logLook(
      at: "numbers.search", details: ["matches": .integer(Int64(matches.count))])
    let output = DataOutput()
    for match in matches {
      try output.writeLine(
        [
          match.number, match.answer, match.status ?? "by \(match.person ?? "a person")",
          match.exhibits.isEmpty ? "no exhibit" : match.exhibits.joined(separator: ", "),
          ShownName.of(match.path),
        ].joined(separator: "  "))
    }
    try file.end()
    if matches.isEmpty { try ExitStatus.unreadable.end() }
  }
}
