import BlockList
import CaseFile
import Foundation
import Intake
import Reporting
import Testing

@Suite struct HaulCountsTests {
  /// Uploads as a station keeps them: each read from a copy that bears its SHA-256 as path.
  private func upload(_ names: [String], of bytes: String, to haul: CaseHaul) throws {
    for name in names {
      try haul.file.recordUploads(
        [
          NewUpload(
            name: Array(name.utf8), sha256: CaseHaul.digest(bytes), size: 9, exhibit: "UP/1")
        ], person: "Ann 1")
    }
  }

  private func copy(of bytes: String) -> String {
    let digest = CaseHaul.digest(bytes)
    return "/station/originals/\(digest.prefix(2))/\(digest.dropFirst(2))"
  }

  @Test func filesAddUpOnAHostileMix() throws {
    let haul = try CaseHaul()
    let doubtful = CaseHaul.reading(accepted: false)
    try haul.record([
      CaseHaul.photo("read.jpg"), CaseHaul.photo("none.jpg", []),
      CaseHaul.photo("again/read.jpg", bytes: "read.jpg"),
      CaseHaul.photo("open.jpg", [doubtful]),
      CaseHaul.photo("given up.jpg", [doubtful]),
      CaseHaul.photo("half given up.jpg", [doubtful, CaseHaul.reading(CaseHaul.other)]),
      CaseHaul.photo("unreadable.jpg", [], status: .unreadable),
      CaseHaul.photo("unreadable but keyed.jpg", [], status: .unreadable),
      CaseHaul.photo("refused.txt", [], status: .refused),
      CaseHaul.photo("refused again.txt", [], status: .refused, bytes: "refused.txt"),
      CaseHaul.photo("refused but keyed.psd", [], status: .refused),
      CaseHaul.unread("/photos/folder"), CaseHaul.unread("/photos/late.jpg"),
    ])
    try haul.record([CaseHaul.photo("late.jpg")])
    for name in ["given up.jpg", "half given up.jpg"] {
      try haul.decide(name, .unreadable, person: "1")
      try haul.decide(name, .unreadable, person: "2")
    }
    for name in ["unreadable but keyed.jpg", "refused but keyed.psd"] {
      try haul.decide(name, .key(CaseHaul.third), on: .seen(0), answer: .notFlagged, person: "1")
      try haul.decide(name, .key(CaseHaul.third), on: .seen(0), answer: .notFlagged, person: "2")
    }
    try upload(["up.jpg", "up twice.jpg"], of: "up", to: haul)
    try haul.record([CaseHaul.photo(copy(of: "up"), bytes: "up")])
    try upload(["up later.jpg"], of: "up", to: haul)
    try upload(["read from a phone.jpg"], of: "read.jpg", to: haul)
    try upload(["gone.jpg", "gone twice.jpg"], of: "gone", to: haul)
    try haul.record([CaseHaul.unread(copy(of: "gone"))])
    try haul.file.finishUploads(
      try haul.file.uploads(ofPhoto: CaseHaul.digest("gone")).map(\.id), state: .refused)
    try upload(["waits.jpg"], of: "waits", to: haul)

    let record = try HaulRecord(of: haul.file)
    // read, none, open, half given up, unreadable but keyed, refused but keyed, late, up
    #expect(record.counts.files.read == 8)
    // given up, unreadable
    #expect(record.counts.files.unreadable == 2)
    // again/read, read from a phone, refused again, up twice, up later, gone twice
    #expect(record.counts.files.duplicate == 6)
    // refused, folder, gone
    #expect(record.counts.files.refused == 3)
    #expect(record.counts.uploadsWaiting == 1)
    #expect(record.counts.files.received == 19)
    // 12 paths that are files of photos, late.jpg once, and the folder; 6 uploads that do not wait.
    #expect(record.counts.files.received == 11 + 1 + 1 + 6)
    #expect(
      record.unreadFiles == [
        UnreadFile(name: Array("folder".utf8), reason: "It is a folder."),
        UnreadFile(name: Array("gone.jpg".utf8), reason: "It is a folder."),
      ])
    #expect(record.counts.photosWithoutExhibit == record.unassignedPhotos.count)
    #expect(record.counts.photosWithoutExhibit == 9)
  }

  @Test func aPhotoHasTheNamesOfItsFilesWithoutFolders() throws {
    let haul = try CaseHaul()
    let hostile = "/a b/\u{202E}gpj.<img src=x>\n=1+1.jpg"
    try haul.record([CaseHaul.photo(hostile, bytes: "x"), CaseHaul.photo("two.jpg", bytes: "x")])
    try upload(["C:\\phone.jpg", "dir/three.jpg"], of: "x", to: haul)
    let names = try #require(try HaulRecord(of: haul.file).exhibits.first?.photos.first?.names)
    #expect(
      names.map { String(decoding: $0, as: UTF8.self) } == [
        "\u{202E}gpj.<img src=x>\n=1+1.jpg", "two.jpg", "C:\\phone.jpg", "three.jpg",
      ])
  }

  @Test func namesThatAreNoTextStayAsTheyAre() throws {
    let haul = try CaseHaul()
    var photo = CaseHaul.photo("x")
    photo.path = Array("/photos/".utf8) + [0xFF, 0xFE, 0x0A, 0x2E]
    try haul.record([photo])
    #expect(
      try HaulRecord(of: haul.file).unassignedPhotos.map(\.names) == [[[0xFF, 0xFE, 0x0A, 0x2E]]])
  }

  @Test func exhibitsAddUp() throws {
    let haul = try CaseHaul()
    try haul.record("plain.jpg", of: "AB/1")
    try haul.record(
      "flagged.jpg", of: "AB/2",
      [CaseHaul.reading(CaseHaul.other, answer: CaseHaul.answer(flags: CaseHaul.other))])
    try haul.decide("flagged.jpg", .accept, person: "1")
    try haul.decide("flagged.jpg", .key(CaseHaul.other), answer: .flagged, person: "2")
    try haul.record("open.jpg", of: "AB/3", [CaseHaul.reading(accepted: false)])
    try haul.file.addExhibit("AB/4")
    let record = try HaulRecord(of: haul.file)
    #expect(record.exhibits.map(\.exhibit.reference) == ["AB/1", "AB/2", "AB/3", "AB/4"])
    #expect(record.exhibits.map(\.answer) == [.notFlagged, .flagged, .unresolved, .unresolved])
    let exhibits = record.counts.exhibits
    #expect(
      (exhibits.flagged, exhibits.notFlagged, exhibits.unresolved, exhibits.total) == (1, 1, 2, 4))
    let overview = try haul.file.haulOverview().exhibits
    #expect(overview.flagged == 1 && overview.notFlagged == 1 && overview.unresolved == 2)
    #expect(record.exhibits.allSatisfy { $0.reasons.isEmpty == ($0.answer != .unresolved) })
  }
}
