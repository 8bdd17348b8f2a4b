/// Multipart bodies: the first byte chooses the pieces that the body arrives in, and the parts have to be the
/// same as those of the body in one piece.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = [UInt8](UnsafeBufferPointer(start: data, count: count))
  guard let first = bytes.first else { return 0 }
  let body = Array(bytes.dropFirst())
  let whole = TakenApart(body, pieces: [body.count])
  let pieces = first < 128 ? [1 + Int(first) % 7] : [1, 1 + Int(first) % 31, 2, 64]
  precondition(whole == TakenApart(body, pieces: pieces))
  precondition(whole.mostKept <= body.count + 8)
  return 0
}

/// What comes of a body.
private struct TakenApart: Equatable {
  private var parts: [MultipartPart] = []
  private var contents: [[UInt8]] = []
  private var ends = 0
  private var failure: MultipartError.Code?
  private(set) var mostKept = 0

  init(_ body: [UInt8], pieces: [Int]) {
    var limits = MultipartLimits()
    limits.headerBytes = 96
    limits.files = 3
    limits.fields = 2
    limits.fieldBytes = 40
    limits.preambleBytes = 16
    var parser = MultipartParser(boundary: Array("b".utf8), limits: limits)
    var rest = body[...]
    var turn = 0
    do throws(MultipartError) {
      while !rest.isEmpty {
        let size = max(1, pieces[turn % pieces.count])
        turn += 1
        try parser.append(rest.prefix(size))
        rest = rest.dropFirst(size)
        while let event = try parser.next() {
          switch event {
          case .part(let part):
            precondition(parts.count == ends)
            parts.append(part)
            contents.append([])
          case .bytes(let bytes):
            precondition(!bytes.isEmpty && parts.count == ends + 1)
            contents[contents.count - 1] += bytes
          case .partEnd: ends += 1
          }
        }
        mostKept = max(mostKept, parser.bytesKept)
        precondition(parser.bytesKept <= size + 160)
      }
      try parser.finish()
      precondition(parts.count == ends)
    } catch {
      failure = error.code
      precondition(!error.message.isEmpty && !error.cure.isEmpty)
      // How much of a part that then broke off was told depends on the pieces.
      if parts.count > ends { contents.removeLast() }
    }
  }

  static func == (left: Self, right: Self) -> Bool {
    left.parts == right.parts && left.contents == right.contents && left.ends == right.ends
      && left.failure == right.failure
  }
}
