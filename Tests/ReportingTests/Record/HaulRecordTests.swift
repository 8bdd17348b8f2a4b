import BlockList
import CaseFile
import Foundation
import Glibc
import Reporting
import Testing

@Suite struct HaulRecordTests {
  @Test func anEmptyCaseHasAHeadingAndAHead() throws {
    let haul = try CaseHaul()
    let record = try HaulRecord(of: haul.file)
    #expect(record.heading.reference == "OP HERON/12")
    #expect(record.heading.uniqueReferenceNumber == "01AB1234526")
    #expect(record.heading.officerInCharge == "DI Chen")
    #expect(record.heading.identifier == haul.file.identifier && record.heading.closedAt == nil)
    #expect(record.counts == HaulCounts() && record.exhibits.isEmpty && record.lists.isEmpty)
    #expect(record.head == (try haul.file.auditHead()))
    #expect(record.originalsCheckedAt == nil)
  }

  @Test func aPhotoIsAsItWasRead() throws {
    let haul = try CaseHaul()
    try haul.record([CaseHaul.photo("a.jpg", orientation: 6)])
    try haul.assign(["a.jpg"], to: "AB/1")
    let photo = try #require(try HaulRecord(of: haul.file).exhibits.first?.photos.first)
    #expect(photo.sha256 == CaseHaul.digest("a.jpg") && photo.size == 1_000)
    #expect(photo.width == 3_000 && photo.height == 4_000)
    #expect(photo.unverifiedCameraTime == "2026-11-20T10:00:00" && photo.status == "accepted")
    #expect(photo.digits == [CaseHaul.number] && photo.exhibits == ["AB/1"])
    #expect(photo.person == "Ann 1" && photo.program == "imeikit 0.7.0")
  }

  @Test func changedOriginalsHoldTheRecordUpUntilSomebodyKnows() throws {
    let haul = try CaseHaul()
    try haul.record([CaseHaul.photo("a\n.jpg"), CaseHaul.photo("b.jpg")])
    try haul.file.recordOriginalChecks([
      OriginalCheck(
        path: Array("/photos/a\n.jpg".utf8), sha256: CaseHaul.digest("a\n.jpg"), outcome: .changed,
        found: CaseHaul.digest("else")),
      OriginalCheck(
        path: Array("/photos/b.jpg".utf8), sha256: CaseHaul.digest("b.jpg"), outcome: .missing),
    ])
    let error = #expect(throws: ReportingError.self) { try HaulRecord(of: haul.file) }
    #expect(error?.code == .notReady)
    #expect(error?.message.contains("a\\n.jpg and 1 more") == true)
    #expect(error?.cure.contains("--acknowledge 1") == true)
    try haul.file.acknowledge(original: 1)
    #expect(throws: ReportingError.self) { try HaulRecord(of: haul.file) }
    try haul.file.acknowledge(original: 2)
    let record = try HaulRecord(of: haul.file)
    #expect(record.deviations.map(\.acknowledgedBy) == ["Ann 1", "Ann 1"])
    #expect(record.deviations.first?.name == Array("a\n.jpg".utf8))
    #expect(record.deviations.last?.outcome == "it is not there any more")
    #expect(record.originalsCheckedAt == record.deviations.first?.checkedAt)
  }

  @Test func peopleAreNamedAsTheCaseKnowsThem() throws {
    let haul = try CaseHaul()
    try haul.record([CaseHaul.photo("a.jpg"), CaseHaul.photo("b.jpg"), CaseHaul.photo("c.jpg")])
    try haul.file.recordOriginalChecks(
      ["a.jpg", "b.jpg", "c.jpg"].map { name in
        OriginalCheck(
          path: Array("/photos/\(name)".utf8), sha256: CaseHaul.digest(name), outcome: .missing)
      })
    for (name, number) in [("Bo", "7"), ("Cy", "8"), ("Cy", "9")] {
      _ = try haul.file.addOperator(name: name, number: number, role: .reader)
    }
    try haul.file.acknowledge(original: 1, person: "7")
    try haul.file.acknowledge(original: 2, person: "Cy")
    try haul.file.acknowledge(original: 3, person: "10")
    let record = try HaulRecord(of: haul.file)
    #expect(record.deviations.map(\.acknowledgedBy) == ["Bo 7", "Cy", "10"])
    #expect(record.unassignedPhotos.map(\.person) == ["Ann 1", "Ann 1", "Ann 1"])
  }

  @Test func aClosedCaseIsReportedAndAnErasedOneIsNot() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1")
    try haul.file.closeCase(despiteOpenWork: true)
    #expect(try HaulRecord(of: haul.file).heading.closedAt != nil)
    try haul.file.purge()
    #expect {
      try HaulRecord(of: haul.file)
    } throws: { error in
      (error as? ReportingError)?.code == .notReady && "\(error)".contains("erased")
    }
  }

  @Test func whatTheCaseKeepsBesidesIsInIt() throws {
    let haul = try CaseHaul()
    try haul.record([CaseHaul.photo("a.jpg")])
    try haul.file.log(
      ["before", "after"].map { moment in
        AuditEntry(
          act: .session, kind: "selftest.\(moment)", person: "Ann 1",
          details: [
            "passed": .boolean(moment == "before"),
            "pictures": .list(
              [true, moment == "before"].map { .object(["passed": .boolean($0)]) }),
          ])
      })
    try haul.file.addFindings([
      CaseFinding(kind: "pair", severity: "note", subjects: ["imei:1"], text: "=A pair\n"),
      CaseFinding(kind: "spread", severity: "look", subjects: [], text: "Spread."),
    ])
    try haul.file.acknowledge(finding: 2)
    let record = try HaulRecord(of: haul.file)
    #expect(record.selfTests.map(\.moment) == ["before", "after"])
    #expect(
      record.selfTests.map(\.pictures) == [2, 2] && record.selfTests.map(\.failed) == [0, 1])
    #expect(record.findings.map(\.needsLook) == [false, true])
    #expect(record.findings.map(\.acknowledgedBy) == [nil, "Ann 1"])
    #expect(record.findings.first?.text == "=A pair\n")
    let run = try #require(record.runs.first)
    #expect(run.toolVersion == "0.7.0" && run.components == ["ocr": "5.3.0"] && run.photos == 1)
    #expect(run.endedAt != nil && run.sandbox == "seccomp" && run.settingsDigest.count == 64)
  }

  @Test func aCopyElsewhereGivesTheSameRecord() async {
    await #expect(processExitsWith: .success) {
      let haul = try CaseHaul()
      for index in 0..<6 {
        try haul.record(
          "\(index).jpg", of: "AB/\(index / 2)", [CaseHaul.reading(slot: index % 2 + 1)])
      }
      try haul.record("open.jpg", of: "CD/1", [CaseHaul.reading(CaseHaul.other, accepted: false)])
      try haul.decide("open.jpg", .accept, person: "1")
      let record = try HaulRecord(of: haul.file)
      try haul.file.close()
      let before = try HaulRecord(of: Self.open(haul.path))
      #expect(before.exhibits == record.exhibits && before.counts == record.counts)

      setenv("TZ", "Pacific/Kiritimati", 1)
      setenv("LC_ALL", "tr_TR.UTF-8", 1)
      tzset()
      setlocale(LC_ALL, "")
      let copy = haul.folder + "/elsewhere.case"
      try FileManager.default.copyItem(atPath: haul.path, toPath: copy)
      #expect(try HaulRecord(of: Self.open(copy)) == before)
    }
  }

  private static func open(_ path: String) throws -> CaseFile {
    try CaseFile.open(
      at: path, mode: .readOnly,
      session: CaseSession(person: "Bob 2", program: "imeikit 0.7.0", machine: "desk2"))
  }
}
