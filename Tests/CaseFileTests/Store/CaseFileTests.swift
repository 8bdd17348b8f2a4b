import CaseFile
import Foundation
import GRDB
import Testing

@Suite struct CaseFileTests {
  private static let session = CaseSession(person: "Ann 1", program: "imeikit", machine: "desk1")

  @Test func aNewCaseHoldsItsDetailsAndTheFirstEvents() throws {
    let fixture = try CaseFixture()
    let status = try fixture.file.status()
    #expect(status.details.reference == "OP HERON/12")
    #expect(status.identifier == fixture.file.identifier)
    #expect(status.closedAt == nil)
    #expect(try fixture.file.events().map(\.entry.kind) == ["session.open", "case.create"])
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: fixture.folder).allSatisfy {
        !$0.contains(".new-")
      })
  }

  @Test func onlyTheOwnerMayReadTheFile() throws {
    let fixture = try CaseFixture()
    let attributes = try FileManager.default.attributesOfItem(atPath: fixture.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
  }

  @Test func aFileThatIsThereIsNotWrittenOver() throws {
    let fixture = try CaseFixture()
    #expect(
      code {
        _ = try CaseFile.create(
          at: fixture.path, details: CaseDetails(reference: "X"), session: Self.session)
      } == .caseExists)
    #expect(try fixture.file.status().details.reference == "OP HERON/12")
  }

  @Test func ofManyThatMakeOneCaseAtOnceOneDoes() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/case-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let codes = await withTaskGroup(of: CaseFileError.Code?.self) { group in
      for index in 0..<4 {
        group.addTask {
          code {
            try CaseFile.create(
              at: folder + "/one.case", details: CaseDetails(reference: "\(index)"),
              session: Self.session
            ).close()
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(codes.filter { $0 == nil }.count == 1)
    #expect(codes.filter { $0 == .caseExists }.count == 3)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(left == ["one.case"], "\(left)")
  }

  @Test func openingAndClosingAreLogged() throws {
    let fixture = try CaseFixture()
    let second = try fixture.open()
    try second.close()
    try second.close()
    let events = try fixture.file.events(after: 2)
    #expect(events.map(\.entry.kind) == ["session.open", "session.close"])
    #expect(Set(events.map(\.session)) == [second.session.identifier])
    #expect(events.map(\.entry.person) == ["Bob Reader 2", "Bob Reader 2"])
  }

  @Test func aReaderWritesNothing() throws {
    let fixture = try CaseFixture()
    let reader = try fixture.open(.readOnly)
    #expect(try reader.status().details.reference == "OP HERON/12")
    #expect(code { try reader.addExhibit("AB/1") } == .readOnly)
    #expect(code { try reader.log([]) } == .readOnly)
    try reader.close()
    #expect(try fixture.file.events().count == 2)
  }

  @Test func aCaseOnAReadOnlyMediumCanBeRead() throws {
    let fixture = try CaseFixture()
    try fixture.file.close()
    try FileManager.default.setAttributes([.posixPermissions: 0o500], ofItemAtPath: fixture.folder)
    defer {
      try? FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: fixture.folder)
    }
    let reader = try fixture.open(.readOnly)
    #expect(try reader.status().details.reference == "OP HERON/12")
    #expect(try reader.events().map(\.entry.kind).last == "session.close")
  }

  @Test func aMissingFileIsNamed() throws {
    #expect(
      code {
        _ = try CaseFile.open(
          at: "/nowhere/x.case", mode: .readWrite, session: Self.session)
      } == .caseMissing)
  }

  @Test func foreignFilesAreRefused() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/case-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try "IMEI list\n356938035643809\n".write(
      toFile: folder + "/list.txt", atomically: true, encoding: .utf8)
    let queue = try DatabaseQueue(path: folder + "/other.sqlite")
    try queue.write { try $0.execute(sql: "CREATE TABLE a (b)") }
    try queue.close()
    for name in ["list.txt", "other.sqlite"] {
      for mode in [CaseMode.readOnly, .readWrite] {
        #expect(
          code { _ = try CaseFile.open(at: folder + "/" + name, mode: mode, session: Self.session) }
            == .notACase, "\(name)")
      }
    }
    let kept = try DatabaseQueue(path: folder + "/other.sqlite")
    #expect(
      try kept.read { try String.fetchAll($0, sql: "SELECT name FROM sqlite_master") } == ["a"])
  }

  @Test func aNewerSchemaIsRefused() throws {
    let fixture = try CaseFixture()
    try fixture.tamper("INSERT INTO grdb_migrations VALUES ('99: of tomorrow')")
    #expect(code { _ = try fixture.open() } == .caseTooNew)
    #expect(code { _ = try fixture.open(.readOnly) } == .caseTooNew)
  }

  @Test func aDamagedFileIsNamed() throws {
    let fixture = try CaseFixture()
    try fixture.record((0..<50).map { made("p\($0).jpg") })
    try fixture.file.close()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.path))
    for index in 4_096..<bytes.count where index % 3 == 0 { bytes[index] = 0xA5 }
    try bytes.write(to: URL(fileURLWithPath: fixture.path))
    #expect(code { _ = try fixture.open().photos(limit: 100) } == .caseDamaged)
  }

  @Test func hostileDetailsAreRefused() throws {
    for details in [
      CaseDetails(reference: "  "), CaseDetails(reference: "a\u{1B}[2J"),
      CaseDetails(reference: String(repeating: "x", count: 300)),
      CaseDetails(reference: "a", reviewDate: "31/12/2027"),
    ] {
      #expect(
        code {
          _ = try CaseFile.create(at: "/tmp/never.case", details: details, session: Self.session)
        }
          == .badValue)
    }
  }

  @Test func changedDetailsAreLogged() throws {
    let fixture = try CaseFixture()
    try fixture.file.setDetails(
      CaseDetails(
        reference: "OP HERON/12", uniqueReferenceNumber: "05AA1234526",
        officerInCharge: "DS Cole", reviewDate: "2027-11-21"))
    #expect(try fixture.file.status().details.reviewDate == "2027-11-21")
    let event = try #require(try fixture.file.events(kinds: ["case.details"]).first)
    #expect(event.entry.details["officerInCharge"] == .text("DS Cole"))
  }
}
