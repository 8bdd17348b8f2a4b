import Foundation
import GRDB
import Glibc
import Testing

@testable import CaseFile

@Suite struct AuditExportTests {
  /// The commands of VERIFY.txt, by the very command that it gives to run them.
  private func follow(_ folder: String) throws -> Shell.Outcome {
    let text = try String(contentsOfFile: folder + "/VERIFY.txt", encoding: .utf8)
    let all = try #require(text.split(separator: "\n").first { $0.contains("| bash -e") })
    return try Shell.run(String(all), in: folder, arguments: [])
  }

  /// Replaces text in one file of an export.
  private static func replace(
    _ old: String, _ new: String, in file: String, _ folder: String
  ) throws {
    let text = try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
    #expect(text.contains(old))
    try text.replacingOccurrences(of: old, with: new)
      .write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
  }

  private static func lines(_ file: String, _ folder: String) throws -> [String] {
    try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8)
      .split(separator: "\n").map(String.init)
  }

  private static func write(_ lines: [String], to file: String, _ folder: String) throws {
    try (lines.joined(separator: "\n") + "\n")
      .write(toFile: "\(folder)/\(file)", atomically: true, encoding: .utf8)
  }

  /// Writes a log in the place of the exported one, with hashes that fit.
  private static func store(_ rows: [ForgedRow], _ folder: String) throws {
    try write(
      rows.map { String(decoding: $0.line, as: UTF8.self) }, to: "audit.jsonl", folder)
    try write(
      rows.map { "\($0.sequence) \(Hexadecimal.text($0.hash))" }, to: "hashes.txt", folder)
  }

  @Test func theCommandsOfTheInstructionsPassOnAnExportThatNobodyTouched() throws {
    let scene = try AuditScene()
    let outcome = try follow(scene.export())
    let head = try #require(try scene.queue.read { try AuditTable.head($0) })
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(
      outcome.output.split(separator: "\n").map(String.init) == [
        "key: \(scene.key.identifier)", "Signature Verified Successfully",
        "log: whole, 12 events", head.shortCode.filter { $0 != "-" },
      ])
  }

  @Test func eventsBehindTheHeadAreToldByTheCommands() throws {
    let scene = try AuditScene()
    try scene.append([AuditSample.open(), AuditSample.close])
    let outcome = try follow(scene.export())
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("events after 12 are covered by no signature"))
    #expect(outcome.output.contains("log: whole, 14 events"))
  }

  /// A way to falsify an export, what the commands print, and what the kit finds.
  struct Forgery: Sendable, CustomTestStringConvertible {
    var name: String
    var words: String
    var kind: AuditFault.Kind
    var forge: @Sendable (String, AuditScene) throws -> Void
    var testDescription: String { name }
  }

  static let forgeries: [Forgery] = [
    Forgery(
      name: "a word changed", words: "event 5: line and hash do not belong together",
      kind: .lineChanged
    ) { folder, _ in
      var lines = try lines("audit.jsonl", folder)
      lines[4] = lines[4].replacingOccurrences(of: "system", with: "nobody")
      try write(lines, to: "audit.jsonl", folder)
    },
    Forgery(
      name: "a word and its hash changed", words: "event 6: it does not build on the event before",
      kind: .chainBroken
    ) { folder, scene in
      var rows = try scene.queue.read { try ForgedRow.all($0) }
      rows[4].fields["person"] = "B. Jones"
      rows[4].rehash()
      try store(rows, folder)
    },
    Forgery(
      name: "all chained anew", words: "the log does not hold event 12 as it was signed",
      kind: .rewritten
    ) { folder, scene in
      var rows = try scene.queue.read { try ForgedRow.all($0) }
      rows[4].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
      try store(rows, folder)
    },
    Forgery(
      name: "an event taken out", words: "event 6: it does not build on the event before it",
      kind: .removed
    ) { folder, scene in
      var rows = try scene.queue.read { try ForgedRow.all($0) }
      rows.remove(at: 5)
      for index in rows.indices { rows[index].sequence = Int64(index + 1) }
      try store(rows, folder)
    },
    Forgery(
      name: "the end cut off", words: "the log does not hold event 12 as it was signed",
      kind: .truncated
    ) { folder, scene in
      try store(Array(try scene.queue.read { try ForgedRow.all($0) }.prefix(9)), folder)
    },
    Forgery(
      name: "lines cut off and their hashes left", words: "hashes.txt has another number of lines",
      kind: .removed
    ) { folder, _ in
      try write(Array(try lines("audit.jsonl", folder).prefix(9)), to: "audit.jsonl", folder)
    },
    Forgery(
      name: "two lines exchanged", words: "event 5: it says that it is event 6", kind: .reordered
    ) { folder, scene in
      var rows = try scene.queue.read { try ForgedRow.all($0) }
      rows.swapAt(4, 5)
      (rows[4].sequence, rows[5].sequence) = (5, 6)
      try store(rows, folder)
    },
    Forgery(
      name: "an event inserted", words: "event 7: it says that it is event 6", kind: .inserted
    ) { folder, scene in
      var rows = try scene.queue.read { try ForgedRow.all($0) }
      rows.insert(rows[5], at: 6)
      for index in rows.indices { rows[index].sequence = Int64(index + 1) }
      try store(rows, folder)
    },
    Forgery(
      name: "the log emptied", words: "the log does not hold event 12 as it was signed",
      kind: .emptied
    ) { folder, _ in
      try Data().write(to: URL(fileURLWithPath: folder + "/audit.jsonl"))
      try Data().write(to: URL(fileURLWithPath: folder + "/hashes.txt"))
    },
    Forgery(
      name: "a zero byte put into a line", words: "the log has zero bytes in it",
      kind: .lineUnreadable
    ) { folder, _ in
      var bytes = try Data(contentsOf: URL(fileURLWithPath: folder + "/audit.jsonl"))
      bytes.insert(0, at: 100)
      try bytes.write(to: URL(fileURLWithPath: folder + "/audit.jsonl"))
    },
    Forgery(
      name: "a blank put behind a line", words: "event 3: line and hash do not belong together",
      kind: .lineUnreadable
    ) { folder, _ in
      var lines = try lines("audit.jsonl", folder)
      lines[2] += " "
      try write(lines, to: "audit.jsonl", folder)
    },
    Forgery(
      name: "a hash changed", words: "event 3: line and hash do not belong together",
      kind: .hashChanged
    ) { folder, _ in
      var lines = try lines("hashes.txt", folder)
      lines[2] = "3 " + String(repeating: "0", count: 64)
      try write(lines, to: "hashes.txt", folder)
    },
    Forgery(
      name: "another case's log", words: "event 1: it is of another case", kind: .replaced
    ) { folder, _ in
      let other = try AuditScene(identifier: "99999999-1111-4222-8333-444455556666")
      try store(try other.queue.read { try ForgedRow.all($0) }, folder)
    },
    Forgery(
      name: "log and head fitted to each other", words: "signature: FAILED",
      kind: .headSignatureBad
    ) { folder, scene in
      var rows = try scene.queue.read { try ForgedRow.all($0) }
      let old = Hexadecimal.text(rows[11].hash)
      rows[4].fields["person"] = "B. Jones"
      ForgedRow.chain(&rows)
      try store(rows, folder)
      try replace(old, Hexadecimal.text(rows[11].hash), in: "head.json", folder)
    },
    Forgery(name: "the signature changed", words: "signature: FAILED", kind: .headSignatureBad) {
      folder, _ in
      try Data(repeating: 7, count: 64).write(to: URL(fileURLWithPath: folder + "/head.sig"))
    },
    Forgery(name: "another key put there", words: "key: FAILED", kind: .headKeyOther) {
      folder, scene in
      let other = try StationKey.create(inFolder: scene.folder.path + "/other")
      try Data(other.publicPEM.utf8)
        .write(to: URL(fileURLWithPath: folder + "/station.pub.pem"))
    },
    Forgery(name: "the head taken out", words: "key: FAILED", kind: .headDamaged) { folder, _ in
      unlink(folder + "/head.json")
    },
  ]

  @Test(arguments: forgeries)
  func theCommandsFailOnAnExportThatWasFalsified(_ forgery: Forgery) throws {
    let scene = try AuditScene()
    let folder = try scene.export()
    try forgery.forge(folder, scene)
    let outcome = try follow(folder)
    #expect(outcome.status != 0)
    #expect(outcome.output.contains(forgery.words), "\(outcome.output)")
  }

  @Test(arguments: forgeries)
  func theKitFindsInAnExportWhatTheCommandsFind(_ forgery: Forgery) throws {
    let scene = try AuditScene()
    let folder = try scene.export()
    #expect(try AuditVerdict(ofExport: folder).faults == [])
    try forgery.forge(folder, scene)
    let faults = try AuditVerdict(ofExport: folder).faults
    #expect(faults.map(\.kind).contains(forgery.kind), "\(faults)")
  }

  @Test func anExportSignedAnewWithAnotherKeyIsFoundByTheKeyComeByAnotherWay() throws {
    let scene = try AuditScene()
    let forger = try AuditScene()
    let folder = try forger.export()
    #expect(try AuditVerdict(ofExport: folder).isWhole)
    let faults = try AuditVerdict(ofExport: folder, key: scene.key.publicKey).faults
    #expect(faults.map(\.kind) == [.headKeyOther])
  }

  @Test func textThatLooksLikeTheFieldsOfALineMisleadsNoCommand() throws {
    let scene = try AuditScene()
    let trap =
      "\",\"previous\":\"\(String(repeating: "0", count: 64))\",\"schema\":\"imeikit.audit/1\","
      + "\"sequence\":1,\"session\":\"$(exit 1)`exit 1` \\n %s\\"
    let object: [String: AuditValue] = [
      "previous": .text(String(repeating: "0", count: 64)), "schema": "imeikit.audit/1",
      "sequence": 1, "session": "x",
    ]
    try scene.append([
      AuditSample.open(trap),
      AuditEntry(
        act: .alteration, kind: trap, person: trap, subject: trap,
        details: ["text": .text(trap), "object": .object(object)]),
      AuditSample.close,
    ])
    try scene.sign()
    let outcome = try follow(scene.export())
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.output.contains("log: whole, 15 events"))
  }

  @Test func anExportIsWrittenOnceAndLeavesNothingHalf() throws {
    let scene = try AuditScene()
    let folder = try scene.export()
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    #expect(names == AuditExport.File.allCases.map(\.rawValue).sorted())
    let error = try #require(throws: CaseFileError.self) { try scene.export() }
    #expect(error.code == .alreadyThere)
    let before = try FileManager.default.contentsOfDirectory(atPath: scene.folder.path).sorted()
    struct Stop: Error {}
    let head = try #require(
      try scene.heads.read(case: AuditScene.caseIdentifier, caseFile: nil).latest)
    #expect(throws: Stop.self) {
      try AuditExport(head: head, key: scene.key.publicKey)
        .write(to: scene.folder.path + "/half/") { _ in throw Stop() }
    }
    let after = try FileManager.default.contentsOfDirectory(atPath: scene.folder.path).sorted()
    #expect(after == before)
  }

  @Test func aHeadThatTheKeyDidNotSignIsNotExported() throws {
    let scene = try AuditScene()
    let other = try StationKey.create(inFolder: scene.folder.path + "/other")
    let head = try #require(
      try scene.heads.read(case: AuditScene.caseIdentifier, caseFile: nil).latest)
    #expect(throws: CaseFileError.self) { try AuditExport(head: head, key: other.publicKey) }
  }

  @Test func theInstructionsTellTheCodeAndWhatIsNotProved() throws {
    let scene = try AuditScene()
    let text = try String(contentsOfFile: scene.export() + "/VERIFY.txt", encoding: .utf8)
    let head = try #require(try scene.queue.read { try AuditTable.head($0) })
    #expect(text.contains(head.shortCode))
    #expect(text.contains(Hexadecimal.text(head.hash)))
    #expect(text.contains("What this does not prove"))
    #expect(text.contains("\n  sed -n 's/^    //p' VERIFY.txt | bash -e\n"))
  }
}
