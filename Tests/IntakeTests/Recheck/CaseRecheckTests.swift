import BlockList
import CaseFile
import Foundation
import IMEI
import IntakeTestSupport
import Testing

@testable import Intake

@Suite("Recheck of a case") struct CaseRecheckTests {
  private let folder: TemporaryFolder
  private let store: BlockListStore
  private let file: CaseFile
  private let first = "356938035643809"
  private let second = "490154203237518"

  init() throws {
    folder = try TemporaryFolder()
    store = try BlockListStore(path: folder.path.text + "/lists.sqlite", mode: .readWrite)
    file = try CaseFile.create(
      at: folder.path.text + "/case.imeikit", details: CaseDetails(reference: "1"),
      session: CaseSession(person: "Reader", program: "test", machine: "test"))
  }

  private func importList(
    _ text: String, name: String = "Register", date: String, kind: ListKind? = nil
  ) throws {
    _ = try store.importList(
      from: .bytes(Array(text.utf8), name: "list.csv"), name: name, date: try ListDate(date),
      options: ImportOptions(kind: kind, overrides: [.smaller]))
  }

  /// Records a photo as a worker reads it with the lists now in force.
  @discardableResult
  private func read(
    _ name: String, _ imeis: [String], status: PhotoResult.Reading.Status = .accepted,
    change: (inout PhotoResult.Reading) throws -> Void = { _ in }
  ) throws -> String {
    let sha256 = PhotoDigest.sha256(of: Array(name.utf8))
    var result = PhotoResult(
      path: PhotoPath("/haul/\(name)"), status: status == .accepted ? .accepted : .review,
      sha256: sha256)
    for (slot, text) in imeis.enumerated() {
      let imei = try #require(IMEI(text))
      var reading = PhotoResult.Reading(
        imei: text, formatted: imei.formatted, status: status, reasons: [],
        checkDigit: imei.checkDigit, reportingBody: imei.reportingBody,
        tac: PhotoResult.TAC(code: imei.tac.digits), sources: [], confidence: 1,
        digits: Array(repeating: 1, count: 15), slot: slot + 1, box: [],
        answer: try store.lookUp(imei))
      try change(&reading)
      result.readings.append(reading)
    }
    let run = try file.beginRun(
      RunDetails(
        settings: RunSettings(toolVersion: "1", components: [:], values: [:]),
        lists: try store.lists().map(\.list), sandbox: "none", machine: "test"))
    try file.record(
      [
        RecordedPhoto(
          path: Array("/haul/\(name)".utf8), sha256: sha256, stamp: nil,
          result: String(decoding: try result.json(), as: UTF8.self))
      ], run: run)
    try file.endRun(run, outcome: "finished")
    return sha256
  }

  private func recheck() throws -> CaseRecheckReport? {
    guard case .asked(let report) = try CaseRecheck(file: file, store: store).run() else {
      return nil
    }
    return report
  }

  @Test func whatIsNewOnAListIsNewlyFlaggedAndToldAsRecheckTellsIt() throws {
    try importList("\(first)\n", date: "2026-11-01")
    try read("a.jpg", [first])
    let photo = try read("b.jpg", [second])
    #expect(try recheck() == nil)
    try importList("\(first)\n\(second)\n", date: "2026-11-02")
    let report = try #require(try recheck())
    #expect(report.recheck.asked == 2)
    #expect(report.recheck.flagged == 2)
    #expect(report.recheck.newlyFlagged == 1)
    #expect(report.changes.map(\.kind) == [.flagged])
    let change = try #require(report.changes.first)
    #expect(change.photo == photo)
    #expect(change.source == "/haul/b.jpg")
    #expect(change.number == "read:0")
    #expect(change.before.lists.map(\.date) == ["2026-11-01"])
    #expect(change.sentence.contains("before not flagged by “Register” of 2026-11-01"))
    let json = String(decoding: try OrderedJSONEncoder().encode(change), as: UTF8.self)
    #expect(json.contains(#""change":"flagged","before":{"state":"notFlagged""#))
    #expect(try recheck() == nil)
  }

  @Test func theExportedResultIsAsAWorkerWouldAnswerToday() throws {
    try importList("\(first)\n", date: "2026-11-01")
    for name in ["a.jpg", "b.jpg"] { try read(name, [first, second]) }
    try importList("\(second)\n", date: "2026-11-02")
    _ = try recheck()
    try importList("\(first)\n", name: "Other", date: "2026-11-03")
    let report = try #require(try recheck())
    #expect(report.changes.map(\.kind) == [.flagged, .flagged])
    var told = 0
    try file.forEachResult { kept in
      let recorded = try PhotoResult(json: kept.json.utf8)
      var expected = recorded
      for index in expected.readings.indices {
        let imei = try #require(IMEI(expected.readings[index].imei))
        expected.readings[index].answer = try store.lookUp(imei)
      }
      #expect(recorded != expected)
      #expect(kept.current == String(decoding: try expected.json(), as: UTF8.self))
      told += 1
    }
    #expect(told == 2)
  }

  @Test func aNewDayOfTheSameEntriesIsRecordedAndIsNoChange() throws {
    try importList("\(first)\n", date: "2026-11-01")
    let photo = try read("a.jpg", [first])
    try importList("\(first)\n\(second)\n", date: "2026-11-02")
    let report = try #require(try recheck())
    #expect(report.changes.isEmpty)
    let current = try #require(try file.resultInForce(of: photo)?.current)
    let answer = try #require(try PhotoResult(json: current.utf8).readings.first?.answer)
    #expect(answer.lists.map(\.date.description) == ["2026-11-02"])
  }

  @Test func whatAnAllowListSaysIsKeptAndFlagsNothing() throws {
    try importList("\(second)\n", date: "2026-11-01")
    let photo = try read("a.jpg", [first])
    try importList("\(first)\n", name: "Exempt", date: "2026-11-02", kind: .allow)
    let report = try #require(try recheck())
    #expect(report.recheck.flagged == 0)
    let current = try #require(try file.resultInForce(of: photo)?.current)
    let answer = try #require(try PhotoResult(json: current.utf8).readings.first?.answer)
    #expect(answer.state == .notFlagged)
    #expect(answer.allowed.map(\.list.name) == ["Exempt"])
  }

  @Test func whatWasReadBeforeAnyListIsCheckedAndAPairOfWhichOneIsListedIsFound() throws {
    let pair = [MadeUpHaul.imei("35693803564380"), MadeUpHaul.imei("35693803564381")]
    try read("a.jpg", pair)
    #expect(throws: IntakeError.self) { try recheck() }
    try importList("\(pair[0])\n", date: "2026-11-01")
    let report = try #require(try recheck())
    #expect(report.recheck.newlyFlagged == 1)
    _ = try file.addFindings()
    #expect(try file.findings().contains { $0.finding.kind == "halfListedPair" })
  }

  @Test func whoStopsInBetweenHasWrittenNothing() throws {
    try importList("\(first)\n", date: "2026-11-01")
    try read("a.jpg", [second])
    try importList("\(second)\n", date: "2026-11-02")
    let events = try file.events().count
    #expect(throws: CancellationError.self) {
      try CaseRecheck(file: file, store: store).run { _ in throw CancellationError() }
    }
    #expect(try file.events().count == events)
    #expect(try recheck()?.recheck.newlyFlagged == 1)
  }

  @Test func aListThatComesIntoForceWhileItAsksIsAskedFromTheStart() throws {
    try importList("\(first)\n", date: "2026-11-01")
    try read("a.jpg", [second])
    try importList("\(first)\n\(second)\n", date: "2026-11-02")
    var isFirst = true
    let outcome = try CaseRecheck(file: file, store: store).run { _ in
      guard isFirst else { return }
      isFirst = false
      try importList("\(first)\n", date: "2026-11-03")
    }
    guard case .asked(let report) = outcome else {
      Issue.record("was not asked")
      return
    }
    #expect(report.recheck.lists.map(\.date.description) == ["2026-11-03"])
    #expect(report.recheck.newlyFlagged == 0)
    #expect(try file.rechecks().count == 1)
  }

  @Test func readingsInReviewHaveTheLeadsOfTheNewestList() throws {
    try importList("\(second)\n", date: "2026-11-01")
    let near = MadeUpHaul.imei("35693803564386")
    let photo = try read("a.jpg", [first], status: .review) { reading in
      reading.digits[13] = 0.5
      reading.digits[14] = 0.5
      try reading.addLeads(from: store)
      #expect(reading.leads.isEmpty)
    }
    try importList("\(near)\n", date: "2026-11-02")
    let report = try #require(try recheck())
    #expect(report.leads == 1)
    func leads() throws -> [String] {
      let current = try #require(try file.resultInForce(of: photo)?.current)
      return try PhotoResult(json: current.utf8).readings.flatMap(\.leads).map(\.imei)
    }
    #expect(try leads() == [near])
    try importList("\(second)\n", date: "2026-11-03")
    #expect(try recheck()?.leads == 0)
    #expect(try leads().isEmpty)
  }
}
