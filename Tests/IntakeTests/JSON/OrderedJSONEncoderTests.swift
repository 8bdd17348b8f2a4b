import Foundation
import Intake
import Testing

@Suite struct OrderedJSONEncoderTests {
  struct Letters: Codable, Equatable {
    var zulu = 1
    var alpha: String? = "a"
    var mike: [Double] = [0.5, 1, -0.25]
    var inner: [String: Int] = ["only": 3]
  }

  private func text(_ value: some Encodable) throws -> String {
    String(decoding: try OrderedJSONEncoder().encode(value), as: UTF8.self)
  }

  @Test func keysKeepTheOrderInWhichTheyAreWritten() throws {
    let expected = #"{"zulu":1,"alpha":"a","mike":[0.5,1,-0.25],"inner":{"only":3}}"#
    for _ in 0..<20 { #expect(try text(Letters()) == expected) }
  }

  @Test func whatIsWrittenFoundationReadsBackAsTheSame() throws {
    let bytes = try OrderedJSONEncoder().encode(Letters())
    #expect(try JSONDecoder().decode(Letters.self, from: Data(bytes)) == Letters())
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\r\t\u{0}\u{1B}", #""\n\r\t\u0000\u001b""#),
    ("\u{7F}\u{85}", #""\u007f\u0085""#), ("\u{2028}\u{2029}", #""\u2028\u2029""#),
    ("a\u{202E}gpj.b", #""a\u202egpj.b""#), ("\u{FEFF}x", #""\ufeffx""#),
    ("TÜV 手机 📱", #""TÜV 手机 📱""#), ("/", #""/""#), ("\r\n", #""\r\n""#),
  ])
  func aTextIsEscapedSoThatALineNeverBreaks(text plain: String, json: String) throws {
    #expect(try text(plain) == json)
    let back = try JSONDecoder().decode([String].self, from: Data("[\(json)]".utf8))
    #expect(back == [plain])
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1.0, "1"), (0.9998, "0.9998"), (1e21, "1e+21"), (-12.5, "-12.5"),
    (Double.leastNonzeroMagnitude, "5e-324"), (9_007_199_254_740_991, "9007199254740991"),
  ])
  func aNumberHasOneShortestForm(number: Double, json: String) throws {
    #expect(try text(number) == json)
  }

  @Test(arguments: [Double.nan, .infinity, -.infinity])
  func aNumberThatIsNotFiniteIsRefused(number: Double) {
    #expect(throws: EncodingError.self) { try OrderedJSONEncoder().encode([number]) }
  }

  @Test func aLineEndsWithOneLineFeed() throws {
    #expect(try OrderedJSONEncoder().line(["a\nb"]) == Array("[\"a\\nb\"]\n".utf8))
  }
}
