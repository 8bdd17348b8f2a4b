import Foundation
import Testing

@testable import CaseFile

@Suite struct AuditValueTests {
  @Test func valuesHaveTheOneFormOfTheStandard() {
    let value: AuditValue = .object([
      "b": .list([1, true, false, .null, "x"]), "a": .object([:]), "c": .list([]),
      "": .integer(.min), "d": .integer(.max), "z": -1,
    ])
    #expect(
      value.canonicalText
        == "{\"\":-9223372036854775808,\"a\":{},\"b\":[1,true,false,null,\"x\"],\"c\":[],"
        + "\"d\":9223372036854775807,\"z\":-1}")
  }

  @Test func onlyWhatMustBeEscapedIsEscaped() {
    let value: AuditValue = "\u{0}\u{8}\t\n\u{B}\u{C}\r\u{1F}\"\\/\u{7F}é\u{2028}€😀"
    #expect(
      value.canonicalText
        == "\"\\u0000\\b\\t\\n\\u000b\\f\\r\\u001f\\\"\\\\/\u{7F}é\u{2028}€😀\"")
  }

  /// RFC 8785 sorts by UTF-16 code units, where an emoji comes before U+FB33.
  @Test func keysAreSortedAsTheStandardSortsThem() {
    let keys = ["\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"]
    let value = AuditValue.object(Dictionary(uniqueKeysWithValues: keys.map { ($0, .null) }))
    let order = ["\\r", "1", "\u{80}", "ö", "€", "😀", "\u{FB33}"].map { "\"\($0)\":null" }
    #expect(value.canonicalText == "{" + order.joined(separator: ",") + "}")
  }

  @Test func whatIsWrittenIsReadAgain() throws {
    var source = Source(seed: 7)
    for _ in 0..<2000 {
      let value = source.value(depth: 4)
      let bytes = value.canonical
      let read = try AuditValue(canonical: bytes)
      #expect(read == value)
      #expect(read.canonical == bytes)
    }
  }

  @Test func whateverIsAcceptedGivesTheSameBytesWhenWrittenAgain() {
    var source = Source(seed: 11)
    var accepted = 0
    for _ in 0..<2000 {
      var bytes = source.value(depth: 3).canonical
      for _ in 0..<(1 + source.next(3)) where !bytes.isEmpty {
        let index = source.next(bytes.count)
        switch source.next(3) {
        case 0: bytes[index] = source.byte()
        case 1: bytes.remove(at: index)
        default: bytes.insert(source.byte(), at: index)
        }
      }
      guard let value = try? AuditValue(canonical: bytes) else { continue }
      accepted += 1
      #expect(value.canonical == bytes)
    }
    #expect(accepted > 50)
  }

  @Test(arguments: [
    "", " 1", "1 ", "{\"a\": 1}", "{\"a\":1,}", "[1,]", "[1 ,2]", "01", "-0", "+1", "1.0", "1e3",
    "9223372036854775808", "-9223372036854775809", "--1", "-", "nul", "True", "\"a", "\"\u{9}\"",
    "\"\\/\"", "\"\\u0041\"", "\"\\u000A\"", "\"\\u001F\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"",
    "\"\\x\"", "\"\\u00\"", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "{\"a\"}", "{1:2}", "{", "[",
    "1 2", "{}{}", "\u{FEFF}1", "'a'",
  ])
  func anythingThatIsNotCanonicalIsRefused(_ text: String) {
    #expect(throws: CanonicalFault.self) { try AuditValue(canonical: Array(text.utf8)) }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    for bytes: [UInt8] in [
      [0x22, 0xFF, 0x22], [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22],
      [0x22, 0x00, 0x22],
      [0x22, 0xE2, 0x82, 0x22],
    ] {
      #expect(throws: CanonicalFault.self) { try AuditValue(canonical: bytes) }
    }
  }

  @Test func keysThatUnicodeCallsEquivalentAreRefusedSinceTheyWouldBecomeOne() {
    let bytes = Array("{\"e\u{301}\":1,\"\u{E9}\":2}".utf8)
    #expect(throws: CanonicalFault.self) { try AuditValue(canonical: bytes) }
  }

  @Test func textKeepsItsBytesThroughReadingAndWriting() throws {
    let bytes = Array("\"e\u{301} \u{E9} \u{212B}\"".utf8)
    #expect(try AuditValue(canonical: bytes).canonical == bytes)
  }

  @Test func nestingThatWouldEatTheStackIsRefused() {
    let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)
    #expect(throws: CanonicalFault.self) { try AuditValue(canonical: bytes) }
  }
}

/// Values drawn by a seed.
private struct Source {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  mutating func next(_ bound: Int) -> Int { Int(random() % UInt64(bound)) }

  mutating func byte() -> UInt8 {
    let usual = Array("\"\\{}[],:0129-ntfu ".utf8)
    return next(3) == 0 ? UInt8(next(256)) : usual[next(usual.count)]
  }

  mutating func text() -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "Z", "\"", "\\", "\n", "\u{0}", "é", "€", "😀", "\u{FB33}",
    ]
    return String(
      String.UnicodeScalarView((0..<next(6)).map { _ in scalars[next(scalars.count)] }))
  }

  mutating func value(depth: Int) -> AuditValue {
    switch next(depth > 0 ? 6 : 4) {
    case 0: return .text(text())
    case 1: return .integer(Int64(bitPattern: random()) >> Int64(next(64)))
    case 2: return .boolean(next(2) == 0)
    case 3: return .null
    case 4: return .list((0..<next(4)).map { _ in value(depth: depth - 1) })
    default:
      var object: [String: AuditValue] = [:]
      for _ in 0..<next(4) { object[text()] = value(depth: depth - 1) }
      return .object(object)
    }
  }
}
