import Testing

@testable import EquipmentRegister

@Suite("Percent coding")
struct PercentCodingTests {
  @Test func whatIsEncodedDecodesToTheSame() {
    for scalar in (0x20...0x2FFF).compactMap(Unicode.Scalar.init) where scalar.value != 0x7F {
      let text = "a\(scalar)b"
      let encoded = PercentCoding.encode(text)
      #expect(encoded.utf8.allSatisfy { (0x21...0x7E) ~= $0 && $0 != UInt8(ascii: "&") })
      #expect(PercentCoding.decode(encoded.utf8) == text)
    }
  }

  @Test(arguments: [
    "%", "%3", "%zz", "%-1", "a%0", "%00", "a%0d%0a", "%7F", "%FF", "%C0%80", "%ED%A0%80", "%u0041",
    "% 41", "%+1",
  ])
  func brokenEscapesAndControlsAreRefused(text: String) {
    #expect(PercentCoding.decode(text.utf8) == nil)
  }

  @Test func aPlusIsAPlus() {
    #expect(PercentCoding.decode("a+b".utf8) == "a+b")
    #expect(PercentCoding.encode("+49 30") == "%2B49%2030")
  }
}
