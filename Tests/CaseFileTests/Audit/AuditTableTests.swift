import Foundation
import GRDB
import Testing

@testable import CaseFile

@Suite struct AuditTableTests {
  private let queue: DatabaseQueue

  init() throws {
    queue = try DatabaseQueue()
    try queue.write { try AuditTable.create($0, identifier: AuditScene.caseIdentifier) }
  }

  private func append(_ entries: [AuditEntry]) throws -> [AuditEvent] {
    try queue.write {
      try AuditTable.append(entries, session: "s1", clock: AuditSample.clock(), $0)
    }
  }

  @Test func eventsAreChainedAcrossTransactionsAndReadBackAsWritten() throws {
    let first = try append([AuditSample.open(), AuditSample.read(1)])
    let second = try append([AuditSample.read(2)])
    let events = first + second
    #expect(events.map(\.sequence) == [1, 2, 3])
    #expect(events[0].previous == [UInt8](repeating: 0, count: 32))
    #expect(events[1].previous == events[0].hash)
    #expect(events[2].previous == events[1].hash)
    let stored = try queue.read { try AuditTable.events(after: 0, kinds: nil, limit: nil, $0) }
    #expect(stored == events)
    #expect(stored[1].entry == AuditSample.read(1))
  }

  @Test func anEventOfATransactionThatFailsIsNotThereAndItsSequenceIsUsedAgain() throws {
    _ = try append([AuditSample.open()])
    struct Stop: Error {}
    #expect(throws: Stop.self) {
      try queue.write { db in
        _ = try AuditTable.append(
          [AuditSample.read(1)], session: "s1", clock: AuditSample.clock(), db)
        throw Stop()
      }
    }
    #expect(try append([AuditSample.read(2)]).map(\.sequence) == [2])
  }

  @Test func eventsAreFoundByKindSubjectAndPlace() throws {
    let events = try append([AuditSample.open()] + (1...5).map(AuditSample.read))
    try queue.read { db in
      let reads = try AuditTable.events(after: 2, kinds: ["photo.read"], limit: 2, db)
      #expect(reads.map(\.sequence) == [3, 4])
      #expect(try AuditTable.events(after: 0, kinds: [], limit: nil, db).isEmpty)
      let subject = try #require(AuditSample.read(3).subject)
      #expect(try AuditTable.events(about: subject, db).map(\.sequence) == [4])
      #expect(try AuditTable.events(about: "' OR 1", db).isEmpty)
      let position = try AuditTable.position(at: 3, db)
      #expect(position.hashThere == events[2].hash)
      #expect(position.head?.hash == events[5].hash)
      #expect(position.head?.time == events[5].time)
      #expect(try AuditTable.position(at: 99, db).hashThere == nil)
    }
  }

  @Test(arguments: [
    "UPDATE audit_event SET line = 'x' WHERE sequence = 2",
    "UPDATE audit_event SET sequence = 9 WHERE sequence = 3",
    "DELETE FROM audit_event WHERE sequence = 3",
    "DELETE FROM audit_event",
    "INSERT INTO audit_event VALUES (5, 'k', NULL, 'l', zeroblob(32))",
    "INSERT INTO audit_event VALUES (NULL, 'k', NULL, 'l', zeroblob(32))",
    "INSERT INTO audit_event VALUES (3, 'k', NULL, 'l', zeroblob(32))",
    "INSERT OR REPLACE INTO audit_event VALUES (2, 'k', NULL, 'l', zeroblob(32))",
    "INSERT OR IGNORE INTO audit_event VALUES (2, 'k', NULL, 'l', zeroblob(32))",
    "REPLACE INTO audit_event VALUES (3, 'k', NULL, 'l', zeroblob(32))",
    """
    INSERT INTO audit_event VALUES (2, 'k', NULL, 'l', zeroblob(32))
    ON CONFLICT (sequence) DO UPDATE SET line = 'x'
    """,
    "UPDATE audit_log SET identifier = 'x'",
    "DELETE FROM audit_log",
    "INSERT OR REPLACE INTO audit_log VALUES (1, 'x')",
  ])
  func nothingButTheNextEventGoesIn(_ sql: String) throws {
    _ = try append([AuditSample.open(), AuditSample.read(1), AuditSample.read(2)])
    let error = try #require(throws: DatabaseError.self) {
      try queue.write { try $0.execute(sql: sql) }
    }
    #expect(error.message == "the audit log is only ever added to")
  }

  @Test func noHeadIsGivenForALastEventThatWasChanged() throws {
    _ = try append([AuditSample.open(), AuditSample.read(1)])
    try queue.write {
      try $0.execute(
        sql: """
          DROP TRIGGER audit_event_update;
          UPDATE audit_event SET line = replace(line, 'system', 'nobody') WHERE sequence = 2
          """)
    }
    let error = try #require(throws: CaseFileError.self) {
      try queue.read { try AuditTable.head($0) }
    }
    #expect(error.code == .logDamaged)
    #expect(error.message.contains("event 2"))
  }

  @Test func detailsThatCouldNotBeReadAgainAreNotWritten() throws {
    var value: AuditValue = .null
    for _ in 0..<40 { value = .list([value]) }
    let entry = AuditEntry(
      act: .alteration, kind: "deep", person: "system", details: ["deep": value])
    let error = try #require(throws: CaseFileError.self) { try append([entry]) }
    #expect(error.code == .entryUnsuitable)
  }

  @Test func theDeepestDetailsThatAreWrittenAreReadAgain() throws {
    var value: AuditValue = .null
    for _ in 0..<(AuditValue.depthLimit - 2) { value = .list([value]) }
    let entry = AuditEntry(
      act: .alteration, kind: "deep", person: "system", details: ["deep": value])
    _ = try append([entry])
    let stored = try queue.read { try AuditTable.events(after: 0, kinds: nil, limit: nil, $0) }
    #expect(stored.map(\.entry) == [entry])
  }

  @Test func eachLogHasAnIdentifierOfItsOwn() throws {
    let other = try DatabaseQueue()
    try other.write { try AuditTable.create($0) }
    let identifier = try other.read { try AuditTable.identifier($0) }
    #expect(UUID(uuidString: identifier)?.uuidString.lowercased() == identifier)
    #expect(identifier != AuditScene.caseIdentifier)
  }
}
