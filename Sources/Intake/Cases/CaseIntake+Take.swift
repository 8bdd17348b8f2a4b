internal import BlockList
internal import CaseFile

extension CaseIntake {
  /// Photos claimed at a time, for each worker.
  private static let claimsPerWorker = 8
  /// The most results recorded in one transaction.
  private static let mostRecorded = 64
  /// Results wait no longer than this for others to be recorded with.
  private static let longestWait = Duration.seconds(1)
  /// How often claims are renewed and those of others looked at.
  private static let tick = Duration.seconds(1)
  private static let beat = Duration.seconds(15)

  private enum Arrival: Sendable {
    case photo(Int, Result<PhotoResult, any Error>)
    case tick
  }

  /// Reads what of a listing the case does not have, and tells every photo in the listing's order.
  ///
  /// Photos that another process has claimed are waited for, and read when that process ends without them.
  ///
  /// - Parameters:
  ///   - roots: the folders that were given, for exhibits named by folders.
  ///   - tellsKnown: whether photos that the case had are told too.
  ///   - each: called in order, after the photo was recorded; throwing ends the run.
  /// - Throws: `CaseFileError`, ``IntakeError`` of code `stopped` or `workerUnavailable`, what `each` throws.
  public func take(
    _ listing: PhotoListing, roots: [PhotoPath], tellsKnown: Bool = true,
    each: @Sendable (Taken) async throws -> Void
  ) async throws -> CaseTally {
    guard let run, let settings else { return CaseTally() }
    let folder = PhotoFile.workingFolder
    var queue = IntakeQueue(listing.entries.map { PhotoFile($0.path, folder: folder) })
    var tally = CaseTally()
    try record(refusals: listing, &queue, &tally, run)
    try sort(&queue, &tally, run, settings)
    try await tell(&queue, tellsKnown, each)

    let clock = ContinuousClock()
    var arrived: [(Int, PhotoResult)] = []
    var inHand = 0
    var failure: (any Error)?
    var recorded = clock.now
    var beaten = clock.now
    try await withThrowingTaskGroup(of: Arrival.self) { group in
      defer { group.cancelAll() }
      func wait() {
        group.addTask {
          try await Task.sleep(for: Self.tick); return .tick
        }
      }
      wait()
      while true {
        let room = Self.claimsPerWorker * pool.configuration.jobs - inHand
        if failure == nil, room >= Self.claimsPerWorker * pool.configuration.jobs / 2 {
          for index in try claim(&queue, &tally, run, settings, limit: room) {
            let ticket = pool.submit(queue.photos[index].path, isSingle: false)
            inHand += 1
            group.addTask {
              do { return .photo(index, .success(try await ticket.value())) } catch {
                return .photo(index, .failure(error))
              }
            }
          }
        }
        let isOver = inHand == 0 && (failure != nil || queue.waiting.count + queue.held.count == 0)
        if !arrived.isEmpty,
          isOver || inHand == 0 || arrived.count >= Self.mostRecorded
            || clock.now - recorded >= Self.longestWait
        {
          try record(arrived, roots: roots, &queue, &tally, run)
          arrived = []
          recorded = clock.now
          try await tell(&queue, tellsKnown, each)
        }
        if isOver { break }
        switch try await group.next() {
        case .photo(let index, .success(let result)):
          inHand -= 1
          arrived.append((index, result))
        case .photo(let index, .failure(let error)):
          inHand -= 1
          failure = failure ?? error
          try file.release([queue.claim(index)])
        case .tick:
          wait()
          while let index = queue.held.popLast() { queue.waiting.append(index) }
          if clock.now - beaten >= Self.beat {
            try file.heartbeat(run: run)
            beaten = clock.now
          }
        case nil: break
        }
      }
    }
    if let failure { throw failure }
    try await tell(&queue, tellsKnown, each)
    return tally
  }

  /// Tells what is recorded, in order, as far as there is no gap.
  private func tell(
    _ queue: inout IntakeQueue, _ tellsKnown: Bool, _ each: @Sendable (Taken) async throws -> Void
  ) async throws {
    while let (index, kept, isNew) = queue.takeNext() {
      if !isNew, !tellsKnown { continue }
      let photo = queue.photos[index]
      var result = try kept ?? stored(photo, digest: queue.digests[index])
      result.path = photo.path
      try await each(Taken(result: result, isNew: isNew))
    }
  }

  /// The result that the case has of a file.
  private func stored(_ photo: PhotoFile, digest: String?) throws -> PhotoResult {
    let sha256 = try digest ?? file.photo(named: photo.absolute.bytes)?.sha256
    if let sha256, let stored = try file.resultInForce(of: sha256), !stored.json.isEmpty {
      return try PhotoResult(json: stored.current.utf8)
    }
    return .refused(
      photo.path, reason: "The case has no result of this file that can still be read.",
      cure: "If the case was purged, this is as it should be; otherwise run imeikit audit verify.",
      sha256: sha256)
  }
}
