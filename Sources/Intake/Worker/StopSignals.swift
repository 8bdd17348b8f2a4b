internal import Foundation
internal import Glibc

/// Turns the first Ctrl-C or SIGTERM into a call, so that a scan can end in order; the second ends the
/// process as usual, and its workers with it.
public final class StopSignals: @unchecked Sendable {
  // Unchecked for these alone: dispatch sources may be used from any thread.
  private let sources: [any DispatchSourceSignal]

  /// Calls `onStop` once, on a thread of its own, at the first SIGINT or SIGTERM.
  public init(onStop: @escaping @Sendable () -> Void) {
    let numbers = [SIGINT, SIGTERM]
    sources = numbers.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        for number in numbers { signal(number, SIG_DFL) }
        onStop()
      }
      source.activate()
      return source
    }
  }

  /// Gives both signals their usual effect again.
  public func cancel() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }

  deinit {
    for source in sources { source.cancel() }
  }
}
