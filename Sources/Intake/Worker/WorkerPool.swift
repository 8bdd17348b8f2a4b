internal import Foundation

/// Reads photos in child processes of the same binary, so that a photo that breaks a native decoder
/// costs itself and nothing else.
///
/// Each worker is served by one thread that lives as long as the pool; nothing blocks the
/// cooperative pool. A worker that ends, takes too long or answers nonsense is replaced and its photo
/// tried once more; then the photo is `refused` with the reason. Workers are started when there is
/// work and end with the pool, and with this process however it ends.
public final class WorkerPool: Sendable {
  /// How the pool works.
  public struct Configuration: Sendable {
    /// The worker's program; this one by default.
    public var executable: PhotoPath
    /// Arguments that make the program run ``WorkerLoop`` with `isPoolWorker`.
    public var arguments: [String]
    /// Variables set for workers over those of this process. `OMP_THREAD_LIMIT=1` has to be set
    /// before the program loads: Tesseract is 2 to 5 times slower on all cores without it.
    public var environment: [String: String]
    /// Workers at the same time; one a core unless told otherwise.
    public var jobs: Int
    /// The time one photo may take before its worker is ended.
    public var photoTime: Duration
    /// The time a worker may take until it can read.
    public var startTime: Duration
    /// How often a photo is tried in all.
    public var attempts: Int
    /// Photos after which a worker is replaced, which keeps memory flat.
    public var photosPerWorker: Int
    /// Photos of a scan in hand at the same time: the room for results that wait for their turn.
    public var lookAhead: Int
    /// Whether results carry a picture of each reading's digits, ``PhotoResult/Reading/cropPNG``.
    public var wantsCrops: Bool
    /// Told of every worker's start and end; called on the pool's threads.
    public var onEvent: (@Sendable (WorkerEvent) -> Void)?

    /// A configuration; only the arguments have no default.
    public init(
      executable: PhotoPath = PhotoPath("/proc/self/exe"), arguments: [String],
      environment: [String: String] = ["OMP_THREAD_LIMIT": "1"],
      jobs: Int? = nil,
      photoTime: Duration = .seconds(60), startTime: Duration = .seconds(30), attempts: Int = 2,
      photosPerWorker: Int = 200, lookAhead: Int = 256, wantsCrops: Bool = false,
      onEvent: (@Sendable (WorkerEvent) -> Void)? = nil
    ) {
      self.executable = executable
      self.arguments = arguments
      self.environment = environment
      self.jobs = max(1, jobs ?? ProcessInfo.processInfo.activeProcessorCount)
      self.photoTime = photoTime
      self.startTime = startTime
      self.attempts = max(1, attempts)
      self.photosPerWorker = max(1, photosPerWorker)
      self.lookAhead = max(1, lookAhead)
      self.wantsCrops = wantsCrops
      self.onEvent = onEvent
    }
  }

  /// How the pool works.
  public let configuration: Configuration
  private let queue = WorkerQueue()

  /// A pool; no process is started before the first photo.
  public init(_ configuration: Configuration) {
    self.configuration = configuration
  }

  deinit {
    queue.stop()
  }

  /// Reads one photo, ahead of the photos of a scan.
  ///
  /// - Throws: ``IntakeError`` of code `stopped` or `workerUnavailable`, or `CancellationError`.
  public func read(_ path: PhotoPath) async throws -> PhotoResult {
    try await submit(path, isSingle: true).value()
  }

  /// The results of a whole listing, in its order, one an entry; refused entries go to no worker.
  ///
  /// Photos are taken as results are asked for, at most ``Configuration/lookAhead`` ahead, so memory
  /// does not grow with the listing.
  public func results(for entries: some Sequence<PhotoListing.Entry>) -> PhotoResults {
    PhotoResults(pool: self, entries: entries)
  }

  /// Lets the photos in hand be read, ends the workers and waits for them.
  public func end() async {
    queue.close()
    await queue.waitForEnd()
  }

  /// Ends the workers now; photos in hand fail with ``IntakeError`` of code `stopped`.
  public func stop() {
    queue.stop()
  }

  /// A picture of a photo for a browser, made ahead of the photos of a scan: its first page, upright, in
  /// shades of grey.
  ///
  /// - Parameter side: the longest side in pixels; a smaller photo keeps its size.
  /// - Returns: a PNG file.
  /// - Throws: ``IntakeError``: `stopped`, `workerUnavailable`, `inputOutput` when the photo gives no picture;
  ///   `CancellationError`.
  public func preview(_ path: PhotoPath, side: Int) async throws -> [UInt8] {
    try Self.picture(of: try await previewed(path, side: side), path)
  }

  /// The same of a photo whose bytes are known.
  ///
  /// - Parameter sha256: of the photo; compared by the worker's word with what it read.
  /// - Returns: a PNG file; nil when the file's bytes are others.
  /// - Throws: as ``preview(_:side:)``.
  public func preview(_ path: PhotoPath, side: Int, of sha256: String) async throws -> [UInt8]? {
    let result = try await previewed(path, side: side)
    return result.sha256 == sha256 ? try Self.picture(of: result, path) : nil
  }

  private func previewed(_ path: PhotoPath, side: Int) async throws -> PhotoResult {
    let side = min(max(side, Preview.sides.lowerBound), Preview.sides.upperBound)
    return try await submit(path, isSingle: true, previewSide: side).value()
  }

  private static func picture(of result: PhotoResult, _ path: PhotoPath) throws -> [UInt8] {
    guard let picture = result.previewPNG else {
      throw IntakeError(
        code: .inputOutput, message: result.reason ?? "\(path.quoted) gives no picture.",
        cure: result.cure ?? "Look at the original in an image viewer.")
    }
    return picture
  }

  func submit(_ path: PhotoPath, isSingle: Bool, previewSide: Int? = nil) -> WorkerTicket {
    let ticket = WorkerTicket(path: path, previewSide: previewSide)
    if queue.add(ticket, isSingle: isSingle, maximumThreads: configuration.jobs) {
      WorkerThread(configuration: configuration, queue: queue).start()
    }
    return ticket
  }
}
