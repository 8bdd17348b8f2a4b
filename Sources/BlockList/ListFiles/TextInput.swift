/// The bytes of a list as UTF-8 text, whatever mark the file begins with.
///
/// A UTF-8 mark is dropped and UTF-16 with a mark is converted. What cannot be text is refused by
/// its first bytes. Bytes that are not valid are passed on; rows are judged one by one.
struct TextInput {
  private enum Encoding {
    case unknown, utf8
    case utf16(UTF16Converter)
  }

  let input: ByteInput
  /// The bytes of the list itself, out of the archive that may hold it.
  let unpacked: UnpackedInput
  private var encoding = Encoding.unknown
  private var chunk: [UInt8]

  init(_ input: ByteInput, chunkBytes: Int) {
    self.input = input
    unpacked = UnpackedInput(input)
    chunk = [UInt8](repeating: 0, count: chunkBytes)
  }

  /// Appends the next bytes to `buffer`.
  ///
  /// - Returns: whether there may be more.
  /// - Throws: ``BlockListError`` `notText`, `fileUnreadable`, `damagedFile`, `unsuitableArchive`.
  mutating func read(into buffer: inout [UInt8]) throws(BlockListError) -> Bool {
    switch encoding {
    case .unknown:
      let head = try readHead()
      let (found, markLength) = try Self.encoding(ofHead: head, name: input.name)
      encoding = found
      append(head.dropFirst(markLength), to: &buffer)
      return !head.isEmpty
    case .utf8, .utf16:
      let count = try unpacked.read(into: &chunk)
      if count == 0 {
        if case .utf16(var converter) = encoding { converter.finish(into: &buffer) }
        encoding = .utf8
        return false
      }
      append(chunk[..<count], to: &buffer)
      return true
    }
  }

  /// At least eight bytes, unless the list is shorter: a pipe may hand over single bytes.
  private mutating func readHead() throws(BlockListError) -> [UInt8] {
    var head: [UInt8] = []
    while head.count < 8 {
      let count = try unpacked.read(into: &chunk)
      if count == 0 { break }
      head.append(contentsOf: chunk[..<count])
    }
    return head
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, to buffer: inout [UInt8]) {
    if case .utf16(var converter) = encoding {
      converter.convert(bytes, into: &buffer)
      encoding = .utf16(converter)
    } else {
      buffer.append(contentsOf: bytes)
    }
  }

  private static func encoding(
    ofHead head: [UInt8], name: String
  ) throws(BlockListError) -> (Encoding, markLength: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE, 0x00, 0x00]) || head.starts(with: [0x00, 0x00, 0xFE, 0xFF]) {
      throw notText(name, "UTF-32 text", "Save it as CSV in UTF-8.")
    }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16(UTF16Converter(bigEndian: false)), 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16(UTF16Converter(bigEndian: true)), 2) }
    for (signature, what, cure) in signatures where head.starts(with: signature) {
      throw notText(name, what, cure)
    }
    if head.count >= 4, (head[0] == 0) != (head[1] == 0), (head[2] == 0) != (head[3] == 0) {
      throw notText(
        name, "UTF-16 text without a byte order mark", "Save it as CSV in UTF-8.")
    }
    if isBinary(head) {
      throw notText(name, "binary data", "Ask the issuer for the list as CSV in UTF-8.")
    }
    return (.utf8, 0)
  }

  /// Whether more than one byte in twelve is a control character that text does not have.
  ///
  /// Bytes of equal chance, as packed and encrypted data have, give one in ten; a damaged row or two
  /// among rows of text stay far below.
  private static func isBinary(_ head: [UInt8]) -> Bool {
    let looked = head.prefix(4_096)
    let controls = looked.count { $0 < 0x20 && !(0x09...0x0D).contains($0) && $0 != 0x1B }
    return looked.count >= 64 && 12 * controls > looked.count
  }

  // ZIP and gzip are unpacked before; what comes here is packed twice.
  private static let signatures: [([UInt8], String, String)] = [
    (
      [0x50, 0x4B, 0x03, 0x04], "a ZIP archive or an Excel workbook",
      "Unpack it and give the list file itself, or save the sheet as CSV in UTF-8."
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", "Save the sheet as CSV in UTF-8."),
    ([0x1F, 0x8B], "gzip data", "Unpack it with gunzip first."),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz data", "Unpack it with unxz first."),
    ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data", "Unpack it with unzstd first."),
    (Array("%PDF".utf8), "a PDF document", "Ask the issuer for the list as CSV."),
    (Array("SQLite format 3".utf8.prefix(8)), "an SQLite database", "Export the list as CSV."),
  ]

  private static func notText(_ name: String, _ what: String, _ cure: String) -> BlockListError {
    BlockListError(.notText, "\(name) is \(what), no list as text", cure: cure)
  }
}
