internal import Dispatch
internal import Synchronization

/// Sends GET requests, each on a thread of its own, since libcurl waits for its answers.
///
/// libcurl and not URLSession: Foundation's ends the process (`Transfer completed, but there's no
/// response`) when a server closes the connection before its headers are complete, follows the proxies
/// of the environment, and has no HTTP/2 without TLS.
struct RegisterTransport: Sendable {
  /// A response.
  struct Response: Sendable {
    var status: Int
    var contentType: String?
    var retryAfter: String?
    var body: [UInt8]
  }

  /// Why there is no response, as a clause for a person.
  struct Failure: Error, Hashable {
    var reason: String
  }

  /// What one exchange may take in all, from looking up the host to the last byte.
  var timeout: Duration
  /// Bytes of a response's body; a longer one is cut off and refused.
  var maximumBody: Int
  /// Whether http is spoken as HTTP/2 from the first byte, as 5G cores do.
  var usesHTTP2: Bool
  /// A PEM file with the authorities that count in place of the system's.
  var authorities: String?

  private static let queue = DispatchQueue(
    label: "imeikit.register.transfers", attributes: .concurrent)

  /// Sends a GET for `url` and waits for the whole response.
  func get(_ url: String, headers: [String]) async throws(Failure) -> Response {
    let stop = StopFlag()
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        Self.queue.async {
          continuation.resume(returning: perform(url, headers, stop))
        }
      }
    } onCancel: {
      stop.set()
    }
    return try result.get()
  }

  private func perform(
    _ url: String, _ headers: [String], _ stop: StopFlag
  ) -> Result<Response, Failure> {
    do throws(Failure) {
      let transfer = try CurlTransfer(maximumBody: maximumBody, stop: stop)
      try transfer.prepare(self, url: url, headers: headers)
      return .success(try transfer.perform())
    } catch {
      return .failure(error)
    }
  }
}

/// Says to a transfer on another thread that nobody waits for it any more.
final class StopFlag: Sendable {
  private let value = Atomic(false)

  /// Whether the transfer is to end.
  var isSet: Bool { value.load(ordering: .relaxed) }

  /// Ends the transfer, within a second.
  func set() { value.store(true, ordering: .relaxed) }
}
