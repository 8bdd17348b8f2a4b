/// The bytes of a list: those of the file, or of the one list in a gzip or zip file, while it streams.
///
/// The digest of the file is taken below, in ``ByteInput``, of the bytes as they lie on disk.
final class UnpackedInput {
  /// How a file is packed.
  enum Packing: Equatable {
    case none, gzip
    /// With the printable name of the list in the archive.
    case zip(member: String)
  }

  let input: ByteInput
  /// How the file is packed; known after the first ``read(into:)``.
  var packing: Packing {
    switch source {
    case .unknown, .plain: .none
    case .gzip: .gzip
    case .zip(let reader): .zip(member: reader.memberName)
    }
  }

  private enum Source {
    case unknown, plain
    case gzip(GzipReader)
    case zip(ZipReader)
  }

  private let packed: PackedBytes
  private var source = Source.unknown
  private var limit: UnpackingLimit

  init(_ input: ByteInput) {
    self.input = input
    packed = PackedBytes(input)
    limit = UnpackingLimit(name: input.name)
  }

  /// Reads up to `chunk.count` bytes into `chunk`.
  ///
  /// - Returns: how many bytes; 0 at the end, when the file has been read to its last byte.
  /// - Throws: ``BlockListError`` `fileUnreadable`, `damagedFile`, `unsuitableArchive`, `notText`.
  func read(into chunk: inout [UInt8]) throws(BlockListError) -> Int {
    let count: Int
    switch source {
    case .unknown:
      source = try open()
      return try read(into: &chunk)
    case .plain: return try packed.read(into: &chunk)
    case .gzip(let reader): count = try reader.read(into: &chunk)
    case .zip(let reader): count = try reader.read(into: &chunk)
    }
    try limit.count(count, packed: input.bytesRead)
    return count
  }

  private func open() throws(BlockListError) -> Source {
    let head = try packed.peek(4)
    if head.starts(with: [0x1F, 0x8B]) { return .gzip(try GzipReader(packed)) }
    // A member, the end of an archive without members, or the mark of one in several parts.
    if [[0x03, 0x04], [0x05, 0x06], [0x07, 0x08]].contains(Array(head.dropFirst(2))),
      head.starts(with: [0x50, 0x4B])
    {
      return .zip(try ZipReader(packed))
    }
    return .plain
  }
}
