internal import Foundation

/// Every number that some digits at some places can make, with the check digit agreeing.
///
/// The check sum modulo 10 is carried from place to place, so the numbers that agree are counted, added
/// up and searched without making those that differ: at the last doubtful place only the digits that
/// complete the sum are left.
struct CompletionSpace {
  /// One digit that can stand at a place, among those that a completion remains possible with.
  struct Option {
    let digit: UInt8
    let probability: Double
    /// What the digit costs.
    let cost: Int64
    /// What the digit and the cheapest way on cost together.
    let costToEnd: Int64
    /// The check sum behind it.
    let residue: Int
  }

  /// By place, then by the check sum of the places before: the options, cheapest first.
  let options: [[[Option]]]
  /// How many numbers agree.
  let count: UInt64
  /// The probability that the number agrees, before it is known to; all shares are of this.
  let mass: Double

  /// The space of 15 places, or of 14, whose numbers all count as agreeing.
  init(_ places: [[DigitChance]]) {
    let isChecked = places.count == 15
    // What is left to do behind the last place: a sum that is a multiple of 10 has made it.
    var counts = [UInt64](repeating: 0, count: 10)
    var masses = [Double](repeating: 0, count: 10)
    var cheapest = [Int64?](repeating: nil, count: 10)
    for residue in 0..<10 where residue == 0 || !isChecked {
      counts[residue] = 1
      masses[residue] = 1
      cheapest[residue] = 0
    }
    var options: [[[Option]]] = []
    for (index, chances) in places.enumerated().reversed() {
      var table: [[Option]] = []
      var newCounts = [UInt64](repeating: 0, count: 10)
      var newMasses = [Double](repeating: 0, count: 10)
      var newCheapest = [Int64?](repeating: nil, count: 10)
      for residue in 0..<10 {
        var row: [Option] = []
        for chance in chances {
          let next = (residue + Self.addend(of: chance.digit, at: index)) % 10
          guard let rest = cheapest[next] else { continue }
          let cost = Self.cost(of: chance.probability)
          row.append(
            Option(
              digit: chance.digit, probability: chance.probability, cost: cost,
              costToEnd: cost + rest, residue: next))
          newCounts[residue] += counts[next]
          newMasses[residue] += chance.probability * masses[next]
        }
        row.sort { ($0.costToEnd, $0.digit) < ($1.costToEnd, $1.digit) }
        newCheapest[residue] = row.first?.costToEnd
        table.append(row)
      }
      options.append(table)
      (counts, masses, cheapest) = (newCounts, newMasses, newCheapest)
    }
    self.options = options.reversed()
    count = counts[0]
    mass = masses[0]
  }

  /// What a digit adds to the check sum: every second one is doubled (3GPP TS 23.003, Annex B).
  private static func addend(of digit: UInt8, at index: Int) -> Int {
    let value = Int(digit)
    guard index % 2 == 1 else { return value }
    return value < 5 ? value * 2 : value * 2 - 9
  }

  /// The negative logarithm as a whole number, so that sums are exact whatever their order and ties
  /// stay ties; a unit is 2⁻³² bits.
  private static func cost(of probability: Double) -> Int64 {
    let bounded = max(probability, 1e-300)
    return Int64((-log2(bounded) * 4_294_967_296).rounded())
  }
}
