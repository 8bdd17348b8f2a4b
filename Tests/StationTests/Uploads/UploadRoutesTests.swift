import CaseFile
import Foundation
import HTTPTypes
import Intake
import Testing

@testable import Station

@Suite("Uploads over HTTP")
struct UploadRoutesTests {
  private let station: StationFixture

  init() throws {
    station = try StationFixture()
  }

  private func records() async throws -> [UploadRecord] {
    try await station.services.desk.use { try $0.uploads(limit: 1_000) }
  }

  @Test func anAcknowledgedPhotoIsKeptByteForByteAndLogged() async throws {
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.upload(
      picture("one"), query: "?name=a%20b.gif&exhibit=AB%2F1", type: "image/gif")
    #expect(answer.status == 202)
    let upload = try #require(answer.uploads.first)
    #expect(upload["name"] as? String == "a b.gif")
    #expect(upload["exhibit"] as? String == "AB/1")
    #expect(upload["state"] as? String == "waiting")
    #expect(upload["isKnown"] as? Bool == false)
    #expect(upload["size"] as? Int == picture("one").count)
    #expect(upload["photo"] is NSNull)
    let sha256 = try #require(upload["sha256"] as? String)
    let kept = station.services.originals.path(of: sha256).text
    #expect(try Data(contentsOf: URL(filePath: kept)) == Data(picture("one")))
    #expect(station.originals.drafts.isEmpty)
    let log = try await station.services.desk.use { try $0.events(limit: 100) }
    #expect(log.contains { $0.entry.kind == "upload.receive" && $0.entry.person == ann.person })
  }

  @Test func aProgramWithATokenUploadsToo() async throws {
    let program = try await station.program("Pipeline")
    let answer = try await program.upload(picture(), query: "", type: nil)
    #expect(answer.status == 202)
    #expect(answer.uploads.first?["name"] as? String == "unnamed")
    #expect(try await station.stranger.upload(picture()).status == 401)
  }

  @Test func aFormBringsManyFilesWithTheirExhibits() async throws {
    let ann = try await station.logIn("Ann Reader")
    var form = UploadForm()
    form.add("0.gif", picture("0"))
    form.add(field: "exhibit", "AB/1")
    form.add("1.gif", picture("1"))
    form.add("", [])
    form.add(field: "note", "passed over")
    form.add("2.gif", picture("2"))
    form.add(field: "exhibit", "///")
    form.add("3.gif", picture("3"))
    form.add(field: "exhibit", "")
    form.add("4.gif", picture("4"))
    form.add("notes.txt", Array("plain text".utf8))
    let answer = try await ann.upload(form)
    #expect(answer.status == 202)
    #expect(answer.uploads.map { $0["name"] as? String } == ["0.gif", "1.gif", "2.gif", "4.gif"])
    #expect(answer.uploads.map { $0["exhibit"] as? String } == [nil, "AB/1", "AB/1", nil])
    #expect(answer.refused.map { $0["name"] as? String } == ["3.gif", "notes.txt"])
    #expect((answer.refused.last?["reason"] as? String)?.contains("text") == true)
    #expect(station.originals.kept.count == 4)
    #expect(station.originals.drafts.isEmpty)
  }

  @Test func foldersAreExhibitsWhereTheSenderSaysSo() async throws {
    let ann = try await station.logIn("Ann Reader")
    var form = UploadForm()
    form.add(field: "exhibit", "ZZ/9")
    for (number, name) in ["AB-1/deep/a.gif", "../../etc/b.gif", "./AB-2/c.gif", "d.gif"]
      .enumerated()
    {
      form.add(name, picture("\(number)"))
    }
    let answer = try await ann.upload(form, query: "?folders=exhibits")
    #expect(answer.uploads.map { $0["exhibit"] as? String } == ["AB-1", "etc", "AB-2", "ZZ/9"])
    #expect(try await records().map(\.exhibit) == ["AB-1", "etc", "AB-2", "ZZ/9"])
  }

  @Test(arguments: [
    "../../../../tmp/x.gif", "/etc/passwd", "a\u{202E}gpj.exe", "a%0D%0Ab.gif", "..", ".", "-rf",
    "con.gif", "<img src=x onerror=alert(1)>", String(repeating: "n", count: 4_000),
  ]) func aHostileNameIsKeptAsANameAndNeverUsedAsAPath(_ name: String) async throws {
    let ann = try await station.logIn("Ann Reader")
    let before = try FileManager.default.subpathsOfDirectory(atPath: station.folder)
    var form = UploadForm()
    form.add(name, picture("1"))
    let answer = try await ann.upload(form)
    #expect(answer.status == 202)
    let shown = try #require(answer.uploads.first?["name"] as? String)
    #expect(!shown.unicodeScalars.contains { "\u{202E}\r\n".unicodeScalars.contains($0) })
    let kept = try #require(try await records().first)
    #expect(kept.name == Array(name.replacing("%0D%0A", with: "\r\n").utf8))
    let new = Set(try FileManager.default.subpathsOfDirectory(atPath: station.folder))
      .subtracting(before)
    #expect(new.allSatisfy { $0.hasPrefix("originals/") || $0.hasPrefix("haul.case") })
    #expect(station.originals.kept.count == 1)
  }

  @Test func aNameWithAZeroByteStaysOneAndATooLongOneIsRefused() async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(try await ann.upload(picture(), query: "?name=a%00b.gif").status == 202)
    #expect(try await records().first?.name == Array("a\0b.gif".utf8))
    let long = String(repeating: "n", count: 10_000)
    #expect(try await ann.upload(picture(), query: "?name=" + long).problem == "nameTooLong")
    var form = UploadForm()
    form.add(long, picture())
    #expect(try await ann.upload(form).problem == "headersTooLong")
    var zero = UploadForm()
    zero.add("a\0b.gif", picture())
    #expect(try await ann.upload(zero).problem == "malformed")
    #expect(station.originals.kept.count == 1)
  }

  private static let others: [([UInt8], String)] = [
    (padded(Array("PK\u{3}\u{4}".utf8)), "ZIP"),
    (padded([0x1F, 0x8B, 8, 0]), "gzip"),
    (Array("%PDF-1.7 ".utf8), "PDF"), (Array("<!doctype html><script>".utf8), "web page"),
    (padded([0x4D, 0x5A, 1, 1], to: 5_000), "not a picture"), ([], "0 bytes"),
  ]

  private static func padded(_ bytes: [UInt8], to count: Int = 64) -> [UInt8] {
    bytes + [UInt8](repeating: 0, count: count - bytes.count)
  }

  @Test(arguments: others) func whatIsNoPictureIsRefusedWithItsName(
    _ bytes: [UInt8], _ words: String
  ) async throws {
    let ann = try await station.logIn("Ann Reader")
    let answer = try await ann.upload(bytes, type: "image/jpeg")
    #expect(answer.status == 415)
    #expect(answer.problem == "notTaken")
    #expect((answer.object["detail"] as? String)?.contains(words) == true)
    #expect((answer.object["cure"] as? String)?.isEmpty == false)
    #expect(station.originals.kept.isEmpty && station.originals.drafts.isEmpty)
    #expect(try await records().isEmpty)
  }

  @Test func onlyTypesOfUploadsAreTaken() async throws {
    let ann = try await station.logIn("Ann Reader")
    for type in ["application/json", "text/plain", "application/x-www-form-urlencoded", "x"] {
      let answer = try await ann.upload(picture(), type: type)
      #expect(answer.status == 415)
      #expect(answer.problem == "wrongType")
    }
    #expect(try await ann.upload(picture(), type: "multipart/form-data").problem == "badBoundary")
    let packed = try await ann.send(
      .post, "/api/v1/photos",
      [.contentType: "image/gif", .contentEncoding: "gzip"], picture())
    #expect(packed.problem == "encodedBody")
    #expect(try await ann.upload(picture(), query: "?nmae=x").problem == "badParameter")
    #expect(try await ann.upload(picture(), query: "?exhibit=%2F").problem == "badParameter")
  }

  @Test func aFormWithoutAFileIsNoUpload() async throws {
    let ann = try await station.logIn("Ann Reader")
    #expect(try await ann.upload(UploadForm()).problem == "nothingSent")
    var empty = UploadForm()
    empty.add("", [])
    #expect(try await ann.upload(empty).problem == "nothingSent")
  }

  @Test func fiveHundredFilesAreTakenAndFiveHundredAndOneAreNot() async throws {
    let ann = try await station.logIn("Ann Reader")
    var form = UploadForm()
    for number in 0..<500 { form.add("\(number).gif", picture("\(number % 20)")) }
    #expect(try await ann.upload(form).uploads.count == 500)
    #expect(station.originals.kept.count == 20)
    form.add("one more.gif", picture("one more"))
    let answer = try await ann.upload(form)
    #expect(answer.status == 413)
    #expect(answer.problem == "tooManyFiles")
    #expect(try await records().count == 500)
    #expect(station.originals.kept.count == 20 && station.originals.drafts.isEmpty)
  }

  @Test func anUploadCanBeAskedForAndListed() async throws {
    let ann = try await station.logIn("Ann Reader")
    let id = try await ann.upload(picture("1")).id
    _ = try await ann.upload(picture("2"))
    let one = try await ann.get("/api/v1/uploads/" + id)
    #expect(one.status == 200)
    #expect(one.object["id"] as? String == id)
    #expect(one.object["status"] is NSNull && one.object["flagged"] is NSNull)
    let page = try await ann.get("/api/v1/uploads?state=waiting&limit=1")
    #expect(page.items.map { $0["id"] as? String } == [id])
    let next = try #require(page.object["next"] as? String)
    #expect(try await ann.get("/api/v1/uploads?limit=1&cursor=" + next).items.count == 1)
    #expect(try await ann.get("/api/v1/uploads?state=read").items.isEmpty)
    #expect(try await ann.get("/api/v1/uploads?state=lost").problem == "badParameter")
    #expect(try await ann.get("/api/v1/uploads/none").problem == "itemMissing")
    #expect(try await ann.get("/api/v1/uploads/\(id)?wait=31").problem == "badParameter")
    #expect(try await station.stranger.get("/api/v1/uploads").status == 401)
  }

  @Test func anAnswerIsWaitedForUntilTheTimeIsOver() async throws {
    let ann = try await station.logIn("Ann Reader")
    let id = try await ann.upload(picture("1")).id
    let start = ContinuousClock.now
    let answer = try await ann.get("/api/v1/uploads/\(id)?wait=1")
    let took = ContinuousClock.now - start
    #expect(answer.status == 200)
    #expect(took >= .milliseconds(900))
    #expect(answer.object["state"] as? String == "waiting")
  }
}
