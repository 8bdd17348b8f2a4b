import CaseFile
import Foundation
import Testing

@Suite struct UploadTests {
  private static let request = String(repeating: "a", count: 64)

  private func upload(_ bytes: String, name: String? = nil, exhibit: String? = nil) -> NewUpload {
    NewUpload(
      name: Array((name ?? bytes).utf8), sha256: digest(bytes), size: 1_000, exhibit: exhibit)
  }

  @Test func anUploadWaitsUntilItsBytesHaveAResult() throws {
    let fixture = try CaseFixture()
    let file = fixture.file
    let kept = try file.recordUploads([upload("a"), upload("b"), upload("c")], person: "Ann 1")
    #expect(kept.map(\.state) == [.waiting, .waiting, .waiting])
    #expect(Set(kept.map(\.id)).count == 3)
    #expect(try file.uploads(state: .waiting, limit: 2) == Array(kept.prefix(2)))
    #expect(try file.uploads(state: .waiting, after: kept[1].row, limit: 9) == [kept[2]])
    try fixture.record([made("a"), made("b", readings: [], status: "refused")])
    #expect(try file.uploads(limit: 9).map(\.state) == [.read, .refused, .waiting])
    #expect(try file.upload(kept[0].id)?.state == .read)
    #expect(try file.upload("none") == nil)
    #expect(try file.uploads(ofPhoto: digest("a")).map(\.id) == [kept[0].id])
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test func whatTheCaseHasAlreadyIsReadAtOnce() throws {
    let fixture = try CaseFixture()
    try fixture.record([made("a"), made("b", readings: [], status: "refused")])
    let kept = try fixture.file.recordUploads(
      [upload("a", name: "again.jpg", exhibit: "AB/1"), upload("b"), upload("c"), upload("c")],
      person: "Ann 1")
    #expect(kept.map(\.state) == [.read, .refused, .waiting, .waiting])
    #expect(kept.map(\.isKnown) == [true, true, false, true])
    #expect(try fixture.file.photo(digest("a"))?.exhibits == ["AB/1"])
    try fixture.record([made("c")])
    #expect(try fixture.file.uploads(state: .waiting, limit: 9) == [])
  }

  @Test func aPhotoBecomesOneOfItsUploadsExhibitsWithItsResult() throws {
    let fixture = try CaseFixture()
    let file = fixture.file
    try file.recordUploads(
      [upload("a", exhibit: "AB/1"), upload("a", exhibit: "ab 1"), upload("a", exhibit: "CD/2")],
      person: "Ann 1")
    #expect(try file.exhibits() == [])
    try fixture.record([made("a")])
    #expect(try file.photo(digest("a"))?.exhibits == ["AB/1", "CD/2"])
    #expect(try file.events(kinds: ["photo.assign"]).map(\.entry.person) == ["Ann 1", "Ann 1"])
    // Read again with other settings, what a person took back meanwhile does not come back.
    try fixture.record([made("a")], settings: CaseFixture.otherSettings)
    #expect(try file.assignments(of: digest("a")).count == 2)
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test func aRequestSentAgainIsAnsweredAsBefore() throws {
    let fixture = try CaseFixture()
    let file = fixture.file
    func send(_ uploads: [NewUpload], digest: String = Self.request, person: String = "Ann 1")
      throws -> [UploadRecord]
    {
      try file.recordUploads(uploads, key: "k-1", keyDigest: digest, person: person)
    }
    let first = try send([upload("a"), upload("b")])
    let events = try file.events().count
    #expect(try send([upload("a"), upload("b")]) == first)
    #expect(try file.events().count == events)
    #expect(code { _ = try send([upload("c")], digest: digest("other")) } == .keyTaken)
    // The key is the sender's own.
    #expect(try send([upload("c")], digest: digest("other"), person: "Bob 2").count == 1)
    #expect(try file.uploads(key: "k-1", person: "Ann 1") == first)
    #expect(first.allSatisfy { $0.key == "k-1" && $0.keyDigest == Self.request })
  }

  @Test(arguments: [
    NewUpload(name: [], sha256: digest("a"), size: 1),
    NewUpload(name: [UInt8](repeating: 65, count: 4_097), sha256: digest("a"), size: 1),
    NewUpload(name: [65], sha256: "ab", size: 1),
    NewUpload(name: [65], sha256: digest("a"), size: -1),
    NewUpload(name: [65], sha256: digest("a"), size: 1, exhibit: " / "),
  ])
  func whatCannotBeIsRefusedAndNothingIsWritten(_ wrong: NewUpload) throws {
    let fixture = try CaseFixture()
    #expect(
      code { try fixture.file.recordUploads([upload("a"), wrong], person: "Ann 1") } == .badValue)
    #expect(try fixture.file.uploads(limit: 9) == [])
  }

  @Test(arguments: ["", "a b", "ü", String(repeating: "k", count: 129), "a\n"])
  func aKeyIsVisibleASCII(_ key: String) throws {
    let fixture = try CaseFixture()
    #expect(
      code {
        try fixture.file.recordUploads(
          [upload("a")], key: key, keyDigest: Self.request, person: "Ann 1")
      } == .badValue)
  }

  @Test func whatGetsNoResultIsFinishedWithItsReason() throws {
    let fixture = try CaseFixture()
    let file = fixture.file
    let kept = try file.recordUploads([upload("a"), upload("b")], person: "Ann 1")
    #expect(try file.finishUploads([kept[0].id], state: .refused, reason: "No picture.") == 1)
    #expect(try file.finishUploads([kept[0].id], state: .read) == 0)
    #expect(try file.upload(kept[0].id)?.reason == "No picture.")
    #expect(code { try file.finishUploads(["x"], state: .refused) } == .itemMissing)
    #expect(try file.uploads(state: .waiting, limit: 9).map(\.id) == [kept[1].id])
    #expect(try CaseConsistency(file).faults() == [])
  }

  @Test func aNumberInANameIsNotInTheLogAndGoesWithTheErasure() throws {
    let number = "356938035643809"
    let fixture = try CaseFixture()
    let file = fixture.file
    try file.recordUploads(
      [upload("a", name: "\(number).jpg")], key: number, keyDigest: Self.request, person: "Ann 1")
    try fixture.record([made("a", readings: [])])
    try file.closeCase()
    try file.purge()
    let erased = try #require(try file.uploads(limit: 9).first)
    #expect(erased.name == Array("erased 1".utf8))
    #expect(erased.key == nil && erased.sha256 == digest("a"))
    #expect(try CaseConsistency(file).faults() == [])
    try file.close()
    for name in try FileManager.default.contentsOfDirectory(atPath: fixture.folder) {
      let bytes = try Data(contentsOf: URL(fileURLWithPath: fixture.folder + "/" + name))
      #expect(bytes.range(of: Data(number.utf8)) == nil)
    }
  }
}
