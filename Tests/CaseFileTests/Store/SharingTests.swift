import Dispatch
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseFile

/// Several connections to one case at once, as several processes have.
@Suite struct SharingTests {
  /// A connection that may keep a transaction open, as another program does while it writes.
  private static func holder(_ fixture: CaseFixture) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    return try DatabaseQueue(path: fixture.path, configuration: configuration)
  }

  @Test func twoShareTheWorkAndNoneIsLostOrDoneTwice() throws {
    let fixture = try CaseFixture()
    let names = (0..<240).map { "\($0).jpg" }
    let read = Mutex<[String]>([])
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      do {
        let file = try fixture.open(person: "P \(worker)")
        let run = try file.beginRun(
          RunDetails(
            settings: CaseFixture.settings, lists: [], sandbox: "", machine: "m\(worker)"))
        var left = names.map { FileClaim(path: Array("/photos/\($0)".utf8), sha256: digest($0)) }
        while !left.isEmpty {
          let answer = try file.claim(left, run: run, limit: 7)
          let granted = answer.granted.map {
            String(String(decoding: $0.path, as: UTF8.self).dropFirst(8))
          }
          read.withLock { $0 += granted }
          try file.heartbeat(run: run)
          if !granted.isEmpty { try file.record(granted.map { made($0) }, run: run) }
          left = answer.held + answer.remaining
        }
        try file.endRun(run, outcome: "finished")
        try file.close()
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock { $0 } == [])
    #expect(read.withLock { $0.sorted() } == names.sorted())
    #expect(try fixture.file.photos(limit: 1_000).count == names.count)
    #expect(try fixture.file.claimCounts().isEmpty)
    #expect(try CaseConsistency(fixture.file).faults() == [])
  }

  @Test func decisionsMadeAtOnceKeepToTheRules() throws {
    let fixture = try CaseFixture()
    let people = (1...6).map { "P\($0)" }
    for person in people { try fixture.file.addOperator(name: person, role: .reader) }
    try fixture.record([made("a.jpg", readings: [MadeReading(status: "review")])])
    let recorded = Atomic(0)
    DispatchQueue.concurrentPerform(iterations: people.count) { index in
      let subject = ReadingSubject(photo: digest("a.jpg"), number: .read(0))
      let refusal = code {
        let file = try fixture.open(person: people[index])
        defer { try? file.close() }
        try file.decide(
          Decision(subject: subject, act: .key("356938035643809")), person: people[index])
      }
      if refusal == nil { recorded.add(1, ordering: .relaxed) }
      #expect(refusal == nil || refusal == .decisionRefused)
    }
    #expect(recorded.load(ordering: .relaxed) == 2)
    #expect(try fixture.file.standing(of: digest("a.jpg")).isResolved)
  }

  @Test func aWriterWaitsForAnother() throws {
    let fixture = try CaseFixture()
    let other = try Self.holder(fixture)
    try other.inDatabase { try $0.beginTransaction(.immediate) }
    DispatchQueue.global().asyncAfter(deadline: .now() + 0.7) {
      try? other.inDatabase { try $0.rollback() }
    }
    let start = ContinuousClock.now
    try fixture.file.addExhibit("AB/1")
    #expect(ContinuousClock.now - start > .milliseconds(300))
    #expect(try fixture.file.exhibits().count == 1)
  }

  @Test func afterItsPatienceAWriterSaysWhoIsInTheWay() throws {
    let fixture = try CaseFixture()
    let hasty = try CaseFile.open(
      at: fixture.path, mode: .readWrite, session: fixture.file.session, patience: 0.2)
    let other = try Self.holder(fixture)
    try other.inDatabase { try $0.beginTransaction(.immediate) }
    do {
      try hasty.addExhibit("AB/1")
      Issue.record("was written")
    } catch let error as CaseFileError {
      #expect(error.code == .caseBusy)
      #expect(!error.description.contains("database is locked"))
    }
    try other.inDatabase { try $0.rollback() }
    try hasty.addExhibit("AB/1")
    try hasty.close()
  }

  @Test func readersDoNotWaitForAWriter() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg")])
    let other = try Self.holder(fixture)
    try other.inDatabase {
      try $0.beginTransaction(.immediate)
      try $0.execute(sql: "UPDATE photo SET status = 'none'")
    }
    let start = ContinuousClock.now
    #expect(try fixture.file.photos(limit: 10).map(\.status) == ["accepted"])
    #expect(try fixture.open(.readOnly).photoCounts() == ["accepted": 1])
    #expect(ContinuousClock.now - start < .seconds(5))
    try other.inDatabase { try $0.rollback() }
  }

  @Test func aFullDiskLosesNothingThatWasRecorded() throws {
    let fixture = try CaseFixture()
    try fixture.record((0..<20).map { made("\($0).jpg") })
    let run = try fixture.begin()
    let pool = fixture.file.connection.pool
    let pages = try pool.writeWithoutTransaction { db in
      let count = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
      try db.execute(sql: "PRAGMA max_page_count = \(count + 8)")
      return count
    }
    var recorded = 20
    var failure: CaseFileError?
    for index in 0..<200 where failure == nil {
      do {
        try fixture.file.record([made("more \(index).jpg")], run: run)
        recorded += 1
      } catch let error as CaseFileError {
        failure = error
      }
    }
    #expect(failure?.code == .diskFull)
    #expect(recorded > 20)
    #expect(try fixture.file.photos(limit: 1_000).count == recorded)
    #expect(try CaseConsistency(fixture.file).faults() == [])
    try pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 10_000)")
    }
    try fixture.file.record((0..<200).map { made("more \($0).jpg") }, run: run)
    #expect(try fixture.file.photos(limit: 1_000).count == 220)
  }

  /// A kill or a loss of power leaves the file as it was and a log of which any part may be missing at
  /// the end: whatever is left must be a case in which rows and events fit.
  @Test func whereverTheLogIsCutTheCaseIsWhole() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    try fixture.file.connection.pool.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA wal_autocheckpoint = 0")
      _ = try $0.checkpoint(.truncate)
    }
    for index in 0..<12 {
      try fixture.file.record((0..<3).map { made("\(index)-\($0).jpg") }, run: run)
    }
    let base = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    let log = try Data(contentsOf: URL(fileURLWithPath: fixture.path + "-wal"))
    var counts: Set<Int> = []
    for cut in [0, log.count] + (0..<24).map({ _ in Int.random(in: 0...log.count) }) {
      let copy = fixture.folder + "/cut-\(cut).case"
      try base.write(to: URL(fileURLWithPath: copy))
      try log.prefix(cut).write(to: URL(fileURLWithPath: copy + "-wal"))
      let file = try CaseFile.open(at: copy, mode: .readWrite, session: fixture.file.session)
      let count = try file.photos(limit: 100).count
      counts.insert(count)
      #expect(count % 3 == 0, "cut at \(cut)")
      #expect(try file.events(kinds: ["photo.read"]).count == count, "cut at \(cut)")
      #expect(try CaseConsistency(file).faults() == [], "cut at \(cut)")
      // It goes on from there.
      try file.record([made("after.jpg")], run: run)
      try file.close()
    }
    #expect(counts.contains(0))
    #expect(counts.contains(36))
  }

  @Test func aClosedCaseIsOneFile() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a.jpg")])
    try fixture.file.close()
    #expect(try FileManager.default.contentsOfDirectory(atPath: fixture.folder) == ["haul.case"])
  }
}
