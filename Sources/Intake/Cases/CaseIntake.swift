internal import BlockList
public import CaseFile

/// Reads photos into a case: each once, shared with other processes at work on the same case, and recorded
/// before it is told.
///
/// One run of the case, from ``begin(_:)`` to ``end(outcome:)``. What has been told survives a kill; a photo
/// that was in hand then is read by the next run. The case's file and the disk are waited for on a queue of its
/// own.
public actor CaseIntake {
  /// How photos are taken in.
  public struct Options: Sendable {
    /// How a photo tells its exhibit.
    public var naming: ExhibitNaming
    /// Whether photos that were read with other settings are read again; both results stay.
    public var readsAgain: Bool
    /// The largest file hashed, in bytes.
    public var maximumBytes: Int
    /// Where originals are copied to; nil for nowhere.
    public var copies: OriginalStore?

    /// Options with their defaults.
    public init(
      naming: ExhibitNaming = ExhibitNaming(), readsAgain: Bool = false,
      maximumBytes: Int = 268_435_456, copies: OriginalStore? = nil
    ) {
      self.naming = naming
      self.readsAgain = readsAgain
      self.maximumBytes = maximumBytes
      self.copies = copies
    }
  }

  /// One photo of a listing, told in the listing's order.
  public struct Taken: Sendable {
    /// What was read, its path as listed.
    public var result: PhotoResult
    /// Whether it was read in this run.
    public var isNew: Bool
  }

  nonisolated let file: CaseFile
  nonisolated let pool: WorkerPool
  nonisolated let options: Options
  nonisolated let opener: PhotoOpener
  private let executor = QueueExecutor(label: "imeikit.case.intake")
  var settings: RunSettings?
  var run: RunID?
  /// Photos by status, for the run's record.
  var counts: [String: Int] = [:]

  /// The queue on which the case's file is waited for.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  /// An intake; nothing happens before ``begin(_:)``.
  ///
  /// - Parameter pool: reads the photos; it must not follow symbolic links.
  public init(file: CaseFile, pool: WorkerPool, options: Options = Options()) {
    self.file = file
    self.pool = pool
    self.options = options
    opener = PhotoOpener(maximumBytes: options.maximumBytes, followsLinks: false)
  }

  /// Begins a run of the case.
  ///
  /// - Throws: `CaseFileError`.
  public func begin(_ details: RunDetails) throws {
    run = try file.beginRun(details)
    settings = details.settings
    counts = [:]
  }

  /// Ends the run.
  ///
  /// - Parameter outcome: `finished`, `stopped` or `failed`.
  /// - Throws: `CaseFileError`.
  public func end(outcome: String) throws {
    guard let run else { return }
    try file.endRun(run, outcome: outcome, counts: counts)
    self.run = nil
  }

  /// Records what a self-test came to.
  ///
  /// - Parameter moment: `before` or `after` the reading.
  /// - Throws: `CaseFileError`.
  public func log(_ outcomes: [SelfTest.Outcome], moment: String) throws {
    _ = try file.log([outcomes.entry(moment: moment, run: run, person: file.session.person)])
  }

  /// The digest of a file as it is now; nil when it cannot be read.
  func digest(of photo: PhotoFile) -> String? { opener.digest(of: photo.path) }
}
