import Testing

@testable import IMEI

@Suite("IMEI values")
struct IMEIValueTests {
  @Test("The parts of a 15-digit number")
  func parts() throws {
    let imei = try #require(IMEI("356938035643809"))
    #expect(imei.digits == "356938035643809")
    #expect(imei.description == imei.digits)
    #expect(imei.formatted == "35-693803-564380-9")
    #expect(imei.key.digits == "35693803564380")
    #expect(imei.key.value == 35_693_803_564_380)
    #expect(imei.tac.digits == "35693803")
    #expect(imei.tac.reportingBodyCode == "35")
    #expect(imei.serialNumber == "564380")
    #expect(imei.printedCheckDigit == 9)
    #expect(imei.computedCheckDigit == 9)
    #expect(imei.checkDigit == .agrees)
    #expect(imei.placeholder == nil)
  }

  @Test("14 digits have no check digit, and another 15th is told apart without being mended")
  func checkDigitStates() throws {
    let body = try #require(IMEI("35693803564380"))
    #expect(body.checkDigit == .absent)
    #expect(body.printedCheckDigit == nil)
    #expect(body.digits == "35693803564380")
    #expect(body.formatted == "35-693803-564380")
    let other = try #require(IMEI("356938035643808"))
    #expect(other.checkDigit == .differs)
    #expect(other.digits == "356938035643808")
    #expect(!other.mayEndInSpareZero)
    #expect(IMEI("356938035643800")?.mayEndInSpareZero == true)
    #expect(other.key == body.key)
    #expect(other != body)
  }

  @Test("Leading zeros stay")
  func leadingZeros() throws {
    let imei = try #require(IMEI("004999010640000"))
    #expect(imei.digits == "004999010640000")
    #expect(imei.formatted == "00-499901-064000-0")
    #expect(imei.tac.digits == "00499901")
    #expect(EquipmentKey(0)?.digits == "00000000000000")
    #expect(TAC("00000001")?.digits == "00000001")
  }

  @Test(
    "Anything but 14 or 15 ASCII digits is none",
    arguments: [
      "", "3569380356438", "3569380356438091", "35693803564380g", " 35693803564380",
      "35-693803-564380", "３５６９３８０３５６４３８０９", "٣٥٦٩٣٨٠٣٥٦٤٣٨٠٩", "-35693803564380",
      "+35693803564380",
      "356938035643809\n", "3569380356438\u{0}9", "356938035643809\u{301}",
    ])
  func refuses(text: String) {
    #expect(IMEI(text) == nil)
  }

  @Test("Substrings, digit values and bytes give the same value")
  func otherInitialisers() {
    let text = "x356938035643809y"
    let values: [UInt8] = [3, 5, 6, 9, 3, 8, 0, 3, 5, 6, 4, 3, 8, 0, 9]
    let ascii = values.map { $0 + 0x30 }
    #expect(IMEI(text.dropFirst().dropLast()) == IMEI("356938035643809"))
    #expect(IMEI(digits: values) == IMEI("356938035643809"))
    #expect(IMEI(ascii: ascii.span) == IMEI("356938035643809"))
    #expect(IMEI(digits: values.dropLast()) == IMEI("35693803564380"))
    #expect(IMEI(digits: values + [1]) == nil)
    #expect(IMEI(digits: [UInt8](repeating: 10, count: 15)) == nil)
  }

  @Test("A key and a check digit make an IMEI; a digit above nine counts as none")
  func fromKey() throws {
    let key = try #require(EquipmentKey(35_693_803_564_380))
    #expect(IMEI(key: key, printedCheckDigit: 9) == IMEI("356938035643809"))
    #expect(IMEI(key: key) == IMEI("35693803564380"))
    #expect(IMEI(key: key, printedCheckDigit: 10).checkDigit == .absent)
  }

  @Test("Keys are bounded, ordered and printed with 14 digits")
  func keys() throws {
    #expect(EquipmentKey(EquipmentKey.limit) == nil)
    #expect(EquipmentKey(EquipmentKey.limit - 1)?.digits == "99999999999999")
    #expect(EquipmentKey(digits: "01234567890123")?.value == 1_234_567_890_123)
    #expect(EquipmentKey(digits: "0123456789012") == nil)
    let low = try #require(EquipmentKey(1))
    let high = try #require(EquipmentKey(2))
    #expect(low < high)
    #expect(high.tac.digits == "00000000")
    #expect(TAC(value: 100_000_000) == nil)
    #expect(TAC("1234567") == nil)
  }

  @Test("Numbers sort by equipment, then by check digit")
  func order() throws {
    let texts = ["356938035643809", "35693803564380", "356938035643808", "010000000000000"]
    let sorted = texts.compactMap { IMEI($0) }.sorted().map(\.digits)
    #expect(sorted == ["010000000000000", "356938035643808", "356938035643809", "35693803564380"])
  }

  @Test("A round trip over random numbers keeps every digit")
  func roundTrip() {
    var random = SeededGenerator(2)
    for _ in 0..<2000 {
      let text = random.digits(15)
      #expect(IMEI(text)?.digits == text)
      #expect(IMEI(text)?.key.digits == String(text.prefix(14)))
      #expect(IMEISV(text + "7")?.digits == text + "7")
    }
  }

  @Test("An IMEISV is 14 digits and a software version")
  func softwareVersion() throws {
    let imeisv = try #require(IMEISV("3569380356438099"))
    #expect(imeisv.imei.digits == "35693803564380")
    #expect(imeisv.imei.checkDigit == .absent)
    #expect(imeisv.softwareVersion == "99")
    #expect(imeisv.isVersionReserved)
    #expect(!imeisv.mayHaveLostLastDigit)
    #expect(imeisv.formatted == "35-693803-564380-99")
    #expect(IMEISV("3569380356438010")?.mayHaveLostLastDigit == true)
    #expect(IMEISV("356938035643809") == nil)
    #expect(IMEISV("356938035643809x") == nil)
  }
}
