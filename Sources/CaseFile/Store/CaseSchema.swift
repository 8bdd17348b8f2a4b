internal import GRDB

/// The tables of a case file. Migrations are only ever added, each under a name of its own.
enum CaseSchema {
  /// `IMCF` in ASCII: marks the file as a case file (SQLite's `application_id`).
  static let applicationID: Int32 = 0x494D_4346

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1: case") { db in
      try db.execute(sql: caseTables)
      try db.execute(sql: photoTables)
      try db.execute(sql: workTables)
      try AuditTable.create(db)
    }
    migrator.registerMigration("2: review station") { db in
      try db.execute(sql: stationTables)
    }
    migrator.registerMigration("3: rechecks") { db in
      try db.execute(sql: recheckTables)
      try db.execute(sql: recheckTriggers)
    }
    migrator.registerMigration("4: answers of decisions") { db in
      try db.execute(sql: decisionTables)
    }
    return migrator
  }

  /// Makes the tables in a new, empty file.
  static func create(_ writer: some DatabaseWriter) throws {
    try writer.write { try $0.execute(sql: "PRAGMA application_id = \(applicationID)") }
    try migrator.migrate(writer)
  }

  /// Checks that an existing file is a case file of this release or an older one.
  static func checkOwner(_ reader: some DatabaseReader, path: String) throws {
    try reader.read { db in
      let id = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      guard id == applicationID else {
        throw CaseFileError(
          .notACase, "the file at \(CaseText.shown(path)) is a database of another program",
          cure: "Name the case file, or another place for a new one.")
      }
      guard try !migrator.hasBeenSuperseded(db) else {
        throw CaseFileError(
          .caseTooNew, "the case file at \(CaseText.shown(path)) was written by a newer release",
          cure: "Use that release or a later one.")
      }
    }
  }

  /// Checks that a case file opened for reading has this release's tables.
  static func checkComplete(_ reader: some DatabaseReader, path: String) throws {
    guard try reader.read(migrator.hasCompletedMigrations) else {
      throw CaseFileError(
        .caseTooOld, "the case file at \(CaseText.shown(path)) is of an older release",
        cure: "Open it once for work, as `imeikit scan --case` does, to bring it up to date.")
    }
  }
}
