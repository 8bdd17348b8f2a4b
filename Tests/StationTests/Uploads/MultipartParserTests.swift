import Testing

@testable import Station

@Suite("Multipart bodies")
struct MultipartParserTests {
  /// A part with its content.
  struct Taken: Equatable {
    var part: MultipartPart
    var content: [UInt8]
  }

  static func parse(
    _ body: [UInt8], pieces: () -> Int = { .max }, limits: MultipartLimits = MultipartLimits(),
    boundary: String = "XX"
  ) throws -> [Taken] {
    var parser = MultipartParser(boundary: Array(boundary.utf8), limits: limits)
    var taken: [Taken] = []
    var rest = body[...]
    while !rest.isEmpty {
      let piece = rest.prefix(pieces())
      rest = rest.dropFirst(piece.count)
      try parser.append(piece)
      while let event = try parser.next() {
        switch event {
        case .part(let part): taken.append(Taken(part: part, content: []))
        case .bytes(let bytes): taken[taken.count - 1].content += bytes
        case .partEnd: break
        }
      }
    }
    try parser.finish()
    return taken
  }

  static func parse(_ body: String) throws -> [Taken] { try parse(Array(body.utf8)) }

  static func part(_ disposition: String, _ content: String = "x") -> String {
    "--XX\r\nContent-Disposition: form-data; \(disposition)\r\n\r\n\(content)\r\n"
  }

  @Test func filesAndFieldsComeInTheirOrder() throws {
    let body =
      "preamble\r\n" + Self.part("name=\"exhibit\"", "AB/1")
      + Self.part("name=photo; filename=\"a.jpg\"", "\r\n--X\r\n-\r\n")
      + Self.part("name=photo; filename=b.jpg", "") + "--XX--\r\nepilogue"
    let taken = try Self.parse(body)
    #expect(taken.map(\.part.name) == ["exhibit", "photo", "photo"])
    #expect(taken.map(\.part.isFile) == [false, true, true])
    #expect(
      taken.map { String(decoding: $0.content, as: UTF8.self) } == ["AB/1", "\r\n--X\r\n-\r\n", ""])
  }

  private static let names: [(String, String)] = [
    (#"filename="a b.jpg""#, "a b.jpg"),
    (#"filename=plain.jpg"#, "plain.jpg"),
    (#"filename="a\"b\\c.jpg""#, #"a"b\c.jpg"#),
    (#"filename="a%22b%0D%0A%41.jpg""#, "a\"b\r\n%41.jpg"),
    (#"filename="C:\fakepath\x.jpg""#, #"C:\fakepath\x.jpg"#),
    (#"filename="ends in a backslash\""#, #"ends in a backslash\"#),
    (#"filename="naïve 写真.jpg""#, "naïve 写真.jpg"),
    (#"filename="../../etc/passwd""#, "../../etc/passwd"),
    (#"filename="x"; filename*=UTF-8''%E5%86%99%00.jpg"#, "写\0.jpg"),
    (#"filename*=utf-8'en'a%2Fb"#, "a/b"),
    (#"filename="a;b=c""#, "a;b=c"),
  ]

  @Test(arguments: names) func fileNamesAreTakenAsTheyWereMeant(_ written: String, _ name: String)
    throws
  {
    let taken = try Self.parse(Self.part("name=\"f\"; " + written) + "--XX--")
    #expect(taken.first?.part.fileName.map { String(decoding: $0, as: UTF8.self) } == name)
  }

  @Test(arguments: [
    "", "--XX", "--XX\r\n", "--XY\r\n\r\n", "nothing", "--XX\r\n\r\n\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX",
    "--XX\nContent-Disposition: form-data; name=a\n\nx\n--XX--",
    "--XX\r\nContent-Disposition: attachment; name=a\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=a; name=b\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=\"a\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=a\r\nContent-Disposition: form-data; name=b\r\n\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=a; filename=\"b\0c\"\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=a; filename*=ISO-8859-1''x\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Disposition: form-data; name=a; filename*=UTF-8''%G0\r\n\r\nx\r\n--XX--",
    "--XX\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: form-data; name=a\r\n\r\n--XX--",
    "--XX junk\r\nContent-Disposition: form-data; name=a\r\n\r\nx\r\n--XX--",
    "--XX\r\n: empty\r\n\r\n--XX--",
  ]) func whatIsNoFormIsRefused(_ body: String) {
    #expect(throws: MultipartError.self) { try Self.parse(body) }
  }

  @Test func theLimitsHold() {
    var limits = MultipartLimits()
    limits.files = 2
    limits.fields = 2
    limits.fieldBytes = 3
    limits.headerBytes = 100
    limits.bodyBytes = 1_000
    func code(_ body: String) -> MultipartError.Code? {
      do {
        _ = try Self.parse(Array(body.utf8), limits: limits)
        return nil
      } catch {
        return (error as? MultipartError)?.code
      }
    }
    let file = Self.part("name=f; filename=a", "abcdef")
    let field = Self.part("name=f", "abc")
    #expect(code(file + file + field + field + "--XX--") == nil)
    #expect(code(file + file + file + "--XX--") == .tooManyFiles)
    #expect(code(field + field + field + "--XX--") == .tooManyFields)
    #expect(code(Self.part("name=f", "abcd") + "--XX--") == .fieldTooLong)
    let name = String(repeating: "n", count: 100)
    #expect(code(Self.part("name=f; filename=\(name)") + "--XX--") == .headersTooLong)
    #expect(code(String(repeating: "p", count: 1_001)) == .bodyTooLong)
  }

  @Test func noMoreIsKeptThanOnePieceAndTheHeaders() throws {
    var parser = MultipartParser(boundary: Array("XX".utf8))
    try parser.append(Array(Self.part("name=f; filename=a", "").utf8).dropLast(2))
    var most = 0
    for _ in 0..<200 {
      try parser.append([UInt8](repeating: 0x0D, count: 65_536))
      while try parser.next() != nil {}
      most = max(most, parser.bytesKept)
    }
    #expect(most < 100)
    var headers = MultipartParser(boundary: Array("XX".utf8))
    #expect(throws: MultipartError.self) {
      try headers.append(Array("--XX\r\n".utf8))
      for _ in 0..<10_000 {
        try headers.append(Array("A: bbbbbbbbbbbbb\r\n".utf8))
        while try headers.next() != nil {}
      }
    }
    #expect(headers.bytesKept < 10_000)
  }

  @Test func thePartsAreTheSameWhateverThePieces() throws {
    var random = SeededGenerator(seed: 20_261_121)
    for _ in 0..<150 {
      let body = Self.randomBody(&random)
      let whole = try Self.parse(body, boundary: "XY")
      for most in [1, 3, 17, 200] {
        let pieces = try Self.parse(
          body, pieces: { Int.random(in: 1...most, using: &random) }, boundary: "XY")
        #expect(pieces == whole)
      }
    }
  }

  /// Contents that are made of what boundaries are made of, all but their last letter.
  private static func randomBody(_ random: inout SeededGenerator) -> [UInt8] {
    var body: [UInt8] = []
    for number in 0..<Int.random(in: 0...4, using: &random) {
      let content = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        Array("\r\n--X".utf8).randomElement(using: &random) ?? 0
      }
      let name = Bool.random(using: &random) ? "" : "; filename=\"\(number).jpg\""
      body += Array(
        "--XY\r\ncontent-disposition: form-data; name=\"\(number)\"\(name)\r\n\r\n".utf8)
      body += content + Array("\r\n".utf8)
    }
    return body + Array("--XY--\r\n".utf8)
  }

  private static let types: [(String, String?)] = [
    ("multipart/form-data; boundary=abc", "abc"),
    (#"Multipart/Form-Data; charset=utf-8; boundary="a b:c""#, "a b:c"),
    ("multipart/form-data", nil), ("multipart/form-data; boundary=", nil),
    ("multipart/mixed; boundary=abc", nil),
    (#"multipart/form-data; boundary="a"; boundary=b"#, nil),
    ("multipart/form-data; boundary=\(String(repeating: "a", count: 71))", nil),
    ("multipart/form-data; boundary=\"a\u{1}\"", nil),
  ]

  @Test(arguments: types) func theBoundaryIsOneOrNone(_ type: String, _ boundary: String?) {
    let found = try? MultipartBoundary.bytes(ofContentType: type)
    #expect(found.map { String(decoding: $0, as: UTF8.self) } == boundary)
  }
}

/// SplitMix64: the same numbers in every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
