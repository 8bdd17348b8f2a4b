import GRDB
import Testing

@testable import BlockList

@Suite("A store of the former release")
struct FormerReleaseTests {
  @Test("Its lists, entries and records are taken over")
  func takenOver() throws {
    let folder = try TemporaryFolder()
    let path = folder.path + "/old.sqlite"
    do {
      // The first migration alone, with two lists in it, of which one was replaced once.
      let queue = try DatabaseQueue(path: path)
      var first = DatabaseMigrator()
      first.registerMigration("1: lists, entries, import history") { db in
        try db.execute(sql: StoreSchema.firstTables)
        try db.execute(
          sql: """
            INSERT INTO list (id, name, date, sha256, source, imported_at, accepted, duplicates,
              disagreeing, refused) VALUES
              (3, 'A', '2026-03-04', 'aa', 'a.csv', '2026-03-05T00:00:00Z', 2, 1, 1, 0),
              (5, 'B', '2026-03-04', 'bb', 'b.csv', '2026-03-05T00:00:00Z', 1, 0, 0, 0);
            INSERT INTO import_history (name, date, sha256, source, imported_at, accepted,
              duplicates, disagreeing, refused, replaced_at) VALUES
              ('A', '2026-02-04', '00', 'a.csv', '2026-02-05T00:00:00Z', 9, 0, 0, 0,
               '2026-03-05T00:00:00Z');
            INSERT INTO entry (list_id, key, form, reason, line, date) VALUES
              (3, 35693803564380, 9, 'stolen', 2, '20260101'),
              (3, 35693803564380, 4, 'stolen', 3, NULL),
              (3, 49015420323751, -1, '', 4, NULL), (5, 35693803564380, 107, '', 1, NULL);
            """)
        try db.execute(sql: "PRAGMA application_id = \(StoreSchema.applicationID)")
      }
      try first.migrate(queue)
    }
    let old = #expect(throws: BlockListError.self) {
      try BlockListStore(path: path, mode: .readOnly)
    }
    #expect(old?.code == .storeTooOld)
    let store = try BlockListStore(path: path, mode: .readWrite)
    #expect(try store.lists().map(\.list.name) == ["A", "B"])
    #expect(try store.lists().map(\.total) == [2, 1])
    let answer = try store.answer(to: "356938035643809")
    #expect(
      answer.matches.map(\.listed) == ["356938035643809", "356938035643804", "3569380356438007"])
    #expect(answer.matches.map(\.reason) == ["stolen", "stolen", nil])
    #expect(answer.matches.first?.date == "20260101")
    #expect(try store.state(of: "49015420323751") == .flagged)
    #expect(try store.history().map(\.counts.accepted) == [9])
    // And it takes further imports.
    try store.importText("356938035643809", name: "B", date: try ListDate("2026-03-05"))
    #expect(try store.history().count == 2)
  }
}
