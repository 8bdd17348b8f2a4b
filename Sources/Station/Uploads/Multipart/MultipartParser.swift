internal import Glibc

/// Takes a multipart/form-data body (RFC 7578 and 2046) apart as it arrives, whatever the pieces it arrives in.
///
/// Bytes are added by ``append(_:)`` and what they hold is asked for by ``next()`` until it gives nil. Never more
/// is kept than one piece and the headers of one part.
struct MultipartParser {
  /// What a body holds, one after another.
  enum Event: Hashable {
    /// A part begins.
    case part(MultipartPart)
    /// Bytes of the part that has begun; never empty.
    case bytes(ArraySlice<UInt8>)
    /// The part is whole.
    case partEnd
  }

  private enum State { case preamble, delimiterTail, headers, content, epilogue }

  private let delimiter: [UInt8]
  private let limits: MultipartLimits
  private var state = State.preamble
  private var buffer: [UInt8] = [0x0D, 0x0A]
  /// What of the buffer is still to be looked at begins here.
  private var start = 0
  /// Up to here the buffer was searched in vain.
  private var searched = 0
  private var preambleBytes = 0
  private var totalBytes = 0
  private var files = 0
  private var fields = 0
  private var fieldBytes = 0
  private var isInFile = false
  /// Whether the line end before a part's first byte is still to be skipped.
  private var isBeforeContent = false

  /// Transport padding behind a boundary, which nobody sends.
  private static let mostPadding = 64

  /// A parser of bodies with this boundary.
  init(boundary: [UInt8], limits: MultipartLimits = MultipartLimits()) {
    delimiter = [0x0D, 0x0A, 0x2D, 0x2D] + boundary
    self.limits = limits
  }

  /// How many bytes are kept until more arrive.
  var bytesKept: Int { buffer.count - start }

  /// Adds bytes; ``next()`` has to have given nil since those before.
  ///
  /// - Throws: ``MultipartError`` of code `bodyTooLong`.
  mutating func append(_ bytes: some Collection<UInt8>) throws(MultipartError) {
    totalBytes += bytes.count
    guard totalBytes <= limits.bodyBytes else { throw MultipartError.tooLong(limits) }
    guard state != .epilogue else { return }
    // A fresh array: slices that were handed out keep the former one, which nothing then copies.
    var joined: [UInt8] = []
    joined.reserveCapacity(buffer.count - start + bytes.count)
    joined.append(contentsOf: buffer[start...])
    joined.append(contentsOf: bytes)
    searched -= start
    buffer = joined
    start = 0
  }

  /// What comes next; nil when that needs more bytes, and after the last part.
  ///
  /// - Throws: ``MultipartError``; the parser is not to be used any more then.
  mutating func next() throws(MultipartError) -> Event? {
    while true {
      switch state {
      case .preamble: guard try skipPreamble() else { return nil }
      case .delimiterTail: guard try skipDelimiterTail() else { return nil }
      case .headers:
        guard let headers = try takeHeaders() else { return nil }
        let part = try MultipartPart(headers: headers)
        try count(part)
        state = .content
        return .part(part)
      case .content: return try takeContent()
      case .epilogue: return nil
      }
    }
  }

  /// Says that the body is over.
  ///
  /// - Throws: ``MultipartError`` of code `truncated`.
  func finish() throws(MultipartError) {
    guard state == .epilogue else {
      throw MultipartError(
        .truncated, "The body ends before its closing boundary.",
        cure: "Send it again; the connection may have been cut.")
    }
  }

  private mutating func skipPreamble() throws(MultipartError) -> Bool {
    let end = find(delimiter)
    let skipped = end ?? max(start, buffer.count - delimiter.count + 1)
    preambleBytes += skipped - start
    // The line end that the parser put before the first boundary is no preamble.
    guard preambleBytes <= limits.preambleBytes + 2 else {
      throw .malformed("The body does not begin with the boundary that its content type names.")
    }
    start = skipped
    guard end != nil else { return false }
    start += delimiter.count
    searched = start
    state = .delimiterTail
    return true
  }

  /// What stands behind a boundary: a line end, or two dashes where the body ends.
  private mutating func skipDelimiterTail() throws(MultipartError) -> Bool {
    guard buffer.count - start >= 2 else { return false }
    if buffer[start] == 0x2D, buffer[start + 1] == 0x2D {
      buffer = []
      start = 0
      state = .epilogue
      return true
    }
    var at = start
    while at < buffer.count, buffer[at] == 0x20 || buffer[at] == 0x09 { at += 1 }
    guard at - start <= Self.mostPadding else {
      throw .malformed("There are too many blanks behind a boundary.")
    }
    guard at < buffer.count else { return false }
    guard buffer[at] == 0x0D, at + 1 >= buffer.count || buffer[at + 1] == 0x0A else {
      throw .malformed("There is something behind a boundary that does not belong there.")
    }
    guard at + 1 < buffer.count else { return false }
    // The line end is left: with it, no headers at all look like any other headers.
    start = at
    searched = start
    state = .headers
    return true
  }

  private mutating func takeHeaders() throws(MultipartError) -> ArraySlice<UInt8>? {
    let end = find([0x0D, 0x0A, 0x0D, 0x0A])
    // The beginning of the empty line may be there already.
    guard (end ?? buffer.count - 3) - start <= limits.headerBytes else {
      throw MultipartError(
        .headersTooLong, "A part's headers are longer than \(limits.headerBytes) bytes.",
        cure: "Shorten the file's name.")
    }
    guard let end else { return nil }
    let headers = end > start ? buffer[(start + 2)..<end] : []
    // The second line end is left, so that a part without a byte ends as any other does.
    start = end + 2
    searched = start
    isBeforeContent = true
    return headers
  }

  private mutating func count(_ part: MultipartPart) throws(MultipartError) {
    isInFile = part.isFile
    fieldBytes = 0
    if part.isFile { files += 1 } else { fields += 1 }
    guard files <= limits.files else {
      throw MultipartError(
        .tooManyFiles, "There are more than \(limits.files) files.",
        cure: "Send at most \(limits.files) at a time.")
    }
    guard fields <= limits.fields else {
      throw MultipartError(
        .tooManyFields, "There are more than \(limits.fields) fields beside the files.",
        cure: "Send one field named exhibit before the files that it is of.")
    }
  }

  private mutating func takeContent() throws(MultipartError) -> Event? {
    let end = find(delimiter)
    if isBeforeContent, end != start {
      guard end != nil || buffer.count - start >= delimiter.count else { return nil }
      start += 2
    }
    isBeforeContent = false
    if end == start {
      start += delimiter.count
      searched = start
      state = .delimiterTail
      return .partEnd
    }
    let limit = end ?? max(start, buffer.count - delimiter.count + 1)
    guard limit > start else { return nil }
    let bytes = buffer[start..<limit]
    start = limit
    if !isInFile {
      fieldBytes += bytes.count
      guard fieldBytes <= limits.fieldBytes else {
        throw MultipartError(
          .fieldTooLong, "A field that is no file is longer than \(limits.fieldBytes) bytes.",
          cure: "Send photos with a file name.")
      }
    }
    return .bytes(bytes)
  }

  /// Where a text begins, from ``start`` on; nil when it is not wholly there.
  private mutating func find(_ text: [UInt8]) -> Int? {
    let from = max(start, searched)
    let found = buffer.withUnsafeBytes { all -> Int? in
      text.withUnsafeBytes { text -> Int? in
        guard let base = all.baseAddress, let wanted = text.baseAddress else { return nil }
        var at = from
        while at + text.count <= all.count {
          // Each text that is looked for begins with a carriage return.
          guard let place = memchr(base + at, 0x0D, all.count - text.count - at + 1) else {
            return nil
          }
          if memcmp(place, wanted, text.count) == 0 { return UnsafeRawPointer(place) - base }
          at = UnsafeRawPointer(place) - base + 1
        }
        return nil
      }
    }
    searched = found ?? max(from, buffer.count - text.count + 1)
    return found
  }
}
