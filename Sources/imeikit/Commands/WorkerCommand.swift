import ArgumentParser
import Imaging
import Intake

/// Reads photos for another program: one job a line in, one result a line out.
struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Read photos for another program: NDJSON jobs in, NDJSON results out.",
    discussion: """
      A job is {"id":1,"path":"photo.jpg"}, a result {"id":1,"photo":{…}} with the photo object that
      scan prints. With "crops":true in the job, the result has "crops" besides: a PNG picture of each
      reading's digits in Base64, null where there is none. With "preview":1600 nothing is read, and the
      result has "preview": a grey PNG picture of the first page, upright, no side longer than that. A line
      that is no job is answered with {"id":null,"error":{…}}. The worker has no network and cannot write
      files; it ends when its input ends.

      EXAMPLE:
        echo '{"id":1,"path":"photo.jpg"}' | imeikit worker
      """)

  @OptionGroup var limits: LimitOptions

  @Flag(help: .private)
  var pool = false

  @Flag(help: .private)
  var noLinks = false

  func run() async throws {
    let imageLimits = limits.imageLimits
    let storePath = try BlockListOptions.existingStore()
    let options = WorkerLoop.Options(
      isPoolWorker: pool, sandbox: limits.sandbox,
      opener: PhotoOpener(maximumBytes: imageLimits.maxFileBytes, followsLinks: !noLinks))
    try await WorkerLoop(options).run {
      try PhotoProcessor(limits: imageLimits, storePath: storePath)
    }
  }
}
