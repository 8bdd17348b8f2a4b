import Testing

@testable import IMEI

@Suite("Typed and listed input")
struct IdentifierInputTests {
  static let plain = IMEI("356938035643809")

  @Test(
    "Fifteen digits are read through separators, quotes, captions and spreadsheet marks",
    arguments: [
      "356938035643809", " 356938035643809\r\n", "35 693803 564380 9", "35-693803-564380-9",
      "35693803/564380/9", "35.693803.564380.9", "35\u{A0}693803\u{202F}564380\u{2009}9",
      "35–693803–564380–9", "\u{FEFF}356938035643809", "\"356938035643809\"", "'356938035643809",
      "=\"356938035643809\"", "“356938035643809”", "356938035643809.0", "356938035643809,00",
      "IMEI: 356938035643809", "imei 356938035643809", "IMEI1: 356938035643809",
      "IMEI 1: 356938035643809", "IMEI 2 356938035643809", "IMEI2:356938035643809",
      "IMEI:356938035643809", "IMEI356-938035643809", "IMEI (slot 1): 35 693803 564380 9",
      "IMEI (sim slot 2) 356938035643809", "IMEI No. 356938035643809", "IMEI-1: 356938035643809",
      "IMEI/MEID: 356938035643809", "IMEI 1 35 693803 564380 9", "\t356938035643809;",
      "356938035643809 / 01", "3,569,380,356,43809", "'IMEI: 356938035643809'",
    ])
  func readsFifteen(text: String) {
    #expect(IdentifierInput.parse(text) == Self.plain.map { .imei($0) })
  }

  @Test(
    "Fourteen digits are an IMEI without check digit",
    arguments: ["35693803564380", "35-693803-564380", "IMEI: 35693803564380", "35693803564380.0"])
  func readsFourteen(text: String) throws {
    let outcome = IdentifierInput.parse(text)
    #expect(outcome.imei?.checkDigit == .absent)
    #expect(outcome.imei?.digits == "35693803564380")
  }

  @Test(
    "Sixteen digits are an IMEISV",
    arguments: ["3569380356438042", "35-693803-564380-42", "IMEISV: 3569380356438042"])
  func readsSixteen(text: String) throws {
    #expect(IdentifierInput.parse(text) == IMEISV("3569380356438042").map { .imeisv($0) })
  }

  @Test(
    "Damage is named",
    arguments: [
      ("", "empty"), ("  \t", "empty"), ("''", "empty"), ("IMEI:", "empty"), ("\u{FEFF}", "empty"),
      ("3569380356438", "tooShort"), ("12345", "tooShort"), ("35693803564380912", "tooLong"),
      ("3.57E+14", "spreadsheetExponent"), ("3,57E+14", "spreadsheetExponent"),
      ("3.57e14", "spreadsheetExponent"), ("3.57E14", "spreadsheetExponent"),
      ("357E+12", "spreadsheetExponent"), ("3.57 × 10^14", "spreadsheetExponent"),
      ("3,57x10¹⁴", "spreadsheetExponent"), ("3.57*10^14", "spreadsheetExponent"),
      ("4E+14", "spreadsheetExponent"), ("3.56938035643809E+14", "spreadsheetExponent"),
      ("IMEI: 3.57E+14", "spreadsheetExponent"), ("=\"3.57E+14\"", "spreadsheetExponent"),
      ("3569380356438010.0", "spreadsheetSixteenthZero"),
      ("35693*035643809", "masked"), ("35693?035643809", "masked"), ("XXXXXXXXXXXXXXX", "masked"),
      ("356938•••••3809", "masked"), ("356938…3809", "masked"), ("3569380####3809", "masked"),
      ("35693803564380g", "notDigits"), ("356938O35643809", "notDigits"), ("hello", "notDigits"),
      ("356938035643809\u{1F600}", "notDigits"), ("３５６９３８０３５６４３８０９", "notDigits"),
      ("٣٥٦٩٣٨٠٣٥٦٤٣٨٠٩", "notDigits"), ("-356938035643809€", "notDigits"),
      ("IMEI1356938035643809", "captionRunsIntoNumber"),
      ("356938035643809 356938035643817", "severalNumbers"),
      ("356938035643809/356938035643817", "severalNumbers"),
      ("89490200001234567892", "otherIdentifier.iccid"),
      ("89049032123451234512345678901235", "otherIdentifier.eid"),
      ("A0000044B85495", "otherIdentifier.meid"), ("268435462812080277", "otherIdentifier.meid"),
      ("4006381333931", "otherIdentifier.gtin"), ("4111 1111 1111 1111", "otherIdentifier.card"),
      ("+491701234567", "otherIdentifier.phone"), ("RR473124829GB", "otherIdentifier.tracking"),
      ("SN: 356938035643809", "otherIdentifier.serial"),
      ("MEID: 356938035643809", "otherIdentifier.meid"),
      ("*#06#", "notDigits"), ("8949020000123456780", "otherIdentifier.iccid"),
      ("IMSI: 262011234567890", "otherIdentifier.imsi"),
      ("S/N: 356938035643809", "otherIdentifier.serial"),
    ])
  func namesDamage(text: String, slug: String) {
    guard case .refused(let refusal) = IdentifierInput.parse(text) else {
      Issue.record("\(text) was taken for \(IdentifierInput.parse(text))")
      return
    }
    #expect(refusal.code.slug == slug, "\(text): \(refusal)")
    #expect(!refusal.message.isEmpty && !refusal.cure.isEmpty)
  }

  @Test("The quick paths and the slow one give the same answer")
  func pathsAgree() {
    let signs: [Character] = [
      "3", "5", "1", "0", "9", "6", "8", " ", "-", "\"", "'", "/", ".", "x", ",",
    ]
    var random = SeededGenerator(20)
    for round in 0..<6000 {
      var text = ""
      for _ in 0..<Int.random(in: 10...24, using: &random) {
        let limit = round % 3 == 0 ? signs.count : round % 3 == 1 ? 11 : 9
        text.append(signs[Int.random(in: 0..<limit, using: &random)])
      }
      let bytes = Array(text.utf8)
      #expect(IdentifierInput.parse(text) == IdentifierInput.readField(bytes.span), "\(text)")
    }
    for grouping in GroupingTests.groupings {
      for separator in [" ", "-"] {
        let text = Pages.grouped("356938035643809", grouping, separator: separator)
        #expect(IdentifierInput.parse(text) == Self.plain.map { .imei($0) })
      }
    }
  }

  @Test("A lost leading zero is told by the check digit, nine times in ten")
  func lostZero() throws {
    var random = SeededGenerator(21)
    for _ in 0..<200 {
      let head = "01" + random.digits(12)
      let whole = head + String(Luhn.checkDigit(of: head.utf8.map { $0 - 0x30 }))
      for text in [String(whole.dropFirst()), whole.dropFirst() + ".0", "'" + whole.dropFirst()] {
        guard case .refused(let refusal) = IdentifierInput.parse(text) else {
          Issue.record("\(text) was taken")
          continue
        }
        #expect(refusal.code == .lostLeadingZero)
        #expect(refusal.suggestion?.digits == whole)
      }
    }
    var refused = 0
    for _ in 0..<2000 {
      if case .refused = IdentifierInput.parse("1" + random.digits(13)) { refused += 1 }
    }
    #expect((140...260).contains(refused))
    for _ in 0..<200 {
      #expect(IdentifierInput.parse("35" + random.digits(12)).imei != nil)
    }
  }

  @Test("Suggestions are shown, never taken")
  func suggestions() {
    let cases = [
      ("3.56938035643809E+14", "356938035643809"), ("3.57E+14", nil),
      ("35693803564380g", "356938035643809"),
      ("３５６９３８０３５６４３８０９", "356938035643809"), ("35693803564380E", nil),
      ("4999010640000", "004999010640000"),
    ]
    for (text, suggestion) in cases {
      guard case .refused(let refusal) = IdentifierInput.parse(text) else {
        Issue.record("\(text) was taken")
        continue
      }
      #expect(refusal.suggestion?.digits == suggestion, "\(text)")
    }
  }

  @Test("Long and odd input is refused without being read through")
  func hostile() {
    let long = String(repeating: "3", count: 5_000_000)
    #expect(IdentifierInput.parse(long) == .refused(.unreadablyLong(5_000_000)))
    for text in [
      "\u{202E}356938035643809", "356938035643809\u{0}", "\u{200B}35\u{AD}6938035643809",
    ] {
      #expect(IdentifierInput.parse(text).imei?.digits == "356938035643809")
    }
    #expect(IdentifierInput.parse(String(repeating: "'", count: 400)).imei == nil)
    #expect(IdentifierInput.parse("3" + String(repeating: "0", count: 400) + "E+999").imei == nil)
  }
}
