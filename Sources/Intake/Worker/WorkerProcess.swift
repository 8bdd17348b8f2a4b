internal import Foundation
internal import Glibc

/// One worker as its parent sees it: a child process that answers one job at a time.
///
/// Used by one thread. Every wait also ends when the pool's stop descriptor becomes readable.
final class WorkerProcess {
  enum Outcome {
    case result(PhotoResult)
    /// The worker is of no more use; the words continue “the worker …”.
    case failed(String)
    /// The worker was killed by somebody else: an operator, or the system short of memory.
    case killed(String)
    case stopped
  }

  private enum Wait {
    case line([UInt8])
    case ended
    case timedOut
    case stopped
  }

  private static let errorTailBytes = 2_048
  private static let maximumReplyBytes = 32 << 20

  private let child: ChildProcess
  private let stop: CInt
  private let wantsCrops: Bool
  private let clock = SuspendingClock()
  private var lines = LineBuffer(maximumLength: maximumReplyBytes)
  private var errorTail: [UInt8] = []
  private var errorsEnded = false
  private(set) var jobs = 0

  /// Starts a worker; call ``waitUntilReady(within:)`` before the first job.
  init(_ configuration: WorkerPool.Configuration, stop: CInt) throws(ErrnoFailure) {
    self.stop = stop
    wantsCrops = configuration.wantsCrops
    var environment = ProcessInfo.processInfo.environment
    environment.merge(configuration.environment) { $1 }
    child = try ChildProcess(
      executable: configuration.executable, arguments: configuration.arguments,
      environment: environment)
  }

  var pid: Int32 { child.pid }

  /// The last words the worker wrote to its standard error.
  var lastWords: String { String(decoding: errorTail, as: UTF8.self) }

  /// Waits for the worker's first line.
  ///
  /// - Returns: its sandbox level, or the outcome that makes it useless.
  func waitUntilReady(within time: Duration) -> (Sandbox.Level?, Outcome?) {
    let outcome = wait(until: clock.now.advanced(by: time))
    guard case .line(let line) = outcome else { return (nil, failure(outcome, time: time)) }
    guard case .ready(let level) = try? JSONDecoder().decode(WorkerReply.self, from: Data(line))
    else { return (nil, .failed("began with a line that is no greeting")) }
    return (level, nil)
  }

  /// Has one photo read.
  func read(_ path: PhotoPath, previewSide: Int? = nil, within time: Duration) -> Outcome {
    jobs += 1
    let id = WorkerJob.ID.number(jobs)
    let deadline = clock.now.advanced(by: time)
    let job = WorkerJob(
      id: id, path: path, wantsCrops: wantsCrops && previewSide == nil, previewSide: previewSide)
    guard let line = try? OrderedJSONEncoder().line(job) else {
      return .failed("could not be given the path")
    }
    if let problem = send(line, until: deadline, time: time) { return problem }
    let outcome = wait(until: deadline)
    guard case .line(let line) = outcome else { return failure(outcome, time: time) }
    guard
      case .photo(let answered, var result) = try? JSONDecoder()
        .decode(WorkerReply.self, from: Data(line)), answered == id
    else { return .failed("answered with a line that is no result of its job") }
    result.path = path
    return .result(result)
  }

  /// Asks the worker to end and reaps it; kills it after `grace`.
  func end(grace: Duration) -> ChildExit {
    child.end(grace: grace)
  }

  private func failure(_ wait: Wait, time: Duration) -> Outcome {
    switch wait {
    case .line: .failed("answered out of turn")
    case .ended: ended(child.end(grace: .seconds(1)))
    case .timedOut: .failed("took longer than \(time.components.seconds) s")
    case .stopped: .stopped
    }
  }

  private func ended(_ exit: ChildExit) -> Outcome {
    exit == .signal(SIGKILL) ? .killed(exit.words) : .failed(exit.words)
  }

  private func send(
    _ bytes: [UInt8], until deadline: SuspendingClock.Instant, time: Duration
  ) -> Outcome? {
    var rest = bytes[...]
    while !rest.isEmpty {
      guard let input = child.inputNumber else { return .failed("has closed its input") }
      let count = DescriptorIO.write(input, rest)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if count == -Int(EAGAIN) {
        guard clock.now < deadline else { return failure(.timedOut, time: time) }
        var descriptors = [
          pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
          pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        ]
        poll(&descriptors, 2, 100)
        if descriptors[1].revents != 0 { return .stopped }
      } else {
        return failure(.ended, time: time)
      }
    }
    return nil
  }

  private func wait(until deadline: SuspendingClock.Instant) -> Wait {
    while true {
      switch lines.next() {
      case .line(let line): return .line(line)
      case .tooLong: return .line([])
      case nil: break
      }
      let left = clock.now.duration(to: deadline)
      guard left > .zero else { return .timedOut }
      var descriptors = [
        pollfd(fd: child.output.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
        pollfd(fd: errorsEnded ? -1 : child.errors.number, events: Int16(POLLIN), revents: 0),
      ]
      // At most a minute at a time; a tick more than is left, so that it does not spin at the end.
      poll(&descriptors, 3, CInt(min(left / .milliseconds(1), 60_000)) + 1)
      if descriptors[1].revents != 0 { return .stopped }
      if descriptors[2].revents != 0 { takeErrors() }
      guard descriptors[0].revents != 0 else { continue }
      switch DescriptorIO.read(child.output.number, upTo: 1 << 16) {
      case .bytes(let bytes): lines.append(bytes)
      case .wouldBlock: break
      case .end, .failed:
        takeErrors()
        return .ended
      }
    }
  }

  private func takeErrors() {
    switch DescriptorIO.read(child.errors.number, upTo: 1 << 16) {
    case .bytes(let bytes): errorTail = Array((errorTail + bytes).suffix(Self.errorTailBytes))
    case .wouldBlock: break
    case .end, .failed: errorsEnded = true
    }
  }
}
