internal import CArchive

/// Hands the bytes of a zip file to libarchive and keeps the last of them.
///
/// Lives as long as the archive that it was opened on: libarchive holds a pointer to it.
final class ZipFeed {
  /// What went wrong while reading, which libarchive cannot carry.
  private(set) var error: BlockListError?

  private let packed: PackedBytes
  private var chunk = [UInt8](repeating: 0, count: ZipFeed.chunkBytes)
  private let handedOut: UnsafeMutablePointer<UInt8>
  private var tail: [UInt8] = []

  private static let chunkBytes = 1 << 16
  /// The end record and the longest comment behind it.
  private static let tailBytes = 22 + 0xFFFF

  init(_ packed: PackedBytes) {
    self.packed = packed
    handedOut = .allocate(capacity: Self.chunkBytes)
  }

  deinit { handedOut.deallocate() }

  /// Lets `archive` read from here.
  ///
  /// - Returns: libarchive's status.
  func open(_ archive: OpaquePointer) -> CInt {
    archive_read_open(
      archive, Unmanaged.passUnretained(self).toOpaque(), nil,
      { _, context, buffer in
        guard let context, let buffer else { return -1 }
        let feed = Unmanaged<ZipFeed>.fromOpaque(context).takeUnretainedValue()
        buffer.pointee = UnsafeRawPointer(feed.handedOut)
        return feed.next()
      }, nil)
  }

  /// Reads what libarchive left.
  func drain() throws(BlockListError) {
    while try readChunk() > 0 {}
  }

  /// How many members the end record promises; `nil` when the file has none at its end.
  var membersInDirectory: Int? {
    guard tail.count >= 22 else { return nil }
    for start in stride(from: tail.count - 22, through: 0, by: -1)
    where tail[start] == 0x50 && tail[start + 1] == 0x4B && tail[start + 2] == 0x05
      && tail[start + 3] == 0x06
    {
      return Int(tail[start + 10]) | Int(tail[start + 11]) << 8
    }
    return nil
  }

  /// The next bytes into ``handedOut``: their count, 0 at the end, -1 with ``error`` set.
  private func next() -> Int {
    do throws(BlockListError) {
      let count = try readChunk()
      chunk.withUnsafeBufferPointer {
        if let start = $0.baseAddress { handedOut.update(from: start, count: count) }
      }
      return count
    } catch {
      self.error = error
      return -1
    }
  }

  private func readChunk() throws(BlockListError) -> Int {
    let count = try packed.read(into: &chunk)
    tail.append(contentsOf: chunk[..<count])
    if tail.count > Self.tailBytes { tail.removeFirst(tail.count - Self.tailBytes) }
    return count
  }
}
