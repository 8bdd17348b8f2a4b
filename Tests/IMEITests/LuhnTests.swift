import Testing

@testable import IMEI

@Suite("Luhn")
struct LuhnTests {
  static let samples: [[UInt8]] = {
    var random = SeededGenerator(1)
    return (0..<200).map { _ in random.imei().utf8.map { $0 - 0x30 } }
  }()

  @Test(
    "Published numbers agree",
    arguments: ["490154203237518", "356938035643809", "79927398713", "4111111111111111", "18"])
  func published(text: String) {
    #expect(Luhn.isValid(text.utf8.map { $0 - 0x30 }))
  }

  @Test("Every change of one digit is noticed, at every place, in 200 numbers")
  func singleChanges() {
    for digits in Self.samples {
      for place in digits.indices {
        for wrong in UInt8(0)...9 where wrong != digits[place] {
          var changed = digits
          changed[place] = wrong
          #expect(!Luhn.isValid(changed))
        }
      }
    }
  }

  @Test("Every swap of neighbours is noticed but 09 and 90, for all pairs at all places")
  func adjacentSwaps() {
    for digits in Self.samples.prefix(40) {
      for place in 0..<13 {
        for left in UInt8(0)...9 {
          for right in UInt8(0)...9 where left != right {
            var body = Array(digits.dropLast())
            body[place] = left
            body[place + 1] = right
            let check = Luhn.checkDigit(of: body)
            body.swapAt(place, place + 1)
            let unnoticed = Luhn.isValid(body + [check])
            #expect(unnoticed == ([left, right].sorted() == [0, 9]))
          }
        }
      }
    }
  }

  @Test("Exactly one of ten last digits agrees")
  func oneInTen() {
    for digits in Self.samples {
      let agreeing = (UInt8(0)...9).filter { Luhn.isValid(digits.dropLast() + [$0]) }
      #expect(agreeing == [Luhn.checkDigit(of: digits.dropLast())])
    }
  }

  @Test("The number form gives the same check digit as the digit form")
  func numberForm() {
    for digits in Self.samples {
      let body = digits.dropLast().reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
      #expect(Luhn.checkDigit(ofBody: body) == Luhn.checkDigit(of: digits.dropLast()))
    }
  }

  @Test("Lengths of both parities are weighted from the right")
  func parity() {
    #expect(Luhn.checkDigit(of: [7, 9, 9, 2, 7, 3, 9, 8, 7, 1]) == 3)
    #expect(Luhn.checkDigit(of: [1]) == 8)
    #expect(Luhn.checkDigit(of: [0, 1]) == 8)
    #expect(Luhn.checkDigit(of: []) == 0)
  }

  @Test("Short input and values above nine are invalid")
  func rejects() {
    #expect(!Luhn.isValid([]))
    #expect(!Luhn.isValid([0]))
    #expect(!Luhn.isValid([1, 18]))
    #expect(!Luhn.isValid([255, 0]))
  }
}
