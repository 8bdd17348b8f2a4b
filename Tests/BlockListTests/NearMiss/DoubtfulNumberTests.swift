import IMEI
import Testing

@testable import BlockList

@Suite("Doubtful numbers")
struct DoubtfulNumberTests {
  private func refusalFor(_ text: String) -> InputRefusal? {
    do {
      _ = try DoubtfulNumber(masked: text)
      return nil
    } catch { return error }
  }

  private func places(_ text: String) throws -> [[DigitChance]] {
    guard case .places(let places) = try DoubtfulNumber(masked: text).form else { return [] }
    return places
  }

  @Test("Every mask means the same", arguments: ["?", "*", "#", "x", "X", "_", "•"])
  func masks(mask: String) throws {
    #expect(try places("35693\(mask)035643809") == places("35693?035643809"))
    #expect(try places("35693\(mask)035643809")[5] == DigitChance.anyDigit)
  }

  @Test("Separators are no places")
  func separators() throws {
    #expect(try places(" 35-693?03 5643/80.9\t") == places("35693?035643809"))
  }

  @Test("Without a check digit, or with a masked one, 14 places are searched")
  func checkDigit() throws {
    #expect(try places("35693?03564380").count == 14)
    #expect(try places("35693?03564380?") == places("35693?03564380"))
    #expect(try places("35693?0356438012") == places("35693?03564380"))
    #expect(try places("35693?035643809").count == 15)
  }

  @Test(
    "What cannot be searched is refused with what to do",
    arguments: [
      ("", InputRefusal.Code.empty), ("- -", .empty), ("35693?03564", .tooShort),
      ("35693?03564380912", .tooLong), ("356938035643809", .masked),
      ("???????35643809", .masked), ("35693y035643809", .notDigits),
      ("35693?035643809\u{1B}[31m", .notDigits), ("٣٥693?035643809", .notDigits),
      ("3569380356438012", .masked), ("35693803564380??", .masked),
    ])
  func refused(text: String, code: InputRefusal.Code) throws {
    let refusal = try #require(refusalFor(text))
    #expect(refusal.code == code)
    #expect(!refusal.cure.isEmpty)
    #expect(refusal.message.unicodeScalars.allSatisfy(VisibleText.isPrintable))
  }

  @Test("A text of a hundred million masks is refused unread")
  func long() {
    #expect(refusalFor(String(repeating: "?", count: 100_000_000))?.code == .tooLong)
  }

  @Test("Chances of one place are brought to a sum of 1, digits named twice added up")
  func normalised() throws {
    var digits = [[DigitChance]](repeating: DigitChance.certain(1), count: 15)
    digits[3] = [
      DigitChance(digit: 8, probability: 2), DigitChance(digit: 3, probability: 1),
      DigitChance(digit: 8, probability: 1), DigitChance(digit: 5, probability: 0),
    ]
    let number = try #require(DoubtfulNumber(digits: digits))
    guard case .places(let places) = number.form else {
      Issue.record("no places")
      return
    }
    #expect(
      places[3] == [
        DigitChance(digit: 3, probability: 0.25), DigitChance(digit: 8, probability: 0.75),
      ])
  }

  @Test(
    "Places without a possible digit are no number",
    arguments: [
      [], [DigitChance(digit: 10, probability: 1)], [DigitChance(digit: 1, probability: 0)],
      [DigitChance(digit: 1, probability: -1)], [DigitChance(digit: 1, probability: .nan)],
      [DigitChance(digit: 1, probability: .infinity)],
    ])
  func noNumber(chances: [DigitChance]) {
    let certain = [[DigitChance]](repeating: DigitChance.certain(1), count: 14)
    #expect(DoubtfulNumber(digits: certain + [chances]) == nil)
    #expect(DoubtfulNumber(digits: certain.dropLast()) == nil)
    #expect(DoubtfulNumber(digits: certain) != nil)
  }
}
