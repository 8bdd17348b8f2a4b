internal import GRDB
public import IMEI

extension BlockListStore {
  /// What the lists say of one IMEI.
  ///
  /// - Throws: ``BlockListError``.
  public func lookUp(_ imei: IMEI) throws -> Answer {
    let answers = try BlockListError.translating(path: path) {
      try connection.readQuickly { try find([imei], $0) }
    }
    return answers.first ?? .notChecked(because: .noListLoaded)
  }

  /// What the lists say of 14 digits whose check digit is not known.
  ///
  /// - Throws: ``BlockListError``.
  public func lookUp(_ key: EquipmentKey) throws -> Answer { try lookUp(IMEI(key: key)) }

  /// What the lists say of many IMEIs: one answer each, in their order, all of one state of the
  /// store.
  ///
  /// Ten thousand or more at a time are quickest: they are asked in the order of their digits, which
  /// is the order they lie in on disk.
  ///
  /// - Throws: ``BlockListError``.
  public func lookUp(_ imeis: [IMEI]) throws -> [Answer] {
    guard !imeis.isEmpty else { return [] }
    return try read { try find(imeis, $0) }
  }

  private func find(_ imeis: [IMEI], _ db: Database) throws -> [Answer] {
    let chains = try chains(db)
    let references = chains.map(\.head.info.list)
    var answers = [Answer](repeating: Answer(matches: [], lists: references), count: imeis.count)
    guard !chains.isEmpty else { return answers }

    let sorted = KeyOrder(imeis)
    var found: [Int: [(ListReference, ListChain.Found)]] = [:]
    for chain in chains {
      let list = chain.head.info.list
      var finder = try ChainFinder(chain, db)
      for (index, key) in sorted.keys.enumerated() {
        let single = try finder.single(key)
        if !single.isEmpty { found[index, default: []] += single.map { (list, $0) } }
      }
      try finder.ranges(sorted.keys) { index, ranges in
        found[index, default: []] += ranges.map { (list, $0) }
      }
    }
    for (index, matches) in found {
      for place in sorted.places(of: index) {
        answers[place] = Answer(
          matches: matches.map { Match($1, of: $0, for: imeis[place]) }, lists: references)
      }
    }
    return answers
  }
}

/// The distinct 14 digits of many IMEIs in their order, and where each came from.
struct KeyOrder {
  /// Sorted and distinct.
  let keys: [EquipmentKey]
  private let order: [Int32]
  private let starts: [Int32]

  init(_ imeis: [IMEI]) {
    guard imeis.count > 1 else {
      keys = imeis.map(\.key)
      order = imeis.isEmpty ? [] : [0]
      starts = imeis.isEmpty ? [] : [0, 1]
      return
    }
    let pairs = imeis.enumerated().map { ($1.key, Int32($0)) }.sorted { $0 < $1 }
    var keys: [EquipmentKey] = []
    var starts: [Int32] = []
    for (place, pair) in pairs.enumerated() where keys.last != pair.0 {
      keys.append(pair.0)
      starts.append(Int32(place))
    }
    starts.append(Int32(pairs.count))
    self.keys = keys
    self.starts = starts
    order = pairs.map(\.1)
  }

  /// Where the IMEIs of one key stood.
  func places(of index: Int) -> some Sequence<Int> {
    order[Int(starts[index])..<Int(starts[index + 1])].lazy.map(Int.init)
  }
}

extension Match {
  /// The match of what a list says with a reading of the same 14 digits.
  fileprivate init(_ found: ListChain.Found, of list: ListReference, for imei: IMEI) {
    let entry = found.entry
    let details = entry.details
    func text(_ text: String) -> String? { text.isEmpty ? nil : text }
    self.init(
      list: list,
      listed: entry.last.map { "\(entry.key.digits)-\($0.digits)" }
        ?? entry.form.digits(of: entry.key),
      checkDigit: CheckDigitComparison(reading: imei, form: entry.form),
      reason: text(details.reason), date: text(details.date), reference: text(details.reference),
      reportedBy: text(details.reportedBy), history: details.history, removed: found.removed,
      line: entry.line)
  }
}
