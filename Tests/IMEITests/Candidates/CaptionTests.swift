import Testing

@testable import IMEI

@Suite("What the words near a number say")
struct CaptionTests {
  static let digits = "356938035643809"

  @Test(
    "A caption of something else is a doubt, on the line, in the column and above",
    arguments: [
      ("IMSI", OtherIdentifier.Kind.imsi), ("IMSl", .imsi), ("1MSI:", .imsi), ("ICCID", .iccid),
      ("lCCID:", .iccid), ("EID:", .eid), ("E1D", .eid), ("MEID", .meid), ("ME1D:", .meid),
      ("SN:", .serial), ("S/N", .serial), ("P/N:", .serial), ("Serial No.", .serial),
      ("Serial Number:", .serial), ("Seriennummer:", .serial), ("Model:", .serial), ("EAN", .gtin),
      ("UPC:", .gtin), ("GTIN", .gtin), ("Card No:", .card), ("Tel:", .phone), ("Phone", .phone),
      ("Телефон:", .phone), ("Tracking No:", .tracking), ("AWB", .tracking),
      ("Order No:", .unknown),
      ("Order #", .unknown), ("Ref:", .unknown), ("Case no", .unknown), ("MAC:", .unknown),
      ("Wi-Fi:", .unknown), ("Bluetooth", .unknown), ("订单号：", .unknown), ("IMEI/SN:", .serial),
      ("Seal", .unknown), ("Device ID:", .unknown),
    ])
  func otherCaptions(caption: String, kind: OtherIdentifier.Kind) {
    let pages = [
      Pages.find("\(caption) \(Self.digits)"), Pages.find(caption, Self.digits),
      CandidateFinder.find(in: [
        Pages.line(caption, x: 0, y: 0), Pages.line(Self.digits, x: 200, y: 0),
      ]),
    ]
    for list in pages {
      #expect(list.numbers == [Self.digits], "\(caption)")
      #expect(list.candidates.first?.caption == nil)
      let context = list.candidates.first?.doubts.compactMap { doubt in
        if case .otherContext(let kind, _) = doubt { kind } else { nil }
      }
      #expect(context == [kind], "\(caption): \(list.slugs)")
    }
  }

  @Test(
    "Words that only resemble IMEI give no caption",
    arguments: [
      "timeline", "IMSI", "TIME", "Item", "MEI", "IME", "limelight", "1MS1", "MEID", "Email",

      "IMAGE", "IM EI",
    ])
  func resemblingWords(word: String) {
    #expect(Pages.find("\(word) \(Self.digits)").undoubted.isEmpty, "\(word)")
  }

  @Test("The nearest caption decides")
  func nearestDecides() {
    #expect(Pages.find("Order 12345 IMEI \(Self.digits)").undoubted.count == 1)
    #expect(Pages.find("IMEI 1 Order no. \(Self.digits)").undoubted.isEmpty)
    #expect(Pages.find("Order no.", "IMEI \(Self.digits)").undoubted.count == 1)
    #expect(Pages.find("IMEI", "Order \(Self.digits)").undoubted.isEmpty)
    #expect(Pages.find("IMEI 490154203237518", Self.digits).slugs == [[], ["noCaption"]])
    #expect(Pages.find("Serial R58M12ABCDE", Self.digits).slugs == [["noCaption"]])
  }

  @Test("A caption out of reach is none")
  func outOfReach() {
    let far = CandidateFinder.find(in: [
      Pages.line("IMEI", x: 0, y: 0), Pages.line(Self.digits, x: 0, y: 140),
    ])
    #expect(far.slugs == [["noCaption"]])
    let aside = CandidateFinder.find(in: [
      Pages.line("IMEI", x: 500, y: 0), Pages.line(Self.digits, x: 0, y: 20),
    ])
    #expect(aside.slugs == [["noCaption"]])
    let right = CandidateFinder.find(in: [
      Pages.line("IMEI", x: 400, y: 0), Pages.line(Self.digits, x: 0, y: 0),
    ])
    #expect(right.slugs == [["noCaption"]])
    #expect(Pages.find("IMEI is one two three four \(Self.digits)").slugs == [["noCaption"]])
    #expect(Pages.find("IMEI: 12; \(Self.digits)").slugs == [["noCaption"]])
  }

  @Test("Between caption and number a bar code's noise may stand, a line of words may not")
  func between() {
    let close = CandidateFinder.find(in: [
      Pages.line("IMEI", x: 0, y: 0), Pages.line("||||l|I||", x: 0, y: 14),
      Pages.line(Self.digits, x: 0, y: 28),
    ])
    #expect(close.slugs == [[]])
    let words = CandidateFinder.find(in: [
      Pages.line("IMEI", x: 0, y: 0), Pages.line("Purchase", x: 0, y: 14),
      Pages.line(Self.digits, x: 0, y: 28),
    ])
    #expect(words.slugs == [["noCaption"]])
  }

  /// Captions or words, each at a height, above a number that begins `gap` heights below the first.
  private func above(
    _ text: String, between: [(String, Double)] = [], gap: Double
  ) -> CandidateList {
    CandidateFinder.find(
      in: [Pages.line(text, x: 0, y: 0), Pages.line(Self.digits, x: 0, y: 12 + gap * 12)]
        + between.map { Pages.line($0.0, x: 0, y: 12 + $0.1 * 12) })
  }

  @Test(
    "A caption alone on its line counts up to ten heights above, bars between or not",
    arguments: ["IMEI", "IMEI:", "IMEI 1", "IMEI2:", "IMEI (slot 1)", "SIM 1 IMEI:"])
  func aloneFarAbove(caption: String) {
    for gap in [1.0, 4, 9.9] {
      #expect(above(caption, gap: gap).slugs == [[]], "\(caption), \(gap)")
      let bars = above(caption, between: [("||||l|I||", gap / 3)], gap: gap)
      #expect(bars.slugs == [[]], "\(caption), bars, \(gap)")
    }
    #expect(above(caption, gap: 10.1).slugs == [["noCaption"]])
  }

  @Test("A caption far above does not count over other text")
  func farAboveOverText() {
    for text in ["Purchase", "Model number SM-G991B", "Keep this label"] {
      let list = above("IMEI", between: [(text, 3)], gap: 8)
      #expect(list.undoubted.isEmpty, "\(text)")
    }
  }

  @Test(
    "A caption that has lost its first letter counts only with a slot behind it",
    arguments: ["MEI (SIM 2)", "MEI 1", "MEI (slot 1):", "MEI2"])
  func captionWithoutFirstLetter(caption: String) {
    #expect(Pages.find("\(caption) \(Self.digits)").undoubted.count == 1, "\(caption)")
    #expect(Pages.find("Wi-Fi \(caption) \(Self.digits)").undoubted.isEmpty || caption == "MEI2")
  }

  @Test("MEID and a bare MEI stay what they are", arguments: ["MEID", "MEID 1", "MEI", "MEI:"])
  func noCaptionWithoutSlot(caption: String) {
    #expect(Pages.find("\(caption) \(Self.digits)").undoubted.isEmpty, "\(caption)")
  }

  @Test("Prose that mentions IMEI far above is no caption", arguments: [3.0, 6, 9])
  func proseFarAbove(gap: Double) {
    for text in ["Keep the IMEI of this device secret", "Your IMEI number is unique worldwide"] {
      #expect(above(text, gap: 1).slugs == [[]], "\(text), near")
      #expect(above(text, gap: gap).slugs == [["noCaption"]], "\(text)")
    }
  }

  @Test("A heading governs the block of numbers below it")
  func block() {
    let list = Pages.find("IMEI", "356938035643809", "356938035643817", "490154203237518")
    #expect(list.undoubted.count == 3)
    #expect(list.unreadableCaptions == 0)
  }

  @Test("A caption digit is neither glued on nor cut off")
  func captionDigits() {
    // Fifteen of sixteen digits are offered to a person only when a slot, an allocated body and the check
    // digit all speak for it.
    #expect(Pages.find("IMEI1356938035643809").slugs == [["notWholeToken"]])
    #expect(Pages.find("IMEI1356938035643808").candidates.isEmpty)
    #expect(Pages.find("IMEI1356938035643808").unreadableCaptions == 1)
    #expect(Pages.find("IMEI 5356938035643809").candidates.isEmpty)
    #expect(Pages.find("IMEI2 35693803564380").slugs == [["checkDigitAbsent"]])
    #expect(Pages.find("IMEI356938035643809").slugs == [["notWholeToken"]])
    // 866915031405691 with a 2 before it would read 2866915031405691 or 286691503140569.
    #expect(Pages.find("IMEI2: 866915/03/140569/1").numbers == ["866915031405691"])
    #expect(Pages.find("IMEI 2 866915/03/140569/1").numbers == ["866915031405691"])
    #expect(!Pages.find("IMEI2: 866915/03/140569").numbers.contains("286691503140569"))
  }

  @Test("An IMEI beside what else a screen shows")
  func wholeScreen() {
    let list = Pages.find(
      "About phone", "Model number SM-G991B", "Serial number R58M12ABCDE", "IMEI (slot 1)",
      "35-693803-564380-9", "IMEI (slot 2)", "35-693803-564381-7", "ICCID 8949 0200 0012 3456 7892",
      "EID", "89049032123451234512345678901235", "MEID 35693803564380", "Wi-Fi 00:1E:C9:47:D4:9B",
      "Phone number +44 7700 900123")
    #expect(list.undoubted.map(\.imei.digits) == ["356938035643809", "356938035643817"])
    #expect(list.candidates.count == 2)
    #expect(Set(list.others.map(\.kind)).isSuperset(of: [.iccid, .eid, .serial, .phone]))
    #expect(list.unreadableCaptions == 0)
  }

  @Test("MEID digits stand for review only where no IMEI of the same equipment does")
  func meid() {
    #expect(Pages.find("MEID 35693803564380").slugs == [["checkDigitAbsent", "otherContext"]])
    #expect(Pages.find("MEID 356938035643809").slugs == [["otherContext"]])
    #expect(Pages.find("MEID 35693803564380", "IMEI 356938035643809").slugs == [[]])
    #expect(Pages.find("IMEI/MEID: A0000044B85495").others.map(\.kind) == [.meid])
    #expect(Pages.find("IMEI/MEID: A0000044B85495").unreadableCaptions == 0)
  }
}
