internal import GRDB
internal import Synchronization

extension BlockListStore {
  /// A number that every import changes.
  static func generation(_ db: Database) throws -> Int64 {
    let statement = try BulkStatement(db, sql: "SELECT number FROM generation")
    let number = try statement.next() ? statement.integer(0) : 0
    statement.reset()
    return number
  }

  /// The lists in force with their layers, kept from look-up to look-up while nothing is imported.
  func chains(_ db: Database) throws -> [ListChain] {
    let generation = try Self.generation(db)
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
