internal import CaseFile

/// The photos of one listing on their way into a case.
struct IntakeQueue {
  /// Where a photo of the listing stands.
  enum State {
    /// To be read, or being read.
    case open
    /// Recorded; the result is kept while there is room, and otherwise fetched from the case.
    case done(PhotoResult?, isNew: Bool)
  }

  let photos: [PhotoFile]
  var states: [State]
  /// To be claimed, in order.
  var waiting: FIFO<Int> = FIFO()
  /// Claimed by another process when last asked.
  var held: [Int] = []
  /// The digest of those that were hashed.
  var digests: [Int: String] = [:]
  /// The next one to be told.
  var next = 0
  private var kept = 0

  /// How many results are kept for telling.
  private static let mostKept = 1_024

  init(_ photos: [PhotoFile]) {
    self.photos = photos
    states = [State](repeating: .open, count: photos.count)
  }

  func claim(_ index: Int) -> FileClaim {
    FileClaim(path: photos[index].absolute.bytes, sha256: digests[index])
  }

  func question(_ index: Int) -> ResumeQuestion {
    ResumeQuestion(
      path: photos[index].absolute.bytes, stamp: photos[index].stamp, sha256: digests[index])
  }

  /// Marks a photo as recorded.
  ///
  /// - Parameter mustKeep: whether the case cannot give the result back.
  mutating func finish(_ index: Int, _ result: PhotoResult?, isNew: Bool, mustKeep: Bool = false) {
    guard case .open = states[index] else { return }
    var result = result
    // Pictures are in the case; what waits for its turn should be small.
    for reading in result?.readings.indices ?? 0..<0 { result?.readings[reading].cropPNG = nil }
    if result != nil, kept >= Self.mostKept, !mustKeep { result = nil }
    if result != nil { kept += 1 }
    states[index] = .done(result, isNew: isNew)
  }

  /// The next photo in order, if it is recorded.
  mutating func takeNext() -> (index: Int, result: PhotoResult?, isNew: Bool)? {
    guard next < states.count, case .done(let result, let isNew) = states[next] else { return nil }
    defer { next += 1 }
    if result != nil { kept -= 1 }
    states[next] = .done(nil, isNew: isNew)
    return (next, result, isNew)
  }

  var isFinished: Bool { next == states.count }
}
