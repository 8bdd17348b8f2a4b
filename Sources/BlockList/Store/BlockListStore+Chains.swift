internal import GRDB
internal import Synchronization

extension BlockListStore {
  /// The lists in force with their layers, kept from look-up to look-up while nothing is imported.
  func chains(_ db: Database) throws -> [ListChain] {
    let generation =
      try Int64.fetchOne(db.cachedStatement(sql: "SELECT number FROM generation")) ?? 0
    if let known = known.withLock({ $0.generation == generation ? $0.chains : nil }) {
      return known
    }
    let chains = try EditionRecord.inForce(db).map { try ListChain($0, db) }
    known.withLock { $0 = KnownChains(generation: generation, chains: chains) }
    return chains
  }
}

/// What a store last knew of its lists.
struct KnownChains {
  var generation: Int64 = -1
  var chains: [ListChain] = []
}
