import BlockList
import CaseFile
import Reporting

/// What was handed out.
struct HandOutResult: Sendable {
  let record: HaulRecord
  /// Every file, by path.
  let entries: [StagedFolder.Entry]
  /// What was logged.
  let log: AuditEntry
  /// Photos of which a small picture was wanted and none could be made.
  let withoutThumbnail: Int

  /// How the haul stands, as an exit status: a flagged number, something left to decide, a file that gave no
  /// answer.
  var status: ExitStatus {
    var status = ExitStatus.settled
    let counts = record.counts
    let others = record.unassignedNumbers
    if counts.exhibits.flagged > 0
      || others.contains(where: { $0.standing != .open && $0.answer.state == .flagged })
    {
      status = status.combined(with: .flagged)
    }
    if counts.exhibits.unresolved > 0 || others.contains(where: { $0.standing == .open }) {
      status = status.combined(with: .review)
    }
    if counts.files.unreadable + counts.files.refused > 0 {
      status = status.combined(with: .unreadable)
    }
    return status
  }

  /// IMEIs of which only is known that lists have or do not have them, and not which lists.
  private var answersWithoutLists: Int {
    let numbers = record.exhibits.flatMap(\.numbers) + record.unassignedNumbers
    return Set(
      numbers.filter { $0.answer.state != .notChecked && $0.answer.lists.isEmpty }.map(\.digits)
    ).count
  }

  /// Prints the files' paths on standard output and what they are of on standard error.
  func tell(_ talk: Talk, at out: String) throws {
    var output = BufferedOutput()
    let folder = out.hasSuffix("/") ? out : out + "/"
    for entry in entries { try output.writeLine(folder + entry.path) }
    try output.flush()
    let (files, exhibits) = (record.counts.files, record.counts.exhibits)
    talk.say(
      "\(files.received) files = \(files.read) read + \(files.unreadable) unreadable + "
        + "\(files.duplicate) duplicate + \(files.refused) refused")
    talk.say(
      "\(exhibits.total) exhibits = \(exhibits.flagged) flagged + \(exhibits.notFlagged) not flagged + "
        + "\(exhibits.unresolved) unresolved")
    if withoutThumbnail > 0 {
      talk.say("\(withoutThumbnail) photos have no small picture; the report says why.")
    }
    if case .integer(let missing) = log.details["missingOriginals"], missing > 0 {
      talk.say("\(missing) originals could not be copied; data/missing-originals.txt says why.")
    }
    if answersWithoutLists > 0 {
      talk.say(
        "\(answersWithoutLists) IMEIs that people gave have answers without the lists' names, since the case keeps "
          + "no more of them until the lists are asked again: imeikit case recheck")
    }
    talk.say("State of the case: event \(record.head.sequence), code \(record.head.shortCode)")
    if case .text(let digest) = log.details["manifest"] {
      talk.say("SHA-256 of the list of files, as logged: \(digest)")
    }
  }
}
