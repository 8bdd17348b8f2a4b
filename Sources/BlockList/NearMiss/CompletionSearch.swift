/// Hands out the numbers of a ``CompletionSpace``, most probable first, of equal ones the smallest first.
///
/// A best-first search: the heap holds half-made numbers with the cost of the cheapest way to finish
/// each. A node taken off puts two back at most, its next sibling and its first child, so the heap never
/// holds more than about the numbers that were handed out times the doubtful places.
struct CompletionSearch: IteratorProtocol {
  /// One completion.
  struct Completion {
    /// The digits in order.
    let digits: [UInt8]
    /// The product of their probabilities.
    let probability: Double
  }

  private struct Node: Comparable {
    let totalCost: Int64
    let costBefore: Int64
    /// The digits before this place as a number.
    let prefix: UInt64
    let residue: Int
    let place: Int
    let rank: Int

    /// Cheaper first, then nearer to its end, then smaller digits.
    static func < (left: Node, right: Node) -> Bool {
      if left.totalCost != right.totalCost { return left.totalCost < right.totalCost }
      if left.place != right.place { return left.place > right.place }
      if left.prefix != right.prefix { return left.prefix < right.prefix }
      return left.rank < right.rank
    }
  }

  private let space: CompletionSpace
  private var heap = MinimumHeap<Node>()

  init(_ space: CompletionSpace) {
    self.space = space
    insert(place: 0, residue: 0, rank: 0, prefix: 0, costBefore: 0)
  }

  /// How many half-made numbers wait.
  var pending: Int { heap.count }

  mutating func next() -> Completion? {
    while let node = heap.popMinimum() {
      let option = space.options[node.place][node.residue][node.rank]
      insert(
        place: node.place, residue: node.residue, rank: node.rank + 1, prefix: node.prefix,
        costBefore: node.costBefore)
      var place = node.place + 1
      var (prefix, residue) = (node.prefix * 10 + UInt64(option.digit), option.residue)
      var cost = node.costBefore + option.cost
      // A place with one way on needs no choice, so it does not go through the heap.
      while place < space.options.count, space.options[place][residue].count == 1 {
        let only = space.options[place][residue][0]
        prefix = prefix * 10 + UInt64(only.digit)
        cost += only.cost
        (place, residue) = (place + 1, only.residue)
      }
      if place == space.options.count { return completion(prefix) }
      insert(place: place, residue: residue, rank: 0, prefix: prefix, costBefore: cost)
    }
    return nil
  }

  private mutating func insert(
    place: Int, residue: Int, rank: Int, prefix: UInt64, costBefore: Int64
  ) {
    let row = space.options[place][residue]
    guard rank < row.count else { return }
    heap.insert(
      Node(
        totalCost: costBefore + row[rank].costToEnd, costBefore: costBefore, prefix: prefix,
        residue: residue, place: place, rank: rank))
  }

  /// The number again from its digits; the product is taken in one order, whatever the way here.
  private func completion(_ number: UInt64) -> Completion {
    var digits = [UInt8](repeating: 0, count: space.options.count)
    var rest = number
    for index in digits.indices.reversed() {
      digits[index] = UInt8(rest % 10)
      rest /= 10
    }
    var probability = 1.0
    var residue = 0
    for (place, digit) in digits.enumerated() {
      guard let option = space.options[place][residue].first(where: { $0.digit == digit }) else {
        continue
      }
      probability *= option.probability
      residue = option.residue
    }
    return Completion(digits: digits, probability: probability)
  }
}
