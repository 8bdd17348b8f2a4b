internal import IMEI

/// Asks the lists for every number that a doubtful reading may be.
///
/// What is found are leads: of a hundred thousand numbers tried against a list of millions, some are on
/// it by chance alone.
public struct NearMissSearch: Sendable {
  /// The bound where none is given.
  public static let defaultBound = 20_000
  /// The largest bound.
  public static let maximumBound = 1_000_000

  private static let batchSize = 8_192

  private let store: BlockListStore?
  private let bound: Int

  /// A search in `store`; with `nil` there is no lead and no list asked.
  ///
  /// - Parameter bound: how many numbers are asked for at most, 1...``maximumBound``; the most probable
  ///   ones are.
  public init(store: BlockListStore?, bound: Int = defaultBound) {
    self.store = store
    self.bound = min(max(1, bound), Self.maximumBound)
  }

  /// The numbers on a list that `number` may be.
  ///
  /// - Throws: ``BlockListError``.
  public func leads(for number: DoubtfulNumber) throws -> NearMissResult {
    switch number.form {
    case .places(let places):
      let space = CompletionSpace(places)
      var search = CompletionSearch(space)
      return try leads(possible: space.count, mass: space.mass) {
        search.next().flatMap { completion in
          IMEI(digits: completion.digits).map { ($0, completion.probability) }
        }
      }
    case .values(let values):
      let agreeing = values.filter { $0.imei.checkDigit != .differs }
      var rest = agreeing[...]
      return try leads(
        possible: UInt64(agreeing.count), mass: agreeing.reduce(0) { $0 + $1.weight }
      ) {
        rest.popFirst().map { ($0.imei, $0.weight) }
      }
    }
  }

  private func leads(
    possible: UInt64, mass: Double, next: () -> (IMEI, Double)?
  ) throws -> NearMissResult {
    var leads: [NearMissLead] = []
    var tried = 0
    var weight = 0.0
    var lists = try store?.lists().map(\.list) ?? []
    guard let store, !lists.isEmpty else {
      return NearMissResult(leads: [], tried: 0, possible: possible, triedProbability: 0, lists: [])
    }
    while tried < bound {
      var batch: [(imei: IMEI, weight: Double)] = []
      while batch.count < min(Self.batchSize, bound - tried), let found = next() {
        batch.append(found)
      }
      if batch.isEmpty { break }
      let answers = try store.lookUp(batch.map(\.imei))
      if let asked = answers.first?.lists { lists = asked }
      for (found, answer) in zip(batch, answers) {
        weight += found.weight
        if answer.state == .flagged {
          // Digits of next to no probability can make a sum that is 0 in floating point.
          let probability = mass > 0 ? found.weight / mass : 0
          leads.append(lead(found.imei, probability, answer))
        }
      }
      tried += batch.count
    }
    leads.sort { ($1.probability, $0.imei) < ($0.probability, $1.imei) }
    return NearMissResult(
      leads: leads, tried: tried, possible: possible,
      triedProbability: mass > 0 ? min(1, weight / mass) : 0, lists: lists)
  }

  private func lead(_ imei: IMEI, _ probability: Double, _ answer: Answer) -> NearMissLead {
    NearMissLead(
      imei: imei,
      derivedCheckDigit: imei.printedCheckDigit == nil ? imei.computedCheckDigit : nil,
      probability: min(1, probability), answer: answer)
  }
}
