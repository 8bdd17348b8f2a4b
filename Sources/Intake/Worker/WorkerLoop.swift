internal import CSeccomp
internal import Foundation
internal import Glibc

/// The child side: reads jobs a line, answers each with one line, one photo at a time, until its
/// input ends.
///
/// A line that is no job gets an answer naming its number and changes nothing else. Standard output
/// is moved to a descriptor of the loop's own and replaced by standard error, so that a native
/// library that prints cannot spoil an answer.
public struct WorkerLoop: Sendable {
  /// How a worker behaves.
  public struct Options: Sendable {
    /// True in a pool's worker: it announces itself in a first line and ends with its parent.
    public var isPoolWorker: Bool
    /// What it gives up before the first job.
    public var sandbox: Sandbox
    /// The longest line taken as a job, in bytes.
    public var maximumLineBytes: Int
    /// How files are read.
    public var opener: PhotoOpener

    /// Makes the options.
    public init(
      isPoolWorker: Bool = false, sandbox: Sandbox = Sandbox(), maximumLineBytes: Int = 1 << 20,
      opener: PhotoOpener = PhotoOpener()
    ) {
      self.isPoolWorker = isPoolWorker
      self.sandbox = sandbox
      self.maximumLineBytes = maximumLineBytes
      self.opener = opener
    }
  }

  private let options: Options
  private let encoder = OrderedJSONEncoder()

  /// A loop with these options.
  public init(_ options: Options = Options()) {
    self.options = options
  }

  /// Runs on a thread of its own, with a stack large enough for native decoders, until standard
  /// input ends.
  ///
  /// - Throws: what `makeReader` throws, or ``IntakeError`` of code `inputOutput` when answers can no
  ///   longer be written.
  public func run(makeReader: @escaping PhotoReaderFactory) async throws {
    try await withCheckedThrowingContinuation { (done: CheckedContinuation<Void, any Error>) in
      let thread = Thread {
        done.resume(with: Result { try runBlocking(makeReader: makeReader) })
      }
      thread.stackSize = 16 << 20
      thread.name = "imeikit-worker"
      thread.start()
    }
  }

  /// Runs on the calling thread, which must not belong to the cooperative pool.
  public func runBlocking(makeReader: PhotoReaderFactory) throws {
    signal(SIGPIPE, SIG_IGN)
    if options.isPoolWorker { _ = imeikit_set_parent_death_signal(SIGKILL) }
    let output = try takeStandardOutput()
    // The reader first: models are found and loaded while everything is still allowed.
    let reader = try makeReader()
    let report = options.sandbox.enter(output: output.number)
    if options.isPoolWorker { try write(.ready(report.level), to: output) }
    try serve(input: STDIN_FILENO, output: output, reader: reader)
  }

  /// Answers every line of `input`.
  func serve(input: CInt, output: OwnedDescriptor, reader: any PhotoReading) throws {
    var buffer = LineBuffer(maximumLength: options.maximumLineBytes)
    var number = 0
    while true {
      while let line = buffer.next() {
        number += 1
        if let reply = answer(line, number: number, reader: reader) { try write(reply, to: output) }
      }
      switch DescriptorIO.read(input, upTo: 1 << 16) {
      case .bytes(let bytes): buffer.append(bytes)
      case .wouldBlock: waitForInput(input)
      case .failed(let code):
        throw IntakeError(
          code: .inputOutput, message: "The jobs could not be read after line \(number).",
          cure: "Start the worker again.", detail: ErrnoFailure(code: code).words)
      case .end:
        if let line = buffer.rest(), let reply = answer(line, number: number + 1, reader: reader) {
          try write(reply, to: output)
        }
        return
      }
    }
  }

  private func answer(
    _ line: LineBuffer.Line, number: Int, reader: any PhotoReading
  ) -> WorkerReply? {
    switch line {
    case .tooLong:
      return .badLine(
        number: number,
        message: "Line \(number) is longer than \(options.maximumLineBytes) bytes.",
        cure: "Send one job a line.")
    case .line(let bytes):
      if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }) { return nil }
      guard let job = try? JSONDecoder().decode(WorkerJob.self, from: Data(bytes)) else {
        return .badLine(
          number: number, message: "Line \(number) is no job.",
          cure: #"Send {"id":1,"path":"photo.jpg"}, one a line."#)
      }
      return .photo(id: job.id, result(of: job, reader: reader))
    }
  }

  private func result(of job: WorkerJob, reader: any PhotoReading) -> PhotoResult {
    do throws(PhotoRefusal) {
      let bytes = try options.opener.read(job.path)
      var result = reader.read(
        PhotoInput(
          path: job.path, bytes: bytes, wantsCrops: job.wantsCrops, previewSide: job.previewSide))
      result.path = job.path
      return result
    } catch {
      return error.result(for: job.path)
    }
  }

  private func write(_ reply: WorkerReply, to output: OwnedDescriptor) throws {
    let code = DescriptorIO.writeAll(output.number, try encoder.line(reply))
    if code != 0 {
      throw IntakeError(
        code: .inputOutput, message: "An answer could not be written.",
        cure: "Check who reads the worker's output.", detail: ErrnoFailure(code: code).words)
    }
  }

  private func takeStandardOutput() throws(IntakeError) -> OwnedDescriptor {
    let own = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1)
    guard own >= 0 else {
      throw IntakeError(
        code: .inputOutput, message: "Standard output is closed.",
        cure: "Start the worker with its output open.", detail: ErrnoFailure(code: errno).words)
    }
    dup2(STDERR_FILENO, STDOUT_FILENO)
    return OwnedDescriptor(own)
  }

  private func waitForInput(_ input: CInt) {
    var ready = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    poll(&ready, 1, -1)
  }
}
