import Testing

@testable import IMEI

@Suite("Random pages")
struct PropertyTests {
  static let words = [
    "ICCID", "EID", "Serial", "Order", "Ref", "Phone", "Model", "MAC", "Date", "Case", "Box", "Qty",
    "SN:",
    "S/N", "No.", "Tel", "for", "the", "A-12", "v2.1", "GB", "(1)", "TIME", "IMSI", "MEID",
  ]

  @Test("Lines without the caption never give a number without doubt")
  func withoutCaption() {
    var random = SeededGenerator(11)
    for _ in 0..<1500 {
      let rows = (0..<Int.random(in: 1...5, using: &random)).map { _ in Self.row(&random) }
      let list = CandidateFinder.find(in: Pages.lines(rows))
      #expect(list.undoubted.isEmpty, "\(rows)")
    }
  }

  @Test("What is found without doubt stands there whole under the caption")
  func wholeUnderCaption() {
    var random = SeededGenerator(12)
    var seen = 0
    for _ in 0..<2000 {
      var rows = (0..<Int.random(in: 1...4, using: &random)).map { _ in Self.row(&random) }
      let imei = random.imei()
      rows.insert("IMEI: \(imei)", at: Int.random(in: 0...rows.count, using: &random))
      let list = CandidateFinder.find(in: Pages.lines(rows))
      #expect(list.undoubted.map(\.imei.digits) == [imei], "\(rows)")
      seen += list.undoubted.count
    }
    #expect(seen == 2000)
  }

  @Test("Digits found are the digits printed, in order, with their boxes and confidences")
  func digitsArePrinted() {
    var random = SeededGenerator(13)
    for round in 0..<500 {
      let imei = random.imei()
      let grouping = GroupingTests.groupings[round % GroupingTests.groupings.count]
      let text = "IMEI \(round % 2 + 1): " + Pages.grouped(imei, grouping, separator: " ")
      var line = Pages.line(text, x: 5, y: 7)
      for place in line.glyphs.indices { line.glyphs[place].confidence = Double(place) / 100 }
      let candidate = CandidateFinder.find(in: [line]).candidates.first
      #expect(candidate?.imei.digits == imei)
      #expect(candidate?.digitBoxes.count == 15)
      #expect(candidate?.digitConfidences.count == 15)
      for (place, box) in (candidate?.digitBoxes ?? []).enumerated() {
        let glyph = line.glyphs.first { $0.box == box }
        #expect(glyph.map { String($0.character) } == String(Array(imei)[place]))
        #expect(glyph?.confidence == candidate?.digitConfidences[place])
      }
      #expect(candidate?.box.x == candidate?.digitBoxes.first?.x)
      #expect(candidate?.box.maxX == candidate?.digitBoxes.last?.maxX)
    }
  }

  @Test("The order of the lines given does not matter; the order found is reading order")
  func orderOfLines() {
    var random = SeededGenerator(14)
    for _ in 0..<200 {
      let numbers = (0..<6).map { _ in random.imei() }
      var lines: [TextLine] = []
      for (place, number) in numbers.enumerated() {
        let x = Double(place % 2) * 400
        lines.append(
          Pages.line("IMEI \(number)", x: x, y: Double(place / 2) * 40 + Double(place % 2)))
      }
      let straight = CandidateFinder.find(in: lines)
      #expect(straight.numbers == numbers)
      #expect(CandidateFinder.find(in: lines.shuffled(using: &random)) == straight)
    }
  }

  @Test("A number whose check digit differs is reported as printed under every change of one digit")
  func wrongCheckDigit() {
    var random = SeededGenerator(15)
    for _ in 0..<40 {
      let imei = random.imei()
      for place in 2..<15 {
        var bytes = Array(imei.utf8)
        bytes[place] = 0x30 + (bytes[place] - 0x30 + 3) % 10
        let changed = String(decoding: bytes, as: UTF8.self)
        let list = Pages.find("IMEI \(changed)")
        #expect(list.numbers == [changed])
        #expect(list.undoubted.isEmpty)
      }
    }
  }

  /// A row of words, digit runs and other numbers, none of them the caption.
  private static func row(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...4, using: &random)).map { _ in
      switch Int.random(in: 0...6, using: &random) {
      case 0: random.digits(Int.random(in: 1...40, using: &random))
      case 1: random.iccid(19)
      case 2: random.eid()
      case 3: Pages.grouped(random.digits(16), [4, 4, 4, 4], separator: " ")
      case 4: random.imei()
      default: words.randomElement(using: &random) ?? ""
      }
    }.joined(separator: " ")
  }
}
