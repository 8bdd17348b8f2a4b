import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// What a handler wrote.
final class CollectedBody: Sendable {
  private let buffer = Mutex<[UInt8]>([])

  var bytes: [UInt8] { buffer.withLock { $0 } }

  func append(_ more: ByteBuffer) { buffer.withLock { $0 += Array(more.readableBytesView) } }
}

/// Writes into a ``CollectedBody``.
struct CollectingWriter: ResponseBodyWriter {
  let body: CollectedBody

  mutating func write(_ buffer: ByteBuffer) async throws { body.append(buffer) }

  consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
