import ArgumentParser
import CaseFile
import Intake

/// File names as they are shown.
enum ShownName {
  static func of(_ path: [UInt8]) -> String { PhotoPath(bytes: path).quoted }

  /// The names of a photo, the oldest first.
  static func ofPhoto(_ sha256: String, in file: CaseFile) throws -> String {
    try file.photo(sha256)?.names.first.map(of) ?? sha256
  }
}

extension CaseFile {
  /// Logs that the person looked at something of the case.
  func logLook(at kind: String, details: [String: AuditValue] = [:]) throws {
    _ = try log([
      AuditEntry(
        act: .consultation, kind: kind, person: session.person, subject: nil, details: details)
    ])
  }
}

/// Lists findings and takes note of them.
struct CaseFindingsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "findings", abstract: "List what the case shows as a whole, and acknowledge it.",
    discussion: """
      EXAMPLES:
        imeikit case findings --case haul.imeikit
        imeikit case findings --case haul.imeikit --acknowledge 7 --note "one phone, two bags"

      Ends with \(ExitStatus.review.rawValue) while there is something to look at.
      """)

  @Option(help: ArgumentHelp("Record that the finding is known.", valueName: "NUMBER"))
  var acknowledge: [Int64] = []

  @Option(help: "Why, in a sentence.")
  var note: String?

  @Flag(help: "Show acknowledged ones too.")
  var all = false

  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func run() throws {
    let file = try place.open()
    for number in acknowledge { try file.acknowledge(finding: number, note: note) }
    try file.logLook(at: "findings.list")
    var mustLook = false
    for kept in try file.findings(all: all) {
      let known = kept.acknowledgedBy.map { "  (known to \($0))" } ?? ""
      let isOpen = kept.finding.severity == "look" && kept.acknowledgedBy == nil
      mustLook = mustLook || isOpen
      let text = "\(kept.id)  \(kept.finding.severity)  \(kept.finding.text)\(known)"
      try DataOutput().writeLine(isOpen ? talkOptions.style.yellow(text) : text)
    }
    try file.end()
    if mustLook { try ExitStatus.review.end() }
  }
}

/// Lists doubles by what they mean.
struct CaseDuplicatesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "List doubles, by what they mean.",
    discussion: """
      Four kinds are kept apart: one file under two names; probably one picture in two files; one
      exhibit photographed more than once; one IMEI on two exhibits.

      EXAMPLE:
        imeikit case duplicates --case haul.imeikit
      """)

  @OptionGroup var place: CaseOptions

  func run() throws {
    let file = try place.open()
    try file.logLook(at: "duplicates.list")
    let output = DataOutput()
    func names(_ photos: [String]) throws -> String {
      try photos.map { try ShownName.ofPhoto($0, in: file) }.joined(separator: ", ")
    }
    for same in try file.sameBytes() {
      try output.writeLine(
        "same bytes       " + same.names.map(ShownName.of).joined(separator: ", "))
    }
    for same in try file.samePictures() {
      try output.writeLine(
        "same picture     \(try names([same.first, same.second])) (\(same.distance) of 64 bits differ)"
      )
    }
    for same in try file.samePhotographed() {
      try output.writeLine("same exhibit     \(same.exhibit): \(try names(same.photos))")
    }
    for same in try file.sameNumbers() {
      let certain = same.isCertain ? "" : " (not settled)"
      try output.writeLine(
        "same IMEI        \(same.key) on \(same.exhibits.joined(separator: ", "))\(certain)")
    }
    try file.end()
  }
}

/// Hashes originals again and takes note of what changed.
struct CaseOriginalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "originals", abstract: "Hash every original again, and acknowledge changes.",
    discussion: """
      A changed or missing original holds a report up until somebody acknowledges it.

      EXAMPLES:
        imeikit case originals --case haul.imeikit --check
        imeikit case originals --case haul.imeikit --acknowledge 3 --note "card was taken back"

      Ends with \(ExitStatus.review.rawValue) while there is one to acknowledge.
      """)

  @Flag(help: "Hash every original now.")
  var check = false

  @Option(help: ArgumentHelp("Record that the change is known.", valueName: "NUMBER"))
  var acknowledge: [Int64] = []

  @Flag(help: "Record that all changes are known that wait, as when the card was given back.")
  var acknowledgeAll = false

  @Option(help: "Why, in a sentence.")
  var note: String?

  @OptionGroup var place: CaseOptions
  @OptionGroup var talkOptions: TalkOptions

  func validate() throws {
    guard !acknowledgeAll || note != nil else {
      throw ValidationError("--acknowledge-all takes a --note: all of them need a reason.")
    }
  }

  func run() throws {
    let file = try place.open()
    let waiting = acknowledgeAll ? try file.originalDeviations().map(\.id) : []
    for number in acknowledge + waiting.filter({ !acknowledge.contains($0) }) {
      try self.acknowledge(number, in: file)
    }
    if check {
      let tally = try file.checkOriginals()
      talkOptions.talk.say(
        "\(tally.same) originals are as they were, \(tally.deviations.count) are not.")
    }
    let open = try file.originalDeviations()
    for deviation in open {
      try DataOutput().writeLine(
        "\(deviation.id)  \(deviation.check.outcome.rawValue)  \(ShownName.of(deviation.check.path))  "
          + "\(deviation.checkedAt)")
    }
    try file.end()
    if !open.isEmpty { try ExitStatus.review.end() }
  }

  /// Records that a change is known, and so the finding that tells of it, once no other like it waits.
  private func acknowledge(_ number: Int64, in file: CaseFile) throws {
    let open = try file.originalDeviations()
    try file.acknowledge(original: number, note: note)
    guard let check = open.first(where: { $0.id == number })?.check,
      !open.contains(where: {
        $0.id != number && $0.check.sha256 == check.sha256 && $0.check.outcome == check.outcome
      })
    else { return }
    for kept in try file.findings(all: false)
    where kept.finding.kind == "original.\(check.outcome.rawValue)"
      && kept.finding.subjects == [check.sha256]
    {
      try file.acknowledge(finding: kept.id, note: note)
    }
  }
}
