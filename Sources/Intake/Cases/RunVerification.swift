public import CaseFile

/// Reads the photos of a run again and says which readings differ from those recorded.
///
/// What is compared is what the picture gave: status, digits, places, confidences, captions. Answers of lists
/// are left out, since lists change; `imeikit blocklist recheck` is for them. So are names and times.
public struct RunVerification: Sendable {
  /// What became of one photo.
  public enum Outcome: Sendable, Hashable {
    /// The same readings.
    case same
    /// Other readings: in what, for a person.
    case differs([String])
    /// The original is not there, or holds other bytes.
    case originalChanged
    /// What was recorded was erased.
    case erased
  }

  /// One photo of the run.
  public struct Compared: Sendable {
    /// Where the original was found.
    public let path: PhotoPath
    /// SHA-256 of the photo.
    public let sha256: String
    /// What became of it.
    public let outcome: Outcome
  }

  private let file: CaseFile
  private let pool: WorkerPool

  /// A verification by the workers of `pool`, which must not follow symbolic links and has to make crops, as
  /// the run did.
  public init(file: CaseFile, pool: WorkerPool) {
    self.file = file
    self.pool = pool
  }

  /// Reads a run's photos again, in the order in which they were recorded.
  ///
  /// - Throws: `CaseFileError`, ``IntakeError``, what `each` throws.
  public func run(_ run: RunID, each: (Compared) throws -> Void) async throws {
    var recorded: [KeptResult] = []
    try file.forEachResult(of: run) { recorded.append($0) }
    let names = try Dictionary(
      file.originals().map { ($0.sha256, $0.path) }, uniquingKeysWith: { first, _ in first })
    let paths = recorded.map { PhotoPath(bytes: names[$0.photo] ?? []) }
    let entries = paths.map { PhotoListing.Entry(path: $0) }
    var results = pool.results(for: entries).makeAsyncIterator()
    for (stored, path) in zip(recorded, paths) {
      guard let read = try await results.next() else { return }
      let outcome: Outcome
      if stored.json.isEmpty {
        outcome = .erased
      } else if read.sha256 != stored.photo {
        outcome = .originalChanged
      } else {
        let differences = Self.differences(of: read, from: try PhotoResult(json: stored.json.utf8))
        outcome = differences.isEmpty ? .same : .differs(differences)
      }
      try each(Compared(path: path, sha256: stored.photo, outcome: outcome))
    }
  }

  /// In what a result differs from the recorded one, for a person.
  static func differences(of result: PhotoResult, from recorded: PhotoResult) -> [String] {
    let (now, former) = (try? PhotoResult(json: result.json()), recorded)
    guard let now else { return ["the result cannot be compared"] }
    var differences: [String] = []
    if now.status != former.status {
      differences.append("status \(former.status.rawValue), now \(now.status.rawValue)")
    }
    let numbers = (former.readings.map(\.imei), now.readings.map(\.imei))
    if numbers.0 != numbers.1 {
      differences.append(
        "numbers \(numbers.0.joined(separator: " ")), now \(numbers.1.joined(separator: " "))")
    }
    if differences.isEmpty, now.picture != former.picture {
      differences.append("the same numbers, but places, confidences or reasons differ")
    }
    return differences
  }
}

extension PhotoResult {
  /// What the picture alone gave.
  fileprivate var picture: PhotoResult {
    var result = self
    result.file = ""
    result.fileBytes = nil
    result.milliseconds = Milliseconds()
    result.warnings = []
    for index in result.readings.indices {
      result.readings[index].answer = nil
      result.readings[index].leads = []
      result.readings[index].tac = TAC(code: result.readings[index].tac.code)
      result.readings[index].crop = nil
      result.readings[index].cropPNG = nil
      for other in result.readings[index].alternatives.indices {
        result.readings[index].alternatives[other].answer = nil
      }
    }
    return result
  }
}
