internal import CArchive

/// Unpacks a gzip file while it streams, checksums compared, also several gzip files behind each other.
///
/// By zlib and not by libarchive, whose 3.6 reads past a wrong checksum and past what follows the data.
final class GzipReader {
  private let packed: PackedBytes
  /// At one address for its whole life: zlib keeps a pointer back to it.
  private let stream: UnsafeMutablePointer<z_stream>
  private var chunk = [UInt8](repeating: 0, count: 1 << 16)
  private var rest = 0..<0
  private var isBetweenMembers = false
  private var isAtEnd = false

  init(_ packed: PackedBytes) throws(BlockListError) {
    self.packed = packed
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard imeikit_inflate_init_gzip(stream) == Z_OK else {
      throw BlockListError(
        .fileUnreadable, "\(packed.input.name) could not be unpacked: there is no memory for it",
        cure: "Close other programs and try again.")
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Unpacks up to `target.count` bytes into `target`.
  ///
  /// - Returns: how many bytes; 0 at the end of the file.
  /// - Throws: ``BlockListError`` `damagedFile`, `fileUnreadable`.
  func read(into target: inout [UInt8]) throws(BlockListError) -> Int {
    while !isAtEnd {
      if rest.isEmpty {
        rest = 0..<(try packed.read(into: &chunk))
        if rest.isEmpty {
          guard isBetweenMembers else { throw damaged("ends before its data does", nil) }
          isAtEnd = true
          break
        }
      }
      if isBetweenMembers, try !beginMember() { continue }
      let count = try inflateOnce(into: &target)
      if count > 0 { return count }
    }
    return 0
  }

  /// Skips the zeros that tapes and block devices leave behind the data.
  ///
  /// - Returns: whether another member begins here.
  private func beginMember() throws(BlockListError) -> Bool {
    while let first = rest.first, chunk[first] == 0 { rest.removeFirst() }
    guard let first = rest.first else { return false }
    guard chunk[first] == 0x1F, inflateReset(stream) == Z_OK else {
      throw damaged("has other bytes behind its data", nil)
    }
    isBetweenMembers = false
    return true
  }

  /// One call of zlib over what is left of the chunk.
  private func inflateOnce(into target: inout [UInt8]) throws(BlockListError) -> Int {
    let capacity = target.count
    let (available, range, stream) = (rest.count, rest, stream)
    let status = chunk.withUnsafeMutableBufferPointer { source in
      target.withUnsafeMutableBufferPointer { output in
        stream.pointee.next_in = source.baseAddress.map { $0 + range.lowerBound }
        stream.pointee.avail_in = uInt(available)
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = uInt(capacity)
        let status = inflate(stream, Z_NO_FLUSH)
        stream.pointee.next_in = nil
        stream.pointee.next_out = nil
        return status
      }
    }
    rest = (range.upperBound - Int(stream.pointee.avail_in))..<range.upperBound
    switch status {
    case Z_STREAM_END: isBetweenMembers = true
    case Z_OK, Z_BUF_ERROR: break
    default:
      throw damaged(
        "does not unpack: data or checksum are wrong",
        stream.pointee.msg.map { String(cString: $0) })
    }
    return capacity - Int(stream.pointee.avail_out)
  }

  private func damaged(_ what: String, _ detail: String?) -> BlockListError {
    BlockListError(
      .damagedFile, "\(packed.input.name) is a gzip file that \(what)",
      cure: "Get the file again; it was cut off or changed on its way.", detail: detail)
  }
}
