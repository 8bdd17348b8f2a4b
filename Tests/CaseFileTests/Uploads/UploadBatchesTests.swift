import CaseFile
import Testing

@Suite("Uploads recorded together")
struct UploadBatchesTests {
  private let fixture: CaseFixture
  private let person = "Ann Reader 1"

  init() throws {
    fixture = try CaseFixture()
  }

  private func upload(_ digit: Character, exhibit: String? = nil) -> NewUpload {
    NewUpload(
      name: Array("\(digit).jpg".utf8), sha256: String(repeating: digit, count: 64), size: 3,
      exhibit: exhibit)
  }

  private let digest = String(repeating: "d", count: 64)
  private let otherDigest = String(repeating: "e", count: 64)

  @Test func eachRequestHasItsOwnAnswerInTheirOrder() throws {
    let answers = try fixture.file.recordUploads([
      UploadBatch([upload("a"), upload("b")], person: person),
      UploadBatch([upload("c", exhibit: "AB/1")], person: "Bob Reader 2"),
    ])
    let records = try answers.map { try $0.get() }
    #expect(records.map { $0.map(\.sha256.first) } == [["a", "b"], ["c"]])
    #expect(records[1][0].person == "Bob Reader 2" && records[1][0].exhibit == "AB/1")
    #expect(try fixture.file.uploadCounts()[.waiting] == 3)
    #expect(try fixture.file.uploads(limit: 10).map(\.id) == records.flatMap { $0 }.map(\.id))
  }

  @Test func aRefusedRequestDoesNotTouchTheOthers() throws {
    let answers = try fixture.file.recordUploads([
      UploadBatch([upload("a"), upload("b", exhibit: "///")], person: person),
      UploadBatch([upload("c")], person: person),
    ])
    #expect(throws: CaseFileError.self) { try answers[0].get() }
    #expect(try answers[1].get().count == 1)
    #expect(try fixture.file.uploads(limit: 10).count == 1)
  }

  @Test func oneKeyTwiceInABatchIsOneRequest() throws {
    let first = UploadBatch([upload("a")], key: "k", keyDigest: digest, person: person)
    let other = UploadBatch([upload("b")], key: "k", keyDigest: otherDigest, person: person)
    let answers = try fixture.file.recordUploads([first, first, other])
    #expect(try answers[0].get() == answers[1].get())
    let error = #expect(throws: CaseFileError.self) { try answers[2].get() }
    #expect(error?.code == .keyTaken)
    #expect(try fixture.file.uploads(limit: 10).count == 1)
    #expect(try fixture.file.recordUploads([first])[0].get() == answers[0].get())
  }
}
