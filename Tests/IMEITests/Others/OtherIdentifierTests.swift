import Testing

@testable import IMEI

@Suite("Other identifiers")
struct OtherIdentifierTests {
  @Test(
    "Published and made numbers are named, with the check in their favour",
    arguments: [
      ("89490200001234567892", OtherIdentifier.Kind.iccid), ("8944123456789012348", .iccid),
      ("8944 1234 5678 9012 348", .iccid), ("89049032123451234512345678901235", .eid),
      ("89049032 12345123 45123456 78901235", .eid), ("A0000044B85495", .meid),
      ("a0000044b85495", .meid), ("268435462812080277", .meid), ("4006381333931", .gtin),
      ("036000291452", .gtin), ("96385074", .gtin), ("00012345600012", .gtin),
      ("378282246310005", .card), ("4111111111111111", .card), ("30569309025904", .card),
      ("5555555555554444", .card), ("3530111333300000", .card), ("+44 7700 900123", .phone),
      ("RR473124829GB", .tracking), ("1Z5R89390357567127", .tracking), ("005-33794972", .tracking),
      ("005-3379497200006", .tracking), ("00:1E:C9:47:D4:9B", .unknown),
    ])
  func named(text: String, kind: OtherIdentifier.Kind) throws {
    let first = try #require(OtherIdentifier.identify(text).first { $0.kind == kind })
    #expect(first.isChecked)
    #expect(!first.reason.isEmpty)
    #expect(!first.value.contains(" "))
  }

  @Test("A check that does not agree takes the certainty away")
  func uncheckedKinds() {
    let eid = OtherIdentifier.identify("89049032123451234512345678901236")
    #expect(eid.first?.kind == .eid)
    #expect(eid.first?.isChecked == false)
    let iccid = OtherIdentifier.identify("89490200001234567893")
    #expect(iccid.first?.kind == .iccid)
    #expect(iccid.first?.isChecked == false)
    #expect(OtherIdentifier.identify("4006381333932").isEmpty)
    #expect(!OtherIdentifier.identify("RR473124828GB").contains { $0.kind == .tracking })
  }

  @Test("A subscriber's number goes by its country code")
  func subscribers() {
    #expect(OtherIdentifier.identify("262011234567890").first?.kind == .imsi)
    #expect(OtherIdentifier.identify("259021500515842").first?.kind == .imsi)
    #expect(OtherIdentifier.identify("869951030068328").isEmpty)
    #expect(OtherIdentifier.identify("119951030068328").isEmpty)
  }

  @Test("Every one-digit change of an EID and of a GTIN is noticed")
  func checksNotice() {
    var random = SeededGenerator(4)
    for _ in 0..<20 {
      let eid = random.eid()
      #expect(OtherIdentifier.identify(eid).first?.isChecked == true)
      for place in 2..<32 {
        var bytes = Array(eid.utf8)
        bytes[place] = 0x30 + (bytes[place] - 0x30 + 1) % 10
        let changed = String(decoding: bytes, as: UTF8.self)
        #expect(OtherIdentifier.identify(changed).first?.isChecked == false)
      }
    }
    let gtin = Array("4006381333931".utf8)
    for place in gtin.indices {
      for step in UInt8(1)...9 {
        var changed = gtin
        changed[place] = 0x30 + (changed[place] - 0x30 + step) % 10
        #expect(OtherIdentifier.identify(String(decoding: changed, as: UTF8.self)).isEmpty)
      }
    }
  }

  @Test("Random ICCIDs and EIDs are named whole")
  func randomSIMNumbers() {
    var random = SeededGenerator(5)
    for _ in 0..<300 {
      #expect(OtherIdentifier.identify(random.iccid(19)).first?.kind == .iccid)
      #expect(OtherIdentifier.identify(random.iccid(20)).contains { $0.kind == .iccid })
      #expect(OtherIdentifier.identify(random.eid()).first?.kind == .eid)
    }
  }

  @Test("Long, empty and odd text is nothing")
  func nothing() {
    #expect(OtherIdentifier.identify("").isEmpty)
    #expect(OtherIdentifier.identify("hello").isEmpty)
    #expect(OtherIdentifier.identify(String(repeating: "9", count: 100_000)).isEmpty)
    #expect(OtherIdentifier.identify("89049032123451234512345678901235 and more").isEmpty)
    #expect(OtherIdentifier.identify("\u{0}\u{202E}").isEmpty)
  }

  @Test("Every kind can stand in a sentence", arguments: OtherIdentifier.Kind.allCases)
  func phrases(kind: OtherIdentifier.Kind) {
    #expect(kind.phrase.hasPrefix("a"))
  }
}
