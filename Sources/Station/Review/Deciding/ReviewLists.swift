internal import BlockList
internal import IMEI
internal import Intake

/// The block lists as the review asks them.
struct ReviewLists: Sendable {
  /// A number that may be meant, because it is listed and near what was keyed.
  struct Lead: Sendable, Hashable, Encodable {
    let imei: String
    let formatted: String
    let list: String
    let reason: String

    init(_ imei: IMEI, _ answer: Answer) {
      self.imei = imei.digits
      formatted = imei.formatted
      list = answer.matches.first?.list.name ?? ""
      reason = VisibleText.escaping(answer.matches.first?.reason ?? "", limit: 200)
    }
  }

  /// How many leads there are at most.
  static let mostLeads = 10
  /// How many numbers are asked for to find leads.
  private static let bound = 2_000

  private let desk: ListDesk

  init(path: @escaping @Sendable () -> String?) {
    desk = ListDesk(path: path)
  }

  /// What the lists say of a number.
  ///
  /// - Throws: `BlockListError`.
  func answer(of imei: IMEI) async throws -> Answer {
    try await desk.use { try $0?.lookUp(imei) } ?? .notChecked(because: .noListLoaded)
  }

  /// Listed numbers near the one that was keyed: those that the reading's doubtful digits may be, and
  /// those that the keyed digits and the other readings give together.
  ///
  /// - Throws: `BlockListError`.
  func leads(keyed: IMEI, reading: PhotoResult.Reading?) async throws -> [Lead] {
    var found: [Lead] = []
    func add(_ imei: IMEI, _ answer: Answer) {
      guard imei.key != keyed.key, answer.state == .flagged, found.count < Self.mostLeads,
        !found.contains(where: { $0.imei.prefix(14) == imei.digits.prefix(14) })
      else { return }
      found.append(Lead(imei, answer))
    }
    for lead in reading?.leads ?? [] {
      if let imei = IMEI(lead.imei) { add(imei, lead.answer) }
    }
    guard let reading, let number = Self.doubtful(keyed, reading) else { return found }
    let near = try await desk.use { store in
      try store.map { try NearMissSearch(store: $0, bound: Self.bound).leads(for: number).leads }
    }
    for lead in near ?? [] { add(lead.imei, lead.answer) }
    return found
  }

  /// The keyed digits, with what the readings have in their places.
  private static func doubtful(_ keyed: IMEI, _ reading: PhotoResult.Reading) -> DoubtfulNumber? {
    let digits = keyed.digits.utf8.map { $0 &- 0x30 }
    let others =
      ([(reading.imei, reading.confidence)]
      + reading.alternatives.map { ($0.imei, $0.confidence) })
      .map { ($0.0.utf8.map { $0 &- 0x30 }, $0.1) }
      .filter { $0.0.count == digits.count && $0.0.allSatisfy { $0 <= 9 } }
    return DoubtfulNumber(
      digits: digits.indices.map { place in
        [DigitChance(digit: digits[place], probability: 0.9)]
          + others.map {
            DigitChance(digit: $0.0[place], probability: min(max($0.1, 0.001), 1))
          }
      })
  }
}
