import ArgumentParser
import Imaging
import Intake

/// How photos are read, for every command that reads some.
struct ReadingOptions: ParsableArguments {
  @Option(name: .shortAndLong, help: "Worker processes. (default: one for each core)")
  var jobs: Int?

  @Option(help: "Seconds that one photo may take before its worker is ended.")
  var timeout = 60

  @OptionGroup var limits: LimitOptions

  func validate() throws {
    if let jobs, !(1...256).contains(jobs) {
      throw ValidationError("--jobs takes a number from 1 to 256.")
    }
    guard (1...3_600).contains(timeout) else {
      throw ValidationError("--timeout takes a number of seconds from 1 to 3600.")
    }
  }

  /// A pool of workers; no process starts before the first photo.
  ///
  /// - Parameters:
  ///   - wantsCrops: whether results carry pictures of the digits; fewer of them then wait for their
  ///     turn, as they are larger.
  ///   - followsLinks: whether a photo's path may be a symbolic link.
  ///   - onEvent: told of every worker's start and end.
  func pool(
    wantsCrops: Bool = false, followsLinks: Bool = true,
    onEvent: (@Sendable (WorkerEvent) -> Void)? = nil
  ) -> WorkerPool {
    WorkerPool(
      WorkerPool.Configuration(
        arguments: ["worker", "--pool"] + (followsLinks ? [] : ["--no-links"]) + limits.arguments,
        jobs: jobs,
        photoTime: .seconds(timeout), lookAhead: wantsCrops ? 64 : 256, wantsCrops: wantsCrops,
        onEvent: onEvent))
  }

  /// A pool of one worker for pictures of photos that browsers cannot decode.
  func previewPool() -> WorkerPool {
    WorkerPool(
      WorkerPool.Configuration(
        arguments: ["worker", "--pool", "--no-links"] + limits.arguments, jobs: 1,
        photoTime: .seconds(timeout)))
  }
}
