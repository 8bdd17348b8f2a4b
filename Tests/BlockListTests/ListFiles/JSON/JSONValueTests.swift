import Foundation
import Testing

@testable import BlockList

@Suite("JSON values")
struct JSONValueTests {
  private func value(_ text: String) -> JSONValue? { JSONValue(Array(text.utf8).span) }

  @Test("Every kind of value is read, members in their order")
  func kinds() {
    #expect(
      value(#" {"b":[1,-2.5e3,true,false,null],"a":"x","b":{}} "#)
        == .object([
          .init(
            key: "b",
            value: .array([.number("1"), .number("-2.5e3"), .bool(true), .bool(false), .null])),
          .init(key: "a", value: .string("x")), .init(key: "b", value: .object([])),
        ]))
    #expect(value("3.57E+14") == .number("3.57E+14"))
  }

  @Test("Escapes become what they stand for")
  func escapes() {
    #expect(
      value(#""a\"\\\/\b\f\n\r\t\u00e9\ud83d\ude93é""#)
        == .string("a\"\\/\u{8}\u{C}\n\r\té🚓é"))
  }

  @Test(
    "What is no JSON is none",
    arguments: [
      "", " ", "{", "}", "{]", #"{"a"}"#, #"{"a":}"#, #"{"a":1,}"#, #"{a:1}"#, "[1,]", "[1 2]",
      "tru", "nul", "1.", "1e", "-", ".5", #""a"#, #""\x""#, #""\u12""#, #""\ud83d""#,
      #""\ude93""#, "\"a\nb\"", "1 2", "{}{}", "+1", "\u{FEFF}1",
    ])
  func noJSON(text: String) {
    #expect(value(text) == nil)
  }

  @Test("Depth is bounded")
  func depth() {
    let limit = JSONValue.maximumDepth
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(value(nested(limit)) != nil)
    #expect(value(nested(limit + 2)) == nil)
    #expect(value(nested(400_000)) == nil)
  }

  @Test("Every prefix of an object is refused, never read past its end")
  func prefixes() {
    let bytes = Array(#"{"a":[1.5e2,"\u00e9\ud83d\ude93",true,null],"b":{"c":"é"}}"#.utf8)
    for length in 0..<bytes.count {
      let cut = Array(bytes[..<length])
      let value = JSONValue(cut.span)
      #expect(value == nil, "\(length) bytes")
    }
    let whole = JSONValue(bytes.span)
    #expect(whole != nil)
  }

  @Test("What Foundation writes is read back")
  func foundation() throws {
    struct Sample: Encodable { var text: String; var number: Double; var list: [Int?] }
    let text = String(String.UnicodeScalarView((1..<0x300).compactMap(Unicode.Scalar.init)))
    let data = try JSONEncoder().encode(Sample(text: text, number: 0.25, list: [1, nil]))
    guard case .object(let members) = JSONValue(Array(data).span) else {
      Issue.record("not an object")
      return
    }
    #expect(members.contains { $0 == .init(key: "text", value: .string(text)) })
    #expect(members.contains { $0 == .init(key: "list", value: .array([.number("1"), .null])) })
  }
}
