import CaseFile
import Intake

/// Writes the photos of a run into a case as they are recorded, with progress.
actor CasePhotos {
  /// What the results ask for.
  private(set) var status = ExitStatus.settled
  private let writer: (any PhotoWriter)?
  private let talk: Talk
  private let failures: FailedList?
  private let output = DataOutput()
  private let started = ContinuousClock.now
  private var progress: ScanProgress
  private var line: ProgressPrinter

  /// A writer of results.
  ///
  /// - Parameters:
  ///   - total: how many photos there are; nil while that is not known.
  ///   - writer: how results are written; nil when nothing is.
  ///   - failedList: where photos that gave no answer are listed; nil for nowhere.
  init(total: Int?, writer: (any PhotoWriter)?, talk: Talk, failedList: String? = nil) throws {
    self.writer = writer
    self.talk = talk
    failures = try failedList.map { try FailedList(path: $0) }
    progress = ScanProgress(total: total)
    line = ProgressPrinter(isQuiet: talk.isQuiet)
  }

  /// Writes what stands above the first result.
  func begin() throws {
    if let header = writer?.header() { try output.writeLine(header) }
    line.show(progress)
  }

  /// Writes one photo.
  func write(_ taken: CaseIntake.Taken) throws {
    if let writer {
      let text = try writer.text(of: taken.result)
      line.clear()
      try output.writeLine(text)
    }
    try failures?.add(taken.result)
    progress.add(taken.result, elapsed: ContinuousClock.now - started)
    status = status.combined(with: ExitStatus(taken.result))
    line.show(progress)
  }

  /// Closes the lists and says how many photos came out how.
  func end() throws {
    line.clear()
    try failures?.close()
    talk.say(ProgressLine(width: 200, hasColor: false).text(for: progress))
  }

  /// Says what the case had already, and what of it is not as it was.
  func tell(_ tally: CaseTally, rereads: Bool) {
    talk.say("\(tally.read) photos read, \(tally.known) known to the case already.")
    if tally.otherSettings > 0, !rereads {
      talk.say(
        "\(tally.otherSettings) photos were read with other settings and were not read again "
          + "(\(tally.differences.prefix(5).joined(separator: "; "))); --reread does that.")
    }
    for path in tally.changed.prefix(20) {
      talk.say("\(path.quoted) is no longer the file that the case has under this path.")
    }
  }
}
