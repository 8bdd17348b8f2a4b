import IMEI
import Testing

@testable import EquipmentRegister

@Suite("Equipment identifier")
struct EquipmentIdentifierTests {
  @Test(arguments: [
    ("imei-356938035643809", "35693803564380"), ("imei-35693803564380", "35693803564380"),
    ("imei-3569380356438001", "35693803564380"), ("imeisv-3569380356438001", "35693803564380"),
    ("imeisv-35693803564380", "35693803564380"), ("imeisv-356938035643809", "35693803564380"),
  ])
  func everyLengthGivesTheSameEquipment(text: String, key: String) throws {
    switch try #require(EquipmentIdentifier(text)) {
    case .imei(let imei): #expect(imei.key.digits == key)
    case .imeisv(let imeisv): #expect(imeisv.imei.key.digits == key)
    case .hardwareAddress: Issue.record("\(text) became a hardware address")
    }
  }

  @Test(arguments: [
    "mac-00-11-22-33-aa-FF", "mac-00-11-22-33-44-55-untrusted", "eui-00-11-22-33-44-55-66-77",
  ])
  func aHardwareAddressIsOne(text: String) {
    #expect(EquipmentIdentifier(text) == .hardwareAddress)
  }

  @Test(arguments: [
    "", "imei", "imei-", "imei-3569380356438", "imei-35693803564380912", "IMEI-356938035643809",
    "imei-35693803564380a", "imei- 356938035643809", "imei-356938035643809 ",
    "imei-35693803564380\u{0669}", "imei-\u{FF13}56938035643809", "356938035643809",
    "imei-+5693803564380", "imei--35693803564380", "mac-00-11-22-33-44", "mac-00-11-22-33-44-5",
    "mac-00-11-22-33-44-55-66", "eui-00-11-22-33-44-55", "mac-00-11-22-33-44-5g",
    "imei\u{301}-356938035643809", "imsi-001010123456789",
  ])
  func anythingElseIsNone(text: String) {
    #expect(EquipmentIdentifier(text) == nil)
  }

  @Test func fourteenDigitsAreSentWithADerivedCheckDigitThatIsOwnedUpTo() throws {
    let fourteen = try #require(EquipmentIdentifier("imei-35693803564380"))
    #expect(fourteen.text == "imei-356938035643809")
    #expect(fourteen.hasDerivedCheckDigit)
    let printed = try #require(EquipmentIdentifier("imei-356938035643801"))
    #expect(printed.text == "imei-356938035643801")
    #expect(!printed.hasDerivedCheckDigit)
  }
}
