internal import GRDB

/// The tables of a block-list store. Migrations are only ever added, each under a name of its own.
enum StoreSchema {
  /// `IMEI` in ASCII: marks the file as a store of this module (SQLite's `application_id`).
  static let applicationID: Int32 = 0x494D_4549

  /// The tables of the first release.
  static let firstTables: String = {
    let counts = """
      accepted INTEGER NOT NULL, duplicates INTEGER NOT NULL, disagreeing INTEGER NOT NULL,
      refused INTEGER NOT NULL
      """
    let record = """
      name TEXT NOT NULL, date TEXT NOT NULL, sha256 TEXT NOT NULL, source TEXT NOT NULL,
      imported_at TEXT NOT NULL, \(counts)
      """
    return """
      CREATE TABLE list (id INTEGER PRIMARY KEY AUTOINCREMENT, \(record), UNIQUE (name)) STRICT;
      CREATE TABLE import_history (
        id INTEGER PRIMARY KEY, \(record), replaced_at TEXT NOT NULL) STRICT;
      CREATE INDEX import_history_name ON import_history (name, id);
      CREATE TABLE entry (
        list_id INTEGER NOT NULL, key INTEGER NOT NULL, form INTEGER NOT NULL,
        reason TEXT NOT NULL, line INTEGER NOT NULL, date TEXT,
        PRIMARY KEY (list_id, key, form, reason)) STRICT, WITHOUT ROWID;
      """
  }()

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: lists, entries, import history") { db in
      try db.execute(sql: firstTables)
    }
    migrator.registerMigration("2: editions in packed blocks", migrate: createEditions)
    migrator.registerMigration(TACTables.migration, migrate: TACTables.create)
    migrator.registerMigration(TACTables.overridesMigration, migrate: TACTables.addOverrides)
    return migrator
  }

  /// Brings the store up to date.
  static func migrate(_ writer: some DatabaseWriter) throws {
    try writer.write { db in
      try checkOwner(db)
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    }
    try writer.read(checkNotNewer)
    try migrator.migrate(writer)
  }

  /// Checks that a store opened for reading has this release's tables.
  static func check(_ reader: some DatabaseReader) throws {
    try reader.read { db in
      try checkOwner(db)
      try checkNotNewer(db)
      guard try migrator.hasCompletedMigrations(db) else {
        throw BlockListError(
          .storeTooOld, "the block-list store is of an older release",
          cure: "Run `imeikit blocklist list` once with the right to write to its folder.")
      }
    }
  }

  private static func checkOwner(_ db: Database) throws {
    let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
    guard id != applicationID else { return }
    let tables = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM sqlite_master") ?? 0
    guard id == 0, tables == 0 else {
      throw BlockListError(
        .notAStore, "the file is a database of another program",
        cure: "Name another place for the block-list store.")
    }
  }

  private static func checkNotNewer(_ db: Database) throws {
    guard try migrator.hasBeenSuperseded(db) else { return }
    throw BlockListError(
      .storeTooNew, "the block-list store was written by a newer release",
      cure: "Use that release or a later one.")
  }
}
