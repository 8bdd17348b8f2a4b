import Testing

@testable import IMEI

@Suite("Numbers that are no IMEI")
struct NegativeTests {
  /// Whether any 15 neighbouring digits pass the check digit.
  static func hasWindow(_ text: String) -> Bool {
    let digits = text.utf8.map { $0 - 0x30 }
    return (0...digits.count - 15).contains { Luhn.isValid(digits[$0..<$0 + 15]) }
  }

  @Test("No ICCID or EID with an agreeing window yields a candidate, in any print")
  func simNumbers() {
    var random = SeededGenerator(6)
    var tried = 0
    let prints: [[Int]] = [
      [], [4, 4, 4, 4], [5, 5, 5], [6, 6, 6], [2, 15], [4, 15], [5, 15], [8, 8, 8],
      [3, 3, 3, 3, 3],
    ]
    while tried < 300 {
      let number = [random.iccid(19), random.iccid(20), random.eid()][tried % 3]
      guard Self.hasWindow(number) else { continue }
      tried += 1
      for print in prints {
        let rest = number.count - print.reduce(0, +)
        guard rest >= 0 else { continue }
        let text = Pages.grouped(number, print + (rest > 0 ? [rest] : []), separator: " ")
        for caption in ["", "ICCID ", "IMEI ", "EID: ", "Nr "] {
          #expect(Pages.find(caption + text).candidates.isEmpty, "\(caption)\(text)")
        }
        #expect(CandidateFinder.find(payload: text).candidates.isEmpty, "\(text)")
      }
    }
  }

  @Test("No 15 digits are cut out of a longer or shorter run of any length")
  func runs() {
    var random = SeededGenerator(7)
    for length in 1...60 where length != 15 {
      for _ in 0..<20 {
        let digits = random.digits(length)
        for caption in ["", "IMEI: "] {
          let list = Pages.find(caption + digits)
          let allowed = length == 14 && !caption.isEmpty ? [digits] : []
          #expect(list.numbers == allowed, "\(caption)\(digits)")
        }
      }
    }
  }

  @Test("A wrapped EID or ICCID yields nothing, wherever it breaks")
  func wrapped() {
    var random = SeededGenerator(8)
    for round in 0..<20 {
      let eid = random.eid()
      let iccid = random.iccid(round % 2 == 0 ? 19 : 20)
      for (caption, number) in [("EID", eid), ("ICCID", iccid)] {
        for cut in 1..<number.count {
          let first = String(number.prefix(cut))
          let second = String(number.dropFirst(cut))
          let beside = Pages.find("\(caption): \(first)", second)
          #expect(beside.candidates.isEmpty, "\(caption): \(first) / \(second)")
          let below = Pages.find(caption, first, second)
          #expect(below.candidates.isEmpty, "\(caption) / \(first) / \(second)")
          if cut >= 8 {
            let bare = Pages.find(first, second)
            #expect(bare.candidates.isEmpty, "\(first) / \(second)")
            // A first piece that is a whole SIM number by itself is taken for one.
            let isWhole = OtherIdentifier.identify(first).contains {
              $0.kind == .iccid && $0.isChecked
            }
            #expect(isWhole || bare.others.contains { $0.value == number }, "\(first) / \(second)")
          }
        }
      }
      let pieces = Pages.find(
        "EID", Pages.grouped(eid, [8], separator: ""), String(eid.dropFirst(8).prefix(8)),
        String(eid.dropFirst(16).prefix(15)), String(eid.suffix(1)))
      #expect(pieces.candidates.isEmpty)
      #expect(pieces.others.map(\.value) == [eid])
    }
  }

  @Test("A whole EID above does not swallow the IMEI below")
  func eidThenIMEI() {
    var random = SeededGenerator(9)
    for _ in 0..<50 {
      let imei = random.imei()
      #expect(
        Pages.find("EID \(random.eid())", "IMEI \(imei)").undoubted.map(\.imei.digits) == [imei])
      #expect(Pages.find("EID", random.eid(), "IMEI", imei).undoubted.map(\.imei.digits) == [imei])
      #expect(Pages.find("ICCID", random.iccid(19), "IMEI2:", imei).undoubted.count == 1)
      #expect(
        Pages.find("ICCID \(random.iccid(20))", imei).slugs.first?.contains("noCaption") == true)
    }
  }

  @Test(
    "Telephone numbers, parcels, cards, dates and codes yield nothing without doubt",
    arguments: [
      "+49 356938035643809", "+356938035643809", "Tel. +44 (0)20 7946 0958", "005-3379497200006",
      "31001171800000017989625355702636", "1Z5R89390357567127", "RR473124829GB",
      "2026-11-21 10:20:30",
      "356938035643809-2", "A-356938035643809", "356938035643809A", "A356938035643809",
      "356938035643809,50", "356938035643809.5", "$356938035643809", "356938035643809%",
      "3B8A0092036393150001070100", "00:1E:C9:47:D4:9B:35:69", "268435462812080277",
      "4111 1111 1111 1111", "IMEI 3569 38035643809 12", "12/11/2026 356938035643809",
      "0x356938035643809", "356938035643809 356938035643809 3",
    ])
  func others(text: String) {
    #expect(Pages.find(text).undoubted.isEmpty, "\(text): \(Pages.find(text).slugs)")
    #expect(CandidateFinder.find(payload: text).undoubted.isEmpty, "\(text)")
  }

  @Test("Digits of a neighbouring column that touch are a doubt or a SIM's number")
  func neighbouringColumns() {
    let touching = CandidateFinder.find(in: [
      Pages.line("8949", x: 0, y: 0), Pages.line("356938035643809", x: 34, y: 0),
    ])
    #expect(touching.candidates.isEmpty)
    let other = CandidateFinder.find(in: [
      Pages.line("12", x: 0, y: 0), Pages.line("356938035643809", x: 18, y: 0),
    ])
    #expect(other.slugs == [["noCaption", "notWholeToken"]])
    let apart = CandidateFinder.find(in: [
      Pages.line("12", x: 0, y: 0), Pages.line("356938035643809", x: 80, y: 0),
    ])
    #expect(apart.slugs == [["noCaption"]])
  }

  @Test("American Express, subscribers, test and unassigned codes are doubted even under a caption")
  func looksLikeOthers() {
    #expect(
      Pages.find("IMEI 378282246310005").slugs == [["reportingBodyUnassigned", "looksLikeOther"]])
    #expect(Pages.find("262011234567890").slugs.first?.contains("looksLikeOther") == true)
    #expect(Pages.find("IMEI 001012345678905").slugs.first?.contains("reportingBodyTest") == true)
    #expect(Pages.find("IMEI 358240051111110").slugs == [["placeholder"]])
    #expect(Pages.find("IMEI 000000000000000").slugs == [["reportingBodyTest", "placeholder"]])
    #expect(
      Pages.find("IMEI 490154203237518").candidates.first?.flags == ["historic reporting body"])
    #expect(Pages.find("IMEI 490154203237518").slugs == [[]])
  }
}
