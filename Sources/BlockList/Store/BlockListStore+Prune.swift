public import Foundation
internal import GRDB

extension BlockListStore {
  /// Takes the entries of former editions out of the store; the record of each import stays.
  ///
  /// Editions that one in force, or one that is kept, is a delta to are kept with it.
  ///
  /// - Parameters:
  ///   - name: the list, or `nil` for all.
  ///   - kept: how many former editions of each list stay.
  /// - Returns: the editions whose entries were taken out.
  /// - Throws: ``BlockListError``.
  public func prune(name: String? = nil, keeping kept: Int = 0, now: Date = Date()) throws
    -> [ListInfo]
  {
    let pruned = try write { db in
      let inForce = try EditionRecord.inForce(db)
      let former = try EditionRecord.former(name, db).filter { $0.info.prunedAt == nil }
      var needed: Set<Int64> = []
      var counts: [String: Int] = [:]
      for edition in inForce { try Self.need(edition, &needed, db) }
      for edition in former {
        counts[edition.info.list.name, default: 0] += 1
        if counts[edition.info.list.name, default: 0] <= kept {
          try Self.need(edition, &needed, db)
        }
      }
      var pruned: [ListInfo] = []
      for edition in former where !needed.contains(edition.id) {
        try LayerWriter.delete(edition: edition.id, db)
        try db.execute(
          sql: "UPDATE edition SET pruned_at = ? WHERE id = ?",
          arguments: [now.formatted(.iso8601), edition.id])
        pruned.append(edition.info)
      }
      if !pruned.isEmpty { try EditionRecord.noteChange(db) }
      return pruned
    }
    try? connection.checkpoint()
    return pruned
  }

  /// Takes a list out of force. Its record and, until they are pruned, its entries stay.
  ///
  /// - Returns: the list, or `nil` when there is none of that name.
  /// - Throws: ``BlockListError``.
  public func retire(name: String, now: Date = Date()) throws -> ListInfo? {
    try write { db in
      guard let edition = try EditionRecord.inForce(name, db) else { return nil }
      try edition.retire(at: now.formatted(.iso8601), db)
      return edition.info
    }
  }

  private static func need(
    _ edition: EditionRecord, _ needed: inout Set<Int64>, _ db: Database
  ) throws {
    var next: EditionRecord? = edition
    while let edition = next, needed.insert(edition.id).inserted {
      next = try edition.base.flatMap { try EditionRecord.numbered($0, db) }
    }
  }

  private func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try BlockListError.translating(path: path) { try connection.write(body) }
  }
}
