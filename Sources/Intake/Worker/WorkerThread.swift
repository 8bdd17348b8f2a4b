internal import Foundation
internal import Glibc

/// One of the pool's threads: takes photos and has its worker read them, replacing it when needed.
struct WorkerThread: Sendable {
  private static let startAttempts = 5
  /// Kills from outside that do not count as an attempt, of a photo or of a start: they say little about
  /// either. On a busy machine a start takes seconds, and several kills in a row meet it.
  private static let forgivenKills = 10
  private static let endGrace = Duration.seconds(2)

  let configuration: WorkerPool.Configuration
  let queue: WorkerQueue

  /// Starts the thread; the queue has counted it already.
  func start() {
    let thread = Thread { run() }
    thread.stackSize = 1 << 20
    thread.name = "imeikit-pool"
    thread.start()
  }

  private func run() {
    // A worker that is gone must show as an error of `write`, not as a signal to this process.
    var pipeSignal = sigset_t()
    sigemptyset(&pipeSignal)
    sigaddset(&pipeSignal, SIGPIPE)
    pthread_sigmask(SIG_BLOCK, &pipeSignal, nil)

    var worker: WorkerProcess?
    while let ticket = queue.take() {
      ticket.finish(Result { try read(ticket, with: &worker) })
      if let full = worker, full.jobs >= configuration.photosPerWorker {
        retire(full)
        worker = nil
      }
    }
    if let worker { retire(worker) }
    worker = nil
    queue.threadEnded()
  }

  private func read(
    _ ticket: WorkerTicket, with worker: inout WorkerProcess?
  ) throws -> PhotoResult {
    let path = ticket.path
    var reason = ""
    var attempts = 0
    var kills = 0
    while attempts - min(kills, Self.forgivenKills) < configuration.attempts {
      attempts += 1
      let current = try worker ?? startWorker()
      worker = current
      let outcome = current.read(
        path, previewSide: ticket.previewSide, within: configuration.photoTime)
      switch outcome {
      case .result(let result): return result
      case .failed(let words), .killed(let words):
        if case .killed = outcome { kills += 1 }
        reason = words
        lose(current, photo: path, reason: words)
        worker = nil
      case .stopped:
        _ = current.end(grace: .zero)
        worker = nil
        throw queue.endError
      }
    }
    let times = attempts == 1 ? "once" : "\(attempts) times"
    return .refused(
      path, reason: "The photo was tried \(times); at last the worker reading it \(reason).",
      cure: "Keep the file, save a copy of the picture from an image viewer and read that.",
      sha256: PhotoOpener().digest(of: path))
  }

  private func startWorker() throws -> WorkerProcess {
    var last = ""
    var attempts = 0
    var kills = 0
    while attempts - min(kills, Self.forgivenKills) < Self.startAttempts {
      if attempts > 0 { usleep(UInt32(attempts) * 20_000) }
      attempts += 1
      let worker: WorkerProcess
      do throws(ErrnoFailure) {
        worker = try WorkerProcess(configuration, stop: queue.stopDescriptor)
      } catch {
        last = "\(configuration.executable.quoted): \(error.words)"
        continue
      }
      let (level, problem) = worker.waitUntilReady(within: configuration.startTime)
      switch problem {
      case nil, .result:
        configuration.onEvent?(.ready(pid: worker.pid, sandbox: level ?? .none))
        return worker
      case .failed(let words), .killed(let words):
        if case .killed = problem { kills += 1 }
        lose(worker, photo: nil, reason: words)
        last = [words, worker.lastWords].filter { !$0.isEmpty }.joined(separator: ": ")
      case .stopped:
        _ = worker.end(grace: .zero)
        throw queue.endError
      }
    }
    let error = IntakeError(
      code: .workerUnavailable,
      message: "A worker process could not be started in \(attempts) attempts.",
      cure: "Run “imeikit doctor”; it names what is missing.", detail: last)
    queue.stop(with: error)
    throw error
  }

  private func retire(_ worker: WorkerProcess) {
    _ = worker.end(grace: Self.endGrace)
    configuration.onEvent?(.ended(pid: worker.pid))
  }

  private func lose(_ worker: WorkerProcess, photo: PhotoPath?, reason: String) {
    _ = worker.end(grace: .zero)
    configuration.onEvent?(
      .lost(pid: worker.pid, photo: photo, reason: reason, lastWords: worker.lastWords))
  }
}
