import Testing

@testable import IMEI

@Suite("Letters for digits, masks")
struct LookAlikeTests {
  static let digits = "350617082496385"
  static let letters: [(Character, UInt8)] = [
    ("O", 0), ("o", 0), ("Q", 0), ("D", 0), ("I", 1), ("l", 1), ("i", 1), ("Z", 2), ("z", 2),
    ("S", 5),
    ("s", 5), ("G", 6), ("b", 6), ("B", 8), ("g", 9), ("q", 9), ("О", 0), ("З", 3),
  ]

  @Test("Every look-alike at every place where its digit stands is mapped, recorded and doubted")
  func everyLookAlike() throws {
    let list = Array(Self.digits)
    for (letter, digit) in Self.letters {
      for place in list.indices where list[place].wholeNumberValue == Int(digit) {
        var changed = list
        changed[place] = letter
        for grouping in [[15], [2, 6, 6, 1], [8, 6, 1]] {
          let number = Pages.grouped(String(changed), grouping, separator: " ")
          let found = Pages.find("IMEI: \(number)")
          let candidate = try #require(found.candidates.first, "\(number)")
          #expect(candidate.imei.digits == Self.digits)
          #expect(
            candidate.substitutions
              == [Substitution(position: place, printed: letter, digit: digit)])
          #expect(candidate.doubts.contains(.lookAlikes(candidate.substitutions)))
        }
      }
    }
  }

  @Test("At most three letters are mapped, and only among digits")
  func limits() {
    #expect(Pages.find("IMEI: 35O6I7O8249638S").candidates.isEmpty)
    #expect(Pages.find("IMEI: 35O6I7O82496385").candidates.first?.substitutions.count == 3)
    #expect(Pages.find("IMEI: OOOOOOOOOOOOOOO").candidates.isEmpty)
    #expect(Pages.find("IMEI: 3SO6I7 O8Z4 96385").candidates.isEmpty)
    #expect(Pages.find("IMEI: 35061708249638X").candidates.isEmpty)
    #expect(Pages.find("IMEI: 35061708249638E").candidates.isEmpty)
  }

  @Test(
    "Masked numbers give no candidate and are counted when captioned",
    arguments: ["?", "*", "•", "X", "x", "#", "…", "█", "●", "×", "..", "***", "XX", "??"])
  func masked(mask: String) {
    for place in 1..<15 {
      for width in [mask.count, 1, 4] where place + width <= 15 {
        let number =
          String(Self.digits.prefix(place)) + mask + String(Self.digits.dropFirst(place + width))
        let list = Pages.find("IMEI: \(number)")
        #expect(list.candidates.isEmpty, "\(number)")
        #expect(list.unreadableCaptions == 1, "\(number)")
        #expect(Pages.find(number).candidates.isEmpty, "\(number)")
        #expect(Pages.find(number).unreadableCaptions == 0)
      }
    }
  }

  @Test(
    "A caption without a number is counted once",
    arguments: [
      ("IMEI: XXXXXXXXXXXXXXX", 1), ("IMEI:", 1), ("IMEI 1", 1), ("IMEI", 1),
      ("IMEI: ...........", 1),
      ("IMEI 35693803", 1), ("IMEI: unknown", 1), ("IMEI 356938 0356", 1), ("IMEI information", 0),
      ("Dial *#06# to see your IMEI", 0), ("*#06#", 0), ("Your IMEI is shown below", 0),
      ("IMEI1: 3569380 IMEI2: 3569380", 2), ("IMEI: 356938035643809", 0),
      ("IMEI:XXXXXXXXXXXXXXX IMEI2: 356938035643809", 1),
    ])
  func unreadable(text: String, count: Int) {
    #expect(Pages.find(text).unreadableCaptions == count, "\(text)")
  }

  @Test("A heading above captioned lines is not counted, a bare caption above nothing is")
  func headings() {
    #expect(
      Pages.find("IMEI", "IMEI 1: 356938035643809", "IMEI 2: 356938035643817").unreadableCaptions
        == 0)
    #expect(Pages.find("IMEI", "3569?8035643809").unreadableCaptions == 1)
    #expect(
      Pages.find("IMEI 1", "356938035643809", "IMEI 2", "█████████████").unreadableCaptions == 1)
  }

  @Test("Digits of other scripts are refused, not read")
  func foreignDigits() {
    for number in ["３５６９３８０３５６４３８０９", "٣٥٦٩٣٨٠٣٥٦٤٣٨٠٩", "३५६९३८०३५६४३८०९", "35693803564380٩"] {
      let list = Pages.find("IMEI: \(number)")
      #expect(list.candidates.isEmpty)
      #expect(list.unreadableCaptions == 1)
    }
  }
}
