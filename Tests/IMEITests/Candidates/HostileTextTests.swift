import Testing

@testable import IMEI

@Suite("Hostile text")
struct HostileTextTests {
  /// Texts of about `count` characters, each built to be hard for one part of the search.
  static func texts(_ count: Int) -> [(String, String)] {
    func fill(_ piece: String) -> String {
      String(repeating: piece, count: max(1, count / piece.count))
    }
    return [
      ("digits", fill("7")), ("spaced digits", fill("3 5 ")), ("captions", fill("IMEI ")),
      ("captions with slots", fill("IMEI 1: ")), ("numbers", fill("356938035643809 ")),
      ("captioned numbers", fill("IMEI:356938035643809 ")), ("glued", fill("IMEI3")),
      ("dots", fill(".")), ("dots and digits", fill("3..")), ("masks", fill("*")),
      ("masked", fill("35*9 ")), ("letters", fill("a")), ("look-alikes", fill("O1l5 ")),
      ("slashes", fill("35 / ")), ("ideographs", fill("串号")), ("spaces", fill(" ")),
      ("words", fill("a b ")), ("others", fill("ICCID 89 ")), ("pluses", fill("+3 ")),
      ("bars", fill("|")), ("hashes", fill("#")), ("no", fill("IMEI no ")),
      ("marks", fill("IMEI:::: ")),
      ("SIM slots", fill("SIM 1 ")), ("combining", fill("5\u{301}")),
      ("fives", fill("35693 80356 43809 ")),
    ]
  }

  @Test("Work on one line grows in step with its length")
  func linearOnOneLine() {
    for (name, small) in Self.texts(10_000) {
      let scan = PageScan([TextLine(small, box: TextBox(x: 0, y: 0, width: 9000, height: 12))])
      #expect(scan.effort < 12 * small.count + 1000, "\(name): \(scan.effort)")
    }
  }

  @Test("A line of a million characters is searched in a bounded number of steps")
  func millionCharacters() {
    for piece in ["7", "IMEI:356938035643809 "] {
      let text = String(repeating: piece, count: 1_000_000 / piece.count)
      let scan = PageScan([TextLine(text, box: TextBox(x: 0, y: 0, width: 9000, height: 12))])
      #expect(scan.effort < 12 * 1_000_000)
      #expect(scan.result.unreadableCaptions >= 0)
    }
  }

  @Test("Many lines in one place, out of order and with senseless boxes end well")
  func senselessGeometry() {
    let boxes = [
      TextBox.zero, TextBox(x: .nan, y: .nan, width: .nan, height: .nan),
      TextBox(x: .infinity, y: 0, width: 1, height: 1), TextBox(x: 0, y: 0, width: -5, height: -5),
      TextBox(x: 1e300, y: -1e300, width: 1e300, height: 1e300),
      TextBox(x: 0, y: 0, width: 100, height: 0),
    ]
    var lines: [TextLine] = []
    for round in 0..<300 {
      lines.append(
        TextLine(round % 2 == 0 ? "IMEI" : "356938035643809", box: boxes[round % boxes.count]))
    }
    let list = CandidateFinder.find(in: lines)
    #expect(list.candidates.count == 150)
    #expect(list.candidates.allSatisfy { $0.box.x.isFinite })
  }

  @Test("Glyphs without boxes, lines without glyphs and no lines at all")
  func empties() {
    #expect(CandidateFinder.find(in: []) == CandidateList())
    #expect(CandidateFinder.find(in: [TextLine(glyphs: [], box: .zero)]) == CandidateList())
    let glyphs = "IMEI 356938035643809".map { Glyph(character: $0, confidence: .nan, box: .zero) }
    #expect(CandidateFinder.find(in: [TextLine(glyphs: glyphs, box: .zero)]).numbers.count == 1)
  }

  @Test("Any mixture of odd characters is searched without a crash and without an undoubted number")
  func oddCharacters() {
    let odd: [Character] = [
      "3", "5", "6", "9", " ", "-", "/", ".", "*", "#", "?", "I", "M", "E", "l", "O", "X", "|", "!",
      "+", ":", ";", ",", "…", "█", "串", "号", "٣", "３", "\u{202E}", "\u{200B}", "é", "5\u{301}",
      "5️⃣",
      "👨‍👩‍👧", "\u{0}", "\n", "\r\n", "\t", "Ω", "ﬁ", "Ⅷ", "①", "\u{FFFD}", "(", ")", "_", "%", "$",
      "@",
    ]
    var random = SeededGenerator(10)
    for _ in 0..<4000 {
      let count = Int.random(in: 1...60, using: &random)
      let text = String((0..<count).map { _ in odd.randomElement(using: &random) ?? " " })
      let list = Pages.find(text)
      #expect(list.undoubted.allSatisfy { $0.imei.checkDigit == .agrees && $0.caption != nil })
      _ = CandidateFinder.find(payload: text)
      _ = IdentifierInput.parse(text)
      _ = OtherIdentifier.identify(text)
    }
  }
}
