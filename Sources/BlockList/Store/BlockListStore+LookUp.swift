internal import GRDB
public import IMEI

extension BlockListStore {
  /// What the lists say of one IMEI.
  ///
  /// - Throws: ``BlockListError``.
  public func lookUp(_ imei: IMEI) throws -> Answer {
    try lookUp([imei]).first ?? .notChecked(because: .noListLoaded)
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
    return try read { db in
      let lists = try ListRecord.all(db)
      let references = lists.map(\.info.list)
      var answers = [Answer](
        repeating: Answer(matches: [], lists: references), count: imeis.count)
      guard !lists.isEmpty else { return answers }

      let order = imeis.indices.sorted { imeis[$0].key < imeis[$1].key }
      var keys: [Int64] = []
      keys.reserveCapacity(imeis.count)
      for index in order {
        let key = Int64(imeis[index].key.value)
        if keys.last != key { keys.append(key) }
      }
      var hits: [StoredEntry] = []
      for list in lists {
        try EntryFinder(db, list: list).find(keys, into: &hits)
      }
      guard !hits.isEmpty else { return answers }

      let byKey = Dictionary(grouping: hits, by: \.key)
      for index in imeis.indices {
        let imei = imeis[index]
        guard let found = byKey[Int64(imei.key.value)] else { continue }
        let matches = found.map { $0.match(for: imei) }
        answers[index] = Answer(matches: matches, lists: references)
      }
      return answers
    }
  }
}
