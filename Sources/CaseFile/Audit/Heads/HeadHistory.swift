internal import Glibc

/// All heads that were signed for a case, one a line, only ever added to.
///
/// A line is `{"head":…,"signature":"…"}`; each head holds the hash of the one before. A last line
/// without a line end was never finished and counts for nothing.
struct HeadHistory {
  private static let limit = 64 << 20
  /// How many bytes from the end are read to sign the next head: some fifteen lines.
  static let tail = 1 << 13

  let path: String

  /// What a line turned out to be, with its number from 1.
  struct Line {
    var number: Int
    var head: SignedHead?
  }

  /// Every line.
  ///
  /// - Throws: ``CaseFileError`` `fileUnreadable`.
  func lines() throws(CaseFileError) -> [Line] {
    Self.lines(try FileIO.read(path, limit: Self.limit) ?? [])
  }

  /// The heads of the last lines, oldest first; a line that is none is left out.
  ///
  /// - Throws: ``CaseFileError`` `fileUnreadable`.
  func recent() throws(CaseFileError) -> [SignedHead] {
    guard let file = try FileIO.opened(path) else { return [] }
    let size = Int(file.status().st_size)
    let start = max(0, size - Self.tail)
    lseek(file.number, start, SEEK_SET)
    var bytes = try FileIO.read(file, path, limit: Self.limit)
    if start > 0 {
      bytes.removeFirst((bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count - 1) + 1)
    }
    return Self.lines(bytes).compactMap(\.head)
  }

  /// Adds a head, on the disk when the call returns. To be called by one process at a time.
  ///
  /// - Throws: ``CaseFileError`` `fileUnwritable`, `fileUnreadable`.
  func append(_ head: SignedHead) throws(CaseFileError) {
    let number = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard number >= 0 else { throw FileIO.unwritable(path, errno) }
    let file = FileIO.Descriptor(number)
    let whole = try Self.wholeLength(file, path)
    // What a kill left of an unfinished line goes, or the next would be spoilt by it.
    guard ftruncate(number, whole) == 0, lseek(number, whole, SEEK_SET) == whole else {
      throw FileIO.unwritable(path, errno)
    }
    do {
      try FileIO.write(Self.line(head), to: file, path)
    } catch {
      ftruncate(number, whole)
      throw error
    }
    guard fsync(number) == 0 else { throw FileIO.unwritable(path, errno) }
  }

  static func line(_ head: SignedHead) -> [UInt8] {
    Array("{\"head\":".utf8) + head.bytes.dropLast()
      + Array(",\"signature\":\"\(Hexadecimal.text(head.signature))\"}\n".utf8)
  }

  private static func lines(_ bytes: [UInt8]) -> [Line] {
    guard let end = bytes.lastIndex(of: UInt8(ascii: "\n")) else { return [] }
    return bytes[..<end].split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().map { Line(number: $0.offset + 1, head: head(Array($0.element))) }
  }

  private static func head(_ line: [UInt8]) -> SignedHead? {
    guard let value = try? AuditValue(canonical: line), var fields = try? AuditFields(value),
      let head = try? fields.object("head"),
      let signature = Hexadecimal.read((try? fields.text("signature")) ?? "", count: 64),
      (try? fields.end()) != nil
    else { return nil }
    return try? SignedHead(
      bytes: AuditValue.object(head).canonical + [UInt8(ascii: "\n")], signature: signature)
  }

  /// How many bytes the finished lines take.
  private static func wholeLength(
    _ file: FileIO.Descriptor, _ path: String
  ) throws(CaseFileError) -> Int {
    var end = Int(file.status().st_size)
    var chunk = [UInt8](repeating: 0, count: 4096)
    while end > 0 {
      let start = max(0, end - chunk.count)
      let count = pread(file.number, &chunk, end - start, start)
      guard count == end - start else { throw FileIO.unreadable(path, errno) }
      if let last = chunk[..<count].lastIndex(of: UInt8(ascii: "\n")) { return start + last + 1 }
      end = start
    }
    return 0
  }
}
