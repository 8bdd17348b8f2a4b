internal import CaseFile

extension CaseIntake {
  /// Records the files that are refused by what they are, unread.
  func record(
    refusals listing: PhotoListing, _ queue: inout IntakeQueue, _ tally: inout CaseTally,
    _ run: RunID
  ) throws {
    var results: [(Int, PhotoResult)] = []
    for (index, entry) in listing.entries.enumerated() {
      guard let refusal = entry.refusal else { continue }
      results.append((index, refusal.result(for: entry.path)))
    }
    if !results.isEmpty { try record(results, roots: [], &queue, &tally, run) }
  }

  /// Sorts a listing by what the case has: known ones are done, the others wait to be claimed.
  ///
  /// Files are hashed where that can spare a reading: the path is known but looks different, two files are of
  /// one size, or the case has photos already.
  func sort(
    _ queue: inout IntakeQueue, _ tally: inout CaseTally, _ run: RunID, _ settings: RunSettings
  ) throws {
    let open = queue.states.indices.filter {
      if case .open = queue.states[$0] { true } else { false }
    }
    let answers = try file.resume(open.map(queue.question), settings: settings)
    let hasPhotos = try !file.photos(limit: 1).isEmpty
    var sizes: [Int64: Int] = [:]
    for index in open { sizes[queue.photos[index].stamp?.size ?? -1, default: 0] += 1 }
    var again: [Int] = []
    for (index, answer) in zip(open, answers) {
      switch answer {
      case .new:
        let isAlone = sizes[queue.photos[index].stamp?.size ?? -1] == 1
        if !hasPhotos, isAlone { queue.waiting.append(index) } else { again.append(index) }
      case .hashNeeded(let previous):
        again.append(index)
        queue.digests[index] = digest(of: queue.photos[index])
        if let now = queue.digests[index], now != previous {
          tally.changed.append(queue.photos[index].path)
          try recordChange(of: queue.photos[index], from: previous, to: now, run)
        }
      default: try settle(index, answer, &queue, &tally, run, settings)
      }
    }
    for index in again where queue.digests[index] == nil {
      queue.digests[index] = digest(of: queue.photos[index])
    }
    let second = try file.resume(again.map(queue.question), settings: settings)
    for (index, answer) in zip(again, second) {
      try settle(index, answer, &queue, &tally, run, settings)
    }
  }

  /// Claims photos to be read.
  ///
  /// - Returns: those that are this process's to read now.
  func claim(
    _ queue: inout IntakeQueue, _ tally: inout CaseTally, _ run: RunID, _ settings: RunSettings,
    limit: Int
  ) throws -> [Int] {
    var asked: [Int] = []
    while asked.count < limit, let index = queue.waiting.popFirst() { asked.append(index) }
    guard !asked.isEmpty else { return [] }
    let places = Dictionary(
      asked.map { (queue.photos[$0].absolute.bytes, $0) }, uniquingKeysWith: { first, _ in first })
    let answer = try file.claim(asked.map(queue.claim), run: run, limit: limit)
    queue.held += answer.held.compactMap { places[$0.path] }
    for claim in answer.remaining {
      if let index = places[claim.path] { queue.waiting.append(index) }
    }
    let granted = answer.granted.compactMap { places[$0.path] }
    // Another process may have recorded one since the case was asked: results and claims change together, so
    // what is claimed now and not recorded is nobody else's.
    let fresh = try file.resume(granted.map(queue.question), settings: settings)
    var mine: [Int] = []
    for (index, known) in zip(granted, fresh) {
      switch known {
      case .new, .hashNeeded: mine.append(index)
      case .readWithOtherSettings where options.readsAgain: mine.append(index)
      default:
        try file.release([queue.claim(index)])
        try settle(index, known, &queue, &tally, run, settings)
      }
    }
    for claim in answer.alreadyRead {
      guard let index = places[claim.path] else { continue }
      let known = try file.needsReading(queue.question(index), settings: settings)
      try settle(index, known, &queue, &tally, run, settings)
    }
    return mine
  }

  private func settle(
    _ index: Int, _ answer: ResumeAnswer, _ queue: inout IntakeQueue, _ tally: inout CaseTally,
    _ run: RunID, _ settings: RunSettings
  ) throws {
    switch answer {
    case .new, .hashNeeded: queue.waiting.append(index)
    case .alreadyRead(let photo):
      queue.digests[index] = photo
      tally.known += 1
      queue.finish(index, nil, isNew: false)
    case .alreadyReadElsewhere(let photo):
      let known = queue.photos[index]
      try file.recordNames(
        [NamedPhoto(path: known.absolute.bytes, sha256: photo, stamp: known.stamp)], run: run)
      queue.digests[index] = photo
      tally.known += 1
      queue.finish(index, nil, isNew: false)
    case .readWithOtherSettings(let photo, let former):
      if tally.differences.isEmpty {
        tally.differences = settings.differences(from: try file.run(former).details.settings)
      }
      tally.otherSettings += 1
      if options.readsAgain {
        queue.waiting.append(index)
      } else {
        queue.digests[index] = photo
        queue.finish(index, nil, isNew: false)
      }
    }
  }

  private func recordChange(
    of photo: PhotoFile, from former: String, to now: String, _ run: RunID
  ) throws {
    try file.recordOriginalChecks(
      [OriginalCheck(path: photo.absolute.bytes, sha256: former, outcome: .changed, found: now)],
      run: run)
  }
}
