/// The bytes of a file as they lie on disk, with the first few looked at before they are read.
final class PackedBytes {
  let input: ByteInput
  private var head: [UInt8] = []

  init(_ input: ByteInput) { self.input = input }

  /// The first `count` bytes, fewer when the file is shorter. Only before the first ``read(into:)``.
  func peek(_ count: Int) throws(BlockListError) -> [UInt8] {
    while head.count < count {
      // A pipe may give fewer bytes than are asked for, and never more than are missing.
      var chunk = [UInt8](repeating: 0, count: count - head.count)
      let read = try input.read(into: &chunk)
      if read == 0 { break }
      head.append(contentsOf: chunk[..<read])
    }
    return head
  }

  /// Reads up to `chunk.count` bytes into `chunk`.
  ///
  /// - Returns: how many bytes; 0 at the end.
  func read(into chunk: inout [UInt8]) throws(BlockListError) -> Int {
    guard !head.isEmpty else { return try input.read(into: &chunk) }
    let count = min(head.count, chunk.count)
    chunk.replaceSubrange(..<count, with: head[..<count])
    head.removeFirst(count)
    return count
  }
}
