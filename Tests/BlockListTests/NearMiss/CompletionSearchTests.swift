import Testing

@testable import BlockList

@Suite("Completions of doubtful numbers")
struct CompletionSearchTests {
  /// A generator whose numbers depend on the seed alone.
  private struct Random: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Every way to take one digit a place, by plain recursion.
  private func allNumbers(_ places: [[DigitChance]]) -> [(digits: [UInt8], probability: Double)] {
    places.reduce([(digits: [], probability: 1)]) { numbers, chances in
      numbers.flatMap { number in
        chances.map { (number.digits + [$0.digit], number.probability * $0.probability) }
      }
    }
  }

  /// The check of TS 23.003 Annex B written as it is worded there.
  private func agrees(_ digits: [UInt8]) -> Bool {
    guard digits.count == 15 else { return true }
    let sum = digits.enumerated().reduce(0) { sum, entry in
      let value = Int(entry.element) * (entry.offset % 2 == 1 ? 2 : 1)
      return sum + value / 10 + value % 10
    }
    return sum % 10 == 0
  }

  private func completions(_ places: [[DigitChance]]) -> [CompletionSearch.Completion] {
    var search = CompletionSearch(CompletionSpace(places))
    var found: [CompletionSearch.Completion] = []
    while let completion = search.next() { found.append(completion) }
    return found
  }

  private func places(_ random: inout Random, count: Int, doubtful: Int) -> [[DigitChance]] {
    var places = (0..<count).map { _ in DigitChance.certain(UInt8.random(in: 0...9, using: &random))
    }
    for index in places.indices.shuffled(using: &random).prefix(doubtful) {
      let digits = Array(0..<UInt8(10)).shuffled(using: &random)
        .prefix(Int.random(in: 1...10, using: &random))
      places[index] = digits.map {
        DigitChance(digit: $0, probability: Double.random(in: 0.01...1, using: &random))
      }
    }
    return places
  }

  @Test("The search gives what plain enumeration gives, likeliest first", arguments: 0..<60)
  func bruteForce(seed: UInt64) {
    var random = Random(state: seed)
    let places = places(
      &random, count: seed % 3 == 0 ? 14 : 15, doubtful: Int.random(in: 0...4, using: &random))
    let wanted = allNumbers(places).filter { agrees($0.digits) }
    let found = completions(places)
    #expect(Set(found.map(\.digits)) == Set(wanted.map(\.digits)))
    #expect(found.count == wanted.count)
    let space = CompletionSpace(places)
    #expect(space.count == UInt64(wanted.count))
    let mass = wanted.reduce(0) { $0 + $1.probability }
    #expect(abs(space.mass - mass) <= 1e-9 * max(1, mass))
    let byDigits = Dictionary(uniqueKeysWithValues: wanted.map { ($0.digits, $0.probability) })
    for completion in found {
      let probability = byDigits[completion.digits] ?? -1
      #expect(abs(completion.probability - probability) <= 1e-9 * probability)
    }
    for (first, second) in zip(found, found.dropFirst()) {
      #expect(first.probability >= second.probability * (1 - 1e-6))
    }
  }

  @Test("Equally probable numbers come smallest first")
  func ties() {
    var places = [[DigitChance]](repeating: DigitChance.certain(3), count: 15)
    for index in [1, 6, 9, 14] { places[index] = DigitChance.anyDigit }
    let numbers = completions(places).map { $0.digits.map(String.init).joined() }
    #expect(numbers.count == 1_000)
    #expect(numbers == numbers.sorted())
  }

  @Test("A million raw combinations are not made to give the first hundred")
  func lazy() {
    var places = [[DigitChance]](repeating: DigitChance.certain(1), count: 15)
    for index in 2..<14 { places[index] = DigitChance.anyDigit }
    let space = CompletionSpace(places)
    #expect(space.count == 100_000_000_000)
    var search = CompletionSearch(space)
    for _ in 0..<100 {
      let completion = search.next()
      #expect(completion.map { agrees($0.digits) } == true)
    }
    #expect(search.pending < 200 * 12)
  }

  @Test("Digits that no check digit fits have no completion")
  func impossible() {
    let places = [[DigitChance]](repeating: DigitChance.certain(0), count: 14)
    #expect(completions(places + [DigitChance.certain(1)]).isEmpty)
    #expect(CompletionSpace(places + [DigitChance.certain(1)]).count == 0)
    #expect(completions(places + [DigitChance.certain(0)]).count == 1)
  }
}
