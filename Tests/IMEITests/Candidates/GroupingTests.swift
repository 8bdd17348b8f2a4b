import Testing

@testable import IMEI

@Suite("Groupings and captions")
struct GroupingTests {
  static let digits = "356938035643809"
  static let groupings: [[Int]] = [
    [15], [14, 1], [8, 6, 1], [8, 7], [6, 2, 6, 1], [6, 2, 7], [2, 6, 6, 1], [2, 6, 7],
    [2, 12, 1], [6, 8, 1],
    [4, 4, 4, 3], [5, 5, 5],
    [3, 3, 3, 3, 3],
  ]
  static let separators = [" ", "-", "/", ".", " - ", " / ", "\u{2013}", "\u{A0}"]
  /// Caption and the slot it names.
  static let captions: [(String, Int?)] = [
    ("IMEI ", nil), ("IMEI: ", nil), ("IMEI:", nil), ("IMEI1: ", 1), ("IMEI1 ", 1), ("IMEI2:", 2),
    ("IMEI 1 ", 1), ("IMEI 1: ", 1), ("IMEI 2  ", 2), ("IMEI (1) ", 1), ("IMEI #2: ", 2),
    ("IMEI/MEID ", nil), ("IMEI / MEID: ", nil), ("IMEI/MEID 2: ", 2), ("MEID/IMEI: ", nil),
    ("IMEI (slot 1) ", 1), ("IMEI (sim slot 2): ", 2), ("IMEI (SIM 1): ", 1), ("IMEI SIM2 ", 2),
    ("SIM 1 IMEI: ", 1), ("SIM2 IMEI ", 2), ("Slot 1: IMEI ", 1), ("IMEI No. ", nil),
    ("IMEI no: ", nil), ("IMEI-1: ", 1), ("IMEI-2 ", 2), ("IMEI Number: ", nil),
    ("IMEI-Nummer: ", nil), ("Номер IMEI: ", nil), ("Code IMEI : ", nil), ("IMEI = ", nil),
    ("imei ", nil), ("Imei: ", nil), ("IMEI番号：", nil), ("串号：", nil), ("手机串号 ", nil),
    ("lMEI ", nil), ("IME1: ", nil), ("1MEI ", nil), ("IMEl 2: ", 2), ("1ME1 1 ", 1),
    ("IMFI: ", nil),
    ("INEI: ", nil), ("|MEI ", nil), ("IrnEI: ", nil), ("MEI2: ", 2), ("ІМЕІ: ", nil),
    ("Device IMEI: ", nil),
    ("deviceImei=", nil), ("IMEI ....... ", nil), ("IMEI -> ", nil), ("* IMEI: ", nil),
  ]
  /// Captions with another word before them that names a number too: read where they touch it.
  static let mixedCaptions: [(String, Int?)] = [
    ("MEID, IMEI 1: ", 1), ("Serial and IMEI: ", nil), ("Order 123 IMEI: ", nil),
  ]

  @Test("Every grouping is read under every caption with every separator")
  func everyGroupingUnderEveryCaption() {
    for (caption, slot) in Self.captions + Self.mixedCaptions {
      for grouping in Self.groupings {
        for separator in grouping == [15] ? [""] : Self.separators {
          let text = caption + Pages.grouped(Self.digits, grouping, separator: separator)
          let list = Pages.find(text)
          #expect(list.numbers == [Self.digits], "\(text)")
          #expect(list.undoubted.count == 1, "\(text): \(list.slugs)")
          #expect(list.candidates.first?.caption?.slot == slot, "\(text)")
          #expect(list.candidates.first?.grouping == grouping, "\(text)")
          #expect(list.unreadableCaptions == 0, "\(text)")
        }
      }
    }
  }

  @Test("A plus behind a caption is a misread colon, and reason enough for a person's look")
  func aPlusBehindACaption() {
    for text in ["IMEI +\(Self.digits)", "IMEI + \(Self.digits)", "IMEI +35 693803 564380 9"] {
      let list = Pages.find(text)
      #expect(list.numbers == [Self.digits], "\(text)")
      #expect(list.candidates.first?.doubts == [.notWholeToken], "\(text)")
    }
    #expect(Pages.find("IMEI", "+49 170 1234567").numbers.isEmpty)
    #expect(Pages.find("Tel. +\(Self.digits)").numbers.isEmpty)
  }

  @Test("A slot digit, or a letter of the caption, lost in the number: for a person's look")
  func aCaptionThatRunsIntoTheNumber() {
    for text in ["IMEI1\(Self.digits)", "IMEI 2\(Self.digits)", "IME\(Self.digits)"] {
      let list = Pages.find(text)
      #expect(list.numbers == [Self.digits], "\(text)")
      #expect(list.candidates.first?.doubts == [.notWholeToken], "\(text)")
    }
    #expect(Pages.find("IMEI 1\(Self.digits)").candidates.first?.caption?.slot == 1)
    // A check digit that differs, a software version, no slot, nothing that says IMEI, one more digit.
    for text in [
      "IMEI 1356938035643808", "IMEISV 1\(Self.digits)", "IMEI 3\(Self.digits)",
      "Tel. 1\(Self.digits)", "IMEI 1\(Self.digits)0", "IME\(Self.digits)7",
    ] {
      #expect(!Pages.find(text).numbers.contains(Self.digits), "\(text)")
    }
  }

  @Test("The same holds with the caption on the line above and in the column on the left")
  func captionsAboveAndLeft() {
    for (caption, slot) in Self.captions {
      for grouping in Self.groupings {
        let number = Pages.grouped(Self.digits, grouping, separator: " ")
        let above = Pages.find(caption, number)
        #expect(above.undoubted.map(\.imei.digits) == [Self.digits], "\(caption) above")
        #expect(above.candidates.first?.caption?.place == .above)
        #expect(above.candidates.first?.caption?.slot == slot)
        let left = CandidateFinder.find(in: [
          Pages.line(number, x: 250, y: 100), Pages.line(caption, x: 0, y: 101),
        ])
        #expect(left.undoubted.map(\.imei.digits) == [Self.digits], "\(caption) left")
        #expect(left.candidates.first?.caption?.place == .leftColumn)
        #expect(left.candidates.first?.caption?.slot == slot)
      }
    }
  }

  @Test("Without a caption every grouping is found and doubted")
  func withoutCaption() {
    for grouping in Self.groupings {
      let list = Pages.find(Pages.grouped(Self.digits, grouping, separator: " "))
      #expect(list.numbers == [Self.digits])
      #expect(list.slugs == [["noCaption"]])
    }
  }

  @Test("A software version behind the number is kept apart")
  func softwareVersion() {
    for grouping in Self.groupings {
      for suffix in ["/01", " / 01", "/ 01", " /01"] {
        let number = Pages.grouped(Self.digits, grouping, separator: " ")
        let list = Pages.find("IMEI: " + number + suffix)
        #expect(list.undoubted.map(\.imei.digits) == [Self.digits], "\(number)\(suffix)")
        #expect(list.candidates.first?.softwareVersion == "01")
      }
    }
    #expect(
      Pages.find("IMEI 356938035643809 / 99").candidates.first?.flags == [
        "reserved software version 99"
      ])
  }

  @Test(
    "No other grouping that adds up to 15 is accepted",
    arguments: [
      [1, 14], [2, 13], [7, 8], [6, 6, 3], [6, 9], [8, 2, 5], [3, 4, 4, 4], [10, 5],
      [1, 2, 6, 6], [4, 4, 3, 4], [5, 10], [12, 3], [1, 6, 8],
    ])
  func otherGroupings(grouping: [Int]) {
    let number = Pages.grouped(Self.digits, grouping, separator: " ")
    #expect(Pages.find(number).candidates.isEmpty)
    let list = Pages.find("IMEI: " + number)
    #expect(list.undoubted.isEmpty)
    #expect(list.candidates.allSatisfy { $0.doubts.contains(.unknownGrouping) })
  }

  @Test("Mixed separators are doubted")
  func mixedSeparators() {
    #expect(Pages.find("IMEI: 35-693803 564380 9").slugs == [["unknownGrouping"]])
  }

  @Test(
    "16 digits are an IMEISV only by caption or telling groups",
    arguments: [
      ("IMEISV: 3569380356438042", true), ("IMEISV 35693803564380 42", true),
      ("IMEI SV: 35-693803-564380-42", true), ("35693803 564380 42", true),
      ("IMEI-SV 3569 3803 5643 8042", true), ("3569380356438042", false),
      ("IMEI: 3569380356438042", false), ("3569 3803 5643 8042", false),
    ])
  func imeisv(text: String, isFound: Bool) {
    let list = Pages.find(text)
    #expect(list.numbers == (isFound ? ["35693803564380"] : []), "\(text)")
    #expect(list.candidates.allSatisfy { $0.softwareVersion == "42" })
    #expect(list.candidates.allSatisfy { $0.doubts.contains(.checkDigitAbsent) })
    if !isFound { #expect(!list.others.isEmpty) }
  }

  @Test("14 digits count only under a caption, and never without doubt")
  func fourteenDigits() {
    for grouping in [[14], [8, 6], [2, 6, 6], [6, 2, 6]] {
      let number = Pages.grouped("35693803564380", grouping, separator: " ")
      #expect(Pages.find("IMEI: " + number).slugs == [["checkDigitAbsent"]])
      #expect(Pages.find(number).candidates.isEmpty)
    }
  }

  @Test("Several numbers on one line each keep their own caption")
  func severalNumbers() {
    let both = ["356938035643809", "356938035643817"]
    let list = Pages.find("IMEI1: \(both[0]) IMEI2: \(both[1])")
    #expect(list.numbers == both)
    #expect(list.candidates.map { $0.caption?.slot } == [1, 2])
    for between in [" ", " / ", "/", ", ", "    "] {
      #expect(Pages.find("IMEI: " + both.joined(separator: between)).undoubted.count == 2)
    }
    let heads = Pages.find("IMEI 1             IMEI 2", "\(both[0])    \(both[1])")
    #expect(heads.undoubted.map { $0.caption?.slot } == [1, 2])
  }
}
