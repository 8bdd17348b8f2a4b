import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseFile

/// A folder of its own for one test, taken away at the end of its life.
final class AuditTestFolder: Sendable {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "audit-tests-\(UUID().uuidString.lowercased())"
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// Clocks and entries of the tests.
enum AuditSample {
  /// 2026-11-21T17:20:00.000Z
  static let start: Int64 = 1_795_281_600_000

  /// A clock that goes on by a second with each reading.
  static func clock(_ start: Int64 = start) -> AuditClock {
    let count = Atomic<Int64>(0)
    let box = Box(count)
    return AuditClock {
      let step = box.count.add(1, ordering: .relaxed).oldValue
      return AuditClock.Reading(
        time: start + step * 1000, monotonic: 5_000_000 + step * 1000, source: "test clock")
    }
  }

  private final class Box: Sendable {
    let count: Atomic<Int64>
    init(_ count: consuming Atomic<Int64>) { self.count = count }
  }

  static func open(_ person: String = "A. Smith 4711") -> AuditEntry {
    AuditEntry(act: .session, kind: AuditEntry.sessionOpen, person: person)
  }

  static let close = AuditEntry(
    act: .session, kind: AuditEntry.sessionClose, person: "A. Smith 4711")

  static func read(_ number: Int) -> AuditEntry {
    AuditEntry(
      act: .combination, kind: "photo.read", person: "system",
      subject: "photo:" + Hexadecimal.text([UInt8](repeating: UInt8(number & 255), count: 32)),
      details: ["number": .count(number), "name": "IMG \"\(number)\"\n\u{1B}[31m é.jpg"])
  }
}

/// A case file with a log, a station key and heads outside: what the tests falsify.
final class AuditScene {
  static let events: Int64 = 12
  static let caseIdentifier = "0f2c5b7e-1111-4222-8333-444455556666"

  let folder: AuditTestFolder
  let queue: DatabaseQueue
  let key: StationKey
  let heads: HeadFolder
  let identifier: String

  var caseFile: String { folder.path + "/haul.case" }
  var keyFolder: String { folder.path + "/station" }

  /// - Parameter signedAt: after which events a head is signed.
  init(signedAt: Set<Int64> = [4, 8, 12], identifier: String = caseIdentifier) throws {
    let folder = try AuditTestFolder()
    self.folder = folder
    self.identifier = identifier
    var configuration = Configuration()
    // Hundreds of files are made, and none has to outlive a power cut.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
    queue = try DatabaseQueue(path: folder.path + "/haul.case", configuration: configuration)
    key = try StationKey.create(inFolder: folder.path + "/station")
    heads = HeadFolder(path: folder.path + "/heads")
    try queue.write { try AuditTable.create($0, identifier: identifier) }
    try Self.fill(queue, signedAt: signedAt) { try self.sign() }
  }

  /// Twelve events: a session of six, and another of six with its close.
  static func fill(
    _ queue: DatabaseQueue, signedAt: Set<Int64> = [], clock: AuditClock = AuditSample.clock(),
    sign: () throws -> Void = {}
  ) throws {
    for number in 1...events {
      let entry =
        switch number {
        case 1, 7: AuditSample.open()
        case 6, 12: AuditSample.close
        default: AuditSample.read(Int(number))
        }
      _ = try queue.write {
        try AuditTable.append([entry], session: number <= 6 ? "s1" : "s2", clock: clock, $0)
      }
      if signedAt.contains(number) { try sign() }
    }
  }

  func append(_ entries: [AuditEntry], session: String = "s3") throws {
    _ = try queue.write {
      try AuditTable.append(entries, session: session, clock: AuditSample.clock(), $0)
    }
  }

  @discardableResult
  func sign(with other: StationKey? = nil) throws -> SignedHead? {
    try heads.write(
      case: identifier, caseFile: caseFile, key: other ?? key, clock: AuditSample.clock()
    ) { sequence in try queue.read { try AuditTable.position(at: sequence, $0) } }
  }

  func verdict(codes: [String] = [], with other: StationPublicKey? = nil) throws -> AuditVerdict {
    try queue.read { db in
      try AuditVerifier.verdict(of: db, key: other ?? key.publicKey, codes: codes) {
        try heads.read(case: $0, caseFile: caseFile)
      }
    }
  }

  /// Falsifies the log as one with all rights on the file can: without the triggers, which are put
  /// back behind it.
  func falsify(_ body: (Database) throws -> Void) throws {
    try queue.write { db in
      for trigger in AuditTable.triggers { try db.execute(sql: "DROP TRIGGER \(trigger.name)") }
      try body(db)
      for trigger in AuditTable.triggers { try db.execute(sql: trigger.sql) }
    }
  }

  func falsify(_ sql: String) throws { try falsify { try $0.execute(sql: sql) } }

  var headFile: String { "\(heads.path)/\(identifier).head.json" }
  var signatureFile: String { "\(heads.path)/\(identifier).head.sig" }
  var historyFile: String { "\(heads.path)/\(identifier).heads.jsonl" }

  func export(_ name: String = "export") throws -> String {
    let target = "\(folder.path)/\(name)"
    let head = try #require(try heads.read(case: identifier, caseFile: nil).latest)
    try AuditExport(head: head, key: key.publicKey).write(to: target) { take in
      try queue.read { try AuditTable.forEachRow($0, take) }
    }
    return target
  }
}

/// The log's rows as somebody who falsifies it handles them.
struct ForgedRow {
  var sequence: Int64
  var fields: [String: AuditValue]
  var hash: [UInt8]

  var line: [UInt8] { AuditValue.object(fields).canonical }

  static func all(_ db: Database) throws -> [ForgedRow] {
    try Row.fetchAll(db, sql: "SELECT sequence, line, hash FROM audit_event ORDER BY sequence")
      .map { row in
        guard case .object(let fields) = try AuditValue(canonical: Array((row[1] as String).utf8))
        else { throw CanonicalFault(reason: "no object", position: 0) }
        return ForgedRow(sequence: row[0], fields: fields, hash: Array(row[2] as Data))
      }
  }

  /// Puts these rows in the place of all.
  static func store(_ rows: [ForgedRow], _ db: Database) throws {
    try db.execute(sql: "DELETE FROM audit_event")
    for row in rows {
      guard case .text(let kind)? = row.fields["kind"] else { continue }
      var subject: String?
      if case .text(let text)? = row.fields["subject"] { subject = text }
      try db.execute(
        sql: "INSERT INTO audit_event (sequence, kind, subject, line, hash) VALUES (?, ?, ?, ?, ?)",
        arguments: [
          row.sequence, kind, subject, String(decoding: row.line, as: UTF8.self), Data(row.hash),
        ])
    }
  }

  /// Numbers and chains the rows anew, as a whole forged log would be.
  static func chain(_ rows: inout [ForgedRow]) {
    var previous = AuditLine.origin
    for index in rows.indices {
      rows[index].sequence = Int64(index + 1)
      rows[index].fields["sequence"] = .count(index + 1)
      rows[index].fields["previous"] = .text(Hexadecimal.text(previous))
      rows[index].rehash()
      previous = rows[index].hash
    }
  }

  mutating func rehash() { hash = AuditLine.hash(of: line) }
}

/// Runs programs as a person at a terminal would.
enum Shell {
  struct Outcome {
    var status: Int32
    var output: String
  }

  static func run(_ script: String, in folder: String, arguments: [String] = ["-e"]) throws
    -> Outcome
  {
    let file = "\(folder)/.script-\(UUID().uuidString)"
    let log = file + ".log"
    try Data(script.utf8).write(to: URL(fileURLWithPath: file))
    #expect(FileManager.default.createFile(atPath: log, contents: nil))
    defer {
      try? FileManager.default.removeItem(atPath: file)
      try? FileManager.default.removeItem(atPath: log)
    }
    let output = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = arguments + [file]
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = output
    try process.run()
    process.waitUntilExit()
    try output.close()
    let text = try String(contentsOfFile: log, encoding: .utf8)
    return Outcome(status: process.terminationStatus, output: text)
  }
}
