import Foundation
import Testing

@testable import IMEI

@Suite("IMEI in JSON")
struct IMEICodingTests {
  @Test("A number is one string, as printed")
  func roundTrip() throws {
    for text in ["356938035643809", "35693803564380", "000000000000000"] {
      let imei = try #require(IMEI(text))
      let json = try JSONEncoder().encode([imei])
      #expect(String(decoding: json, as: UTF8.self) == "[\"\(text)\"]")
      #expect(try JSONDecoder().decode([IMEI].self, from: json) == [imei])
    }
  }

  @Test(
    "Anything else is refused", arguments: ["\"12\"", "\"35693803564380x\"", "356938035643809"])
  func refuses(json: String) {
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([IMEI].self, from: Data("[\(json)]".utf8))
    }
  }

  @Test("Descriptions are the digits")
  func descriptions() throws {
    #expect("\(try #require(TAC("35693803")))" == "35693803")
    #expect("\(try #require(IMEISV("3569380356438042")))" == "3569380356438042")
    #expect("\(try #require(EquipmentKey(7)))" == "00000000000007")
    let low = try #require(TAC("01000000"))
    let high = try #require(TAC("35693803"))
    #expect(low < high)
  }
}
