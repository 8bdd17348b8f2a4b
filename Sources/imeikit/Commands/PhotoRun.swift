import Intake

/// Reads a listing's photos and writes their results in its order.
struct PhotoRun {
  /// What to read.
  var listing: PhotoListing
  /// Who reads.
  var pool: WorkerPool
  /// How results are written.
  var writer: any PhotoWriter
  /// Where remarks go.
  var talk: Talk
  /// Whether a progress line is kept on a terminal.
  var showsProgress: Bool
  /// Where pictures of the digits go; nil for nowhere.
  var crops: CropFolder?
  /// Called with each result that has been written.
  var onResult: (PhotoResult) throws -> Void = { _ in }

  /// Reads everything.
  ///
  /// - Returns: the status that the results ask for.
  func run() async throws -> ExitStatus {
    let output = DataOutput()
    let pool = pool
    let signals = StopSignals { pool.stop() }
    defer { signals.cancel() }
    let started = ContinuousClock.now
    var progress = ScanProgress(total: listing.entries.count)
    var line = ProgressPrinter(isQuiet: talk.isQuiet || !showsProgress)
    var status = ExitStatus.settled
    if let header = writer.header() { try output.writeLine(header) }
    line.show(progress)
    for try await found in pool.results(for: listing.entries) {
      let result = try crops?.write(found) ?? found
      let text = try writer.text(of: result)
      line.clear()
      try output.writeLine(text)
      try onResult(result)
      progress.add(result, elapsed: ContinuousClock.now - started)
      status = status.combined(with: ExitStatus(result))
      line.show(progress)
    }
    line.clear()
    await pool.end()
    talk.say(ProgressLine(width: 200, hasColor: false).text(for: progress))
    if let taken = crops?.takenNames, let name = taken.first {
      status = status.combined(with: .inputOutput)
      let count = taken.count
      talk.say("Crops not written, as something else has their names: \(count), first \(name).")
    }
    if let skipped = listing.skippedSummary { talk.say(skipped) }
    return status
  }
}

extension ExitStatus {
  /// What one photo's result asks for.
  init(_ result: PhotoResult) {
    var status = ExitStatus.settled
    if result.isFlagged { status = status.combined(with: .flagged) }
    switch result.status {
    case .review: status = status.combined(with: .review)
    case .unreadable, .refused: status = status.combined(with: .unreadable)
    case .accepted, .none: break
    }
    self = status
  }
}
