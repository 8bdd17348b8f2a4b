internal import Glibc
internal import IMEI

/// A sorted part of a list, packed, in an unnamed file that goes with its owner.
///
/// Belongs to one thread at a time.
final class SortedRun {
  /// The highest digits so far.
  private(set) var highest: UInt64 = 0
  private let descriptor: Int32
  private let folder: String
  private var builder = BlockBuilder()
  private var buffer: [UInt8] = []
  private static let bufferBytes = 1 << 20

  /// Makes an empty run in a file of `folder`.
  ///
  /// - Throws: ``BlockListError`` `storeUnavailable`.
  init(folder: String) throws(BlockListError) {
    self.folder = folder
    // Made with a name and at once without one: the file goes when its descriptor does.
    var path = Array("\(folder)/.imeikit-sort-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { throw Self.failure(folder, errno) }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
  }

  deinit { Glibc.close(descriptor) }

  /// Appends an entry; none before had higher digits.
  func append(_ entry: ListEntry) throws(BlockListError) {
    highest = entry.key.value
    if let block = builder.add(entry) { try write(block) }
  }

  /// Appends an entry without details; none before had higher digits.
  func append(_ entry: PlainEntry) throws(BlockListError) {
    highest = entry.key.value
    if let block = builder.add(entry) { try write(block) }
  }

  /// Writes what waits.
  func close() throws(BlockListError) {
    if let block = builder.finish() { try write(block) }
    try flush()
  }

  /// The run from its beginning.
  func reader() throws(BlockListError) -> SortedRunReader {
    guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw Self.failure(folder, errno) }
    return SortedRunReader(self)
  }

  /// The next bytes of the file.
  fileprivate func read(into chunk: inout [UInt8], from start: Int) throws(BlockListError) -> Int {
    let count = chunk.withUnsafeMutableBytes {
      Glibc.read(descriptor, $0.baseAddress.map { $0 + start }, $0.count - start)
    }
    guard count >= 0 else { throw Self.failure(folder, errno) }
    return count
  }

  private func write(_ block: BlockBuilder.Block) throws(BlockListError) {
    let count = UInt32(block.bytes.count)
    for shift in [0, 8, 16, 24] as [UInt32] {
      buffer.append(UInt8(truncatingIfNeeded: count >> shift))
    }
    buffer.append(contentsOf: block.bytes)
    if buffer.count >= Self.bufferBytes { try flush() }
  }

  private func flush() throws(BlockListError) {
    var written = 0
    while written < buffer.count {
      let count = buffer.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, $0.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Self.failure(folder, errno) }
      written += count
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private static func failure(_ folder: String, _ code: Int32) -> BlockListError {
    BlockListError(
      .storeUnavailable,
      "the list could not be sorted in \(folder): \(String(cString: strerror(code)))",
      cure: code == ENOSPC
        ? "Make room and try again; the former lists are in force."
        : "Check the rights of the folder; the former lists are in force.",
      detail: "errno \(code)")
  }
}

/// Reads a run entry by entry, or block by block. Memory: one block and a buffer.
struct SortedRunReader {
  /// The entry in hand; `nil` at the end.
  private(set) var entry: ListEntry?

  private let run: SortedRun
  private var buffer: [UInt8] = []
  private var start = 0
  private var block: LoadedBlock?
  private var texts: [String] = []
  private var index = 0
  private static let chunkBytes = 65_536

  fileprivate init(_ run: SortedRun) { self.run = run }

  /// Goes to the next entry, or to the first.
  mutating func advance() throws(BlockListError) {
    while true {
      if let block, index < block.count {
        entry = block.entry(index, texts: texts)
        index += 1
        guard entry != nil else { throw Self.damaged }
        return
      }
      guard try readBlock() else {
        entry = nil
        return
      }
    }
  }

  /// The bytes of the next block; `nil` at the end.
  mutating func nextBlock() throws(BlockListError) -> LoadedBlock? {
    guard try fill(4) else { return nil }
    let length = (0..<4).reduce(0) { $0 | Int(buffer[start + $1]) << (8 * $1) }
    start += 4
    guard try fill(length) else { throw Self.damaged }
    let block = LoadedBlock(Array(buffer[start..<start + length]))
    start += length
    guard let block else { throw Self.damaged }
    return block
  }

  private mutating func readBlock() throws(BlockListError) -> Bool {
    guard let block = try nextBlock() else { return false }
    guard let texts = block.texts() else { throw Self.damaged }
    self.block = block
    self.texts = texts
    index = 0
    return true
  }

  /// Makes sure that so many bytes lie in the buffer.
  ///
  /// - Returns: `false` when the file has ended before.
  private mutating func fill(_ count: Int) throws(BlockListError) -> Bool {
    guard buffer.count - start < count else { return true }
    buffer.removeSubrange(..<start)
    start = 0
    while buffer.count < count {
      let had = buffer.count
      buffer.append(contentsOf: repeatElement(0, count: max(Self.chunkBytes, count - had)))
      let got = try run.read(into: &buffer, from: had)
      buffer.removeLast(buffer.count - had - got)
      if got == 0 { return false }
    }
    return true
  }

  private static var damaged: BlockListError {
    BlockListError(
      .storeUnavailable, "what was written while sorting the list could not be read back",
      cure: "Check the disk and try again; the former lists are in force.")
  }
}
