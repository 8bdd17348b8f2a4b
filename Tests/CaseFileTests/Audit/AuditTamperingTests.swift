import Foundation
import GRDB
import Testing

@testable import CaseFile

/// One way to falsify a log, and what the verdict must say.
struct Tampering: Sendable, CustomTestStringConvertible {
  var name: String
  var kind: AuditFault.Kind
  var words: String
  var falsify: @Sendable (AuditScene) throws -> Void

  var testDescription: String { name }

  init(
    _ name: String, _ kind: AuditFault.Kind, _ words: String,
    _ falsify: @escaping @Sendable (AuditScene) throws -> Void
  ) {
    self.name = name
    self.kind = kind
    self.words = words
    self.falsify = falsify
  }

  /// Rows taken out of the file, changed, and put back.
  init(
    _ name: String, _ kind: AuditFault.Kind, _ words: String,
    rows change: @escaping @Sendable (inout [ForgedRow]) throws -> Void
  ) {
    self.init(name, kind, words) { scene in
      try scene.falsify { db in
        var rows = try ForgedRow.all(db)
        try change(&rows)
        try ForgedRow.store(rows, db)
      }
    }
  }

  static let lines: [Tampering] = [
    Tampering("a word in a line changed", .lineChanged, "event 5 was changed: its line") {
      try $0.falsify(
        "UPDATE audit_event SET line = replace(line, 'system', 'nobody') WHERE sequence = 5")
    },
    Tampering("a word in the last line changed", .lineChanged, "event 12 was changed: its line") {
      try $0.falsify(
        "UPDATE audit_event SET line = replace(line, 'Smith', 'Jones') WHERE sequence = 12")
    },
    Tampering("a hash changed", .hashChanged, "the hash of event 5 was changed") {
      try $0.falsify("UPDATE audit_event SET hash = zeroblob(32) WHERE sequence = 5")
    },
    Tampering(
      "a line and its hash changed", .chainBroken, "event 6 does not build on event 5"
    ) { rows in
      rows[4].fields["person"] = "B. Jones"
      rows[4].rehash()
    },
    Tampering("a zero byte put behind a line", .lineChanged, "event 3 was changed") {
      try $0.falsify(
        "UPDATE audit_event SET line = CAST(line || x'00' || 'x' AS TEXT) WHERE sequence = 3")
    },
    Tampering("a blank put into a line", .lineUnreadable, "row 3 is no event") {
      try $0.falsify(
        "UPDATE audit_event SET line = replace(line, ',\"kind\"', ', \"kind\"') WHERE sequence = 3")
    },
    Tampering("a line made empty", .lineUnreadable, "row 7 is no event") {
      try $0.falsify("UPDATE audit_event SET line = '' WHERE sequence = 7")
    },
    Tampering("the kind beside a line changed", .columnChanged, "event 5 was changed: the columns")
    {
      try $0.falsify("UPDATE audit_event SET kind = 'other' WHERE sequence = 5")
    },
    Tampering("a zero byte put behind the kind, which hides it", .columnChanged, "event 5 was") {
      try $0.falsify(
        "UPDATE audit_event SET kind = CAST(kind || x'00' AS TEXT) WHERE sequence = 5")
    },
    Tampering("the subject beside a line taken out", .columnChanged, "event 5 was changed") {
      try $0.falsify("UPDATE audit_event SET subject = NULL WHERE sequence = 5")
    },
    Tampering("a date changed and hashed anew", .chainBroken, "event 10 does not build on event 9")
    { rows in
      rows[8].fields["time"] = "2025-01-01T00:00:00.000Z"
      rows[8].rehash()
    },
  ]

  static let order: [Tampering] = [
    Tampering("two lines exchanged", .reordered, "event 5 stands behind event 6") { rows in
      rows.swapAt(4, 5)
      (rows[4].sequence, rows[5].sequence) = (5, 6)
    },
    Tampering(
      "two events exchanged and numbered anew", .lineOrHashChanged, "event 5 was changed"
    ) { rows in
      rows.swapAt(4, 5)
      (rows[4].sequence, rows[5].sequence) = (5, 6)
      (rows[4].fields["sequence"], rows[5].fields["sequence"]) = (5, 6)
    },
    Tampering("an event taken out", .removed, "event 6 is missing: it was taken out between") {
      try $0.falsify("DELETE FROM audit_event WHERE sequence = 6")
    },
    Tampering(
      "events taken out and the rows closed up", .removed, "events 4 to 6 are missing"
    ) { rows in
      rows.removeSubrange(3...5)
      for index in rows.indices { rows[index].sequence = Int64(index + 1) }
    },
    Tampering(
      "an event taken out, the rest numbered and hashed anew", .rewritten,
      "event 8 is not the one that was signed outside"
    ) { rows in
      rows.remove(at: 5)
      rows.append(rows[10])
      ForgedRow.chain(&rows)
    },
    Tampering(
      "the beginning cut off", .removed, "events 1 to 3 are missing: they were taken out before"
    ) { try $0.falsify("DELETE FROM audit_event WHERE sequence <= 3") },
    Tampering("an event inserted", .inserted, "a second event 6 stands in row 7") { rows in
      var forged = rows[5]
      forged.fields["person"] = "B. Jones"
      forged.rehash()
      rows.insert(forged, at: 6)
      for index in rows.indices { rows[index].sequence = Int64(index + 1) }
    },
    Tampering("the same event twice", .inserted, "a second event 6 stands in row 7") { rows in
      rows.insert(rows[5], at: 6)
      for index in rows.indices { rows[index].sequence = Int64(index + 1) }
    },
    Tampering("a row moved behind the end", .reordered, "event 12 was moved: it stands in row 40") {
      try $0.falsify("UPDATE audit_event SET sequence = 40 WHERE sequence = 12")
    },
  ]

  static let wholes: [Tampering] = [
    Tampering(
      "the end cut off", .truncated,
      "it ends at event 9, but the head signed outside on 2026-11-21T17:20:00.000Z is at event 12"
    ) { try $0.falsify("DELETE FROM audit_event WHERE sequence > 9") },
    Tampering(
      "the end cut off and written on", .rewritten, "event 12 is not the one that was signed"
    ) {
      try $0.falsify("DELETE FROM audit_event WHERE sequence > 9")
      try $0.append([AuditSample.read(1), AuditSample.read(2), AuditSample.close], session: "s2")
    },
    Tampering("the log emptied", .emptied, "the log is empty, but the head signed outside") {
      try $0.falsify("DELETE FROM audit_event")
    },
    Tampering(
      "one event changed and all chained anew", .rewritten,
      "the chain is whole in itself, so the log was rewritten and chained anew, from an event "
        + "between 5 and 8 on"
    ) { rows in
      rows[5].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
    },
    Tampering(
      "the last event changed and hashed anew", .rewritten,
      "from an event between 9 and 12 on"
    ) { rows in
      rows[11].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
    },
    Tampering(
      "a log of the same length in its place", .rewritten, "from an event between 1 and 4 on"
    ) { scene in
      try scene.falsify { try $0.execute(sql: "DELETE FROM audit_event") }
      try AuditScene.fill(scene.queue, clock: AuditSample.clock(AuditSample.start + 7))
    },
    Tampering(
      "a log of another case in its place", .replaced,
      "another log stands in its place: this one is of case 99999999-"
    ) { scene in
      try scene.falsify {
        try $0.execute(sql: "DELETE FROM audit_event; DELETE FROM audit_log")
        try $0.execute(
          sql: "INSERT INTO audit_log VALUES (1, '99999999-1111-4222-8333-444455556666')")
      }
      try AuditScene.fill(scene.queue)
    },
    Tampering(
      "the case's identifier changed", .replaced, "event 1 is of another case: 0f2c5b7e-"
    ) {
      try $0.falsify(
        "UPDATE audit_log SET identifier = '99999999-1111-4222-8333-444455556666'")
    },
    Tampering("the case's identifier taken out", .schemaChanged, "does not say which case") {
      try $0.falsify("DELETE FROM audit_log")
    },
    Tampering(
      "a trigger taken out", .schemaChanged, "trigger audit_event_update of the log was taken out"
    ) {
      try $0.queue.write { try $0.execute(sql: "DROP TRIGGER audit_event_update") }
    },
    Tampering(
      "a trigger made harmless", .schemaChanged,
      "trigger audit_event_delete of the log is not the one that was made"
    ) {
      try $0.queue.write {
        try $0.execute(
          sql: """
            DROP TRIGGER audit_event_delete;
            CREATE TRIGGER audit_event_delete BEFORE DELETE ON audit_event BEGIN SELECT 1; END
            """)
      }
    },
    Tampering(
      "the table taken out", .schemaChanged,
      "the table or index audit_event of the log was taken out"
    ) {
      try $0.queue.write { try $0.execute(sql: "DROP TABLE audit_event") }
    },
    Tampering(
      "the table made anew without its rules", .schemaChanged,
      "the table or index audit_event of the log is not the one that was made"
    ) {
      try $0.falsify(
        """
        CREATE TABLE copy AS SELECT * FROM audit_event;
        DROP TABLE audit_event;
        CREATE TABLE audit_event (sequence, kind, subject, line, hash);
        INSERT INTO audit_event SELECT * FROM copy;
        DROP TABLE copy
        """)
    },
    Tampering(
      "a view in the table's place", .schemaChanged,
      "the table or index audit_event of the log is not the one"
    ) {
      try $0.queue.write {
        try $0.execute(
          sql: """
            ALTER TABLE audit_event RENAME TO other;
            CREATE VIEW audit_event AS SELECT * FROM other
            """)
      }
    },
  ]

  static let heads: [Tampering] = [
    Tampering(
      "the head's sequence lowered with the end cut off", .headSignatureBad,
      "the signature of the head at event 9 is not the station's"
    ) { scene in
      try scene.falsify("DELETE FROM audit_event WHERE sequence > 9")
      let text = try String(contentsOfFile: scene.headFile, encoding: .utf8)
      try text.replacingOccurrences(of: "\"sequence\":12", with: "\"sequence\":9")
        .write(toFile: scene.headFile, atomically: true, encoding: .utf8)
    },
    Tampering("the signature changed", .headSignatureBad, "the head at event 12 is not") {
      var bytes = try Data(contentsOf: URL(fileURLWithPath: $0.signatureFile))
      bytes[7] ^= 1
      try bytes.write(to: URL(fileURLWithPath: $0.signatureFile))
    },
    Tampering("the head made into something else", .headDamaged, "is no head") {
      try Data("{}\n".utf8).write(to: URL(fileURLWithPath: $0.headFile))
    },
    Tampering(
      "the log chained anew and the head signed with another key", .headKeyOther,
      "the head at event 12 was signed by another key"
    ) { scene in
      try scene.falsify { db in
        var rows = try ForgedRow.all(db)
        rows[2].fields["person"] = "B. Jones"
        ForgedRow.chain(&rows)
        try ForgedRow.store(rows, db)
      }
      try FileManager.default.removeItem(atPath: scene.heads.path)
      try scene.sign(with: StationKey.create(inFolder: scene.folder.path + "/other"))
    },
    Tampering(
      "a line of the history of heads taken out", .headDamaged,
      "the history of heads was changed: line 2"
    ) { scene in
      var lines = try String(contentsOfFile: scene.historyFile, encoding: .utf8)
        .split(separator: "\n")
      lines.remove(at: 1)
      try (lines.joined(separator: "\n") + "\n")
        .write(toFile: scene.historyFile, atomically: true, encoding: .utf8)
    },
    Tampering(
      "the history of heads cut off", .headDamaged, "the history of heads was cut off"
    ) { scene in
      let lines = try String(contentsOfFile: scene.historyFile, encoding: .utf8)
        .split(separator: "\n")
      try (lines.dropLast().joined(separator: "\n") + "\n")
        .write(toFile: scene.historyFile, atomically: true, encoding: .utf8)
    },
    Tampering(
      "the history of heads taken out", .headDamaged, "the history of heads was cut off"
    ) { try FileManager.default.removeItem(atPath: $0.historyFile) },
    Tampering(
      "a head in the history changed", .headSignatureBad, "the head at event 8 is not"
    ) { scene in
      let text = try String(contentsOfFile: scene.historyFile, encoding: .utf8)
      let lines = text.split(separator: "\n")
      let forged = lines[1].replacingOccurrences(of: "T17:20:01", with: "T17:20:02")
        .replacingOccurrences(of: "T17:20:00.000Z", with: "T17:21:00.000Z")
      try "\(lines[0])\n\(forged)\n\(lines[2])\n"
        .write(toFile: scene.historyFile, atomically: true, encoding: .utf8)
    },
  ]

  static let all = lines + order + wholes + heads
}

@Suite struct AuditTamperingTests {
  @Test func aLogThatNobodyTouchedIsWhole() throws {
    let verdict = try AuditScene().verdict()
    #expect(verdict.faults == [])
    #expect(verdict.isWhole)
    #expect(verdict.notes == [])
    #expect(verdict.events == 12)
    #expect(verdict.covered == 12)
    #expect(verdict.head?.sequence == 12)
  }

  @Test(arguments: Tampering.all)
  func everyWayToFalsifyIsFoundAndNamed(_ tampering: Tampering) throws {
    let scene = try AuditScene()
    try tampering.falsify(scene)
    let verdict = try scene.verdict()
    #expect(!verdict.isWhole)
    #expect(
      verdict.faults.contains {
        $0.kind == tampering.kind && $0.message.contains(tampering.words)
      }, "\(verdict.faults)")
  }

  @Test(arguments: Tampering.all)
  func noHeadIsSignedOverALogThatContradictsTheOneOutside(_ tampering: Tampering) throws {
    let scene = try AuditScene()
    try tampering.falsify(scene)
    let before = try? Data(contentsOf: URL(fileURLWithPath: scene.headFile))
    // It may refuse, or find nothing new to sign; it never writes another head.
    _ = try? scene.sign()
    let after = try? Data(contentsOf: URL(fileURLWithPath: scene.headFile))
    #expect(after == before)
  }

  @Test func theTableNamesAtLeastEveryKindThatALogCanShow() {
    let named = Set(Tampering.all.map(\.kind))
    #expect(Tampering.all.count >= 12)
    #expect(Set(AuditFault.Kind.allCases).subtracting(named) == [.codeUnknown])
  }

  @Test func aLogRewrittenByOneWithoutHeadsOutsideGoesUnnoticedAndTheVerdictSaysSo() throws {
    let scene = try AuditScene(signedAt: [])
    try scene.falsify { db in
      var rows = try ForgedRow.all(db)
      rows[5].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
      try ForgedRow.store(rows, db)
    }
    let verdict = try scene.verdict()
    #expect(verdict.isWhole)
    #expect(verdict.covered == nil)
    #expect(verdict.notes.map(\.kind) == [.headMissing])
    #expect(verdict.notes[0].message.contains("nothing outside to compare with"))
  }

  @Test func everyEventChangedAloneIsFoundAtItsSequence() throws {
    for sequence in 1...AuditScene.events {
      let scene = try AuditScene(signedAt: [12])
      try scene.falsify { db in
        var rows = try ForgedRow.all(db)
        rows[Int(sequence) - 1].fields["person"] = "B. Jones"
        try ForgedRow.store(rows, db)
      }
      let faults = try scene.verdict().faults
      #expect(faults.map(\.kind) == [.lineChanged], "event \(sequence): \(faults)")
      #expect(faults.first?.sequence == sequence)
    }
  }

  @Test func everyEventTakenOutAloneIsFoundAtItsSequence() throws {
    for sequence in 1..<AuditScene.events {
      let scene = try AuditScene(signedAt: [12])
      try scene.falsify("DELETE FROM audit_event WHERE sequence = \(sequence)")
      let faults = try scene.verdict().faults
      #expect(faults.map(\.kind) == [.removed], "event \(sequence): \(faults)")
      #expect(faults.first?.sequence == sequence)
    }
  }

  @Test func textOfTheLogReachesNoMessageUnescaped() throws {
    let scene = try AuditScene()
    try scene.falsify { db in
      var rows = try ForgedRow.all(db)
      rows[6].fields["session"] = "\u{1B}[2J\u{202E}"
      rows[6].fields["case"] = "\u{1B}]0;x\u{7}"
      ForgedRow.chain(&rows)
      try ForgedRow.store(rows, db)
    }
    let verdict = try scene.verdict(codes: ["\u{1B}[2J"])
    let texts = verdict.faults.map(\.message) + verdict.notes.map(\.message)
    #expect(texts.contains { $0.contains("\\u{1B}") })
    for text in texts {
      #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
