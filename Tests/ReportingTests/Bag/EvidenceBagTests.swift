import BlockList
import CaseFile
import Foundation
import Intake
import Reporting
import Testing

@Suite struct EvidenceBagTests {
  @Test func theCommandsOfItsInstructionsPassOnABagThatNobodyTouched() throws {
    let scene = try BagScene()
    let head = try #require(try scene.haul.file.auditHead())
    let (folder, summary, _) = try scene.write(try scene.bag(try scene.copies()))
    let outcome = try BagScene.follow(folder)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(
      outcome.lines == [
        "files: as listed", "files: none added", "key: \(scene.key.identifier)",
        "Signature Verified Successfully", "log: whole, \(head.sequence) events",
        head.shortCode.filter { $0 != "-" }, "Signature Verified Successfully",
        "settings: as logged", "originals: as recorded", "question: for this head",
      ])
    #expect(summary.copiedOriginals == 2)
    #expect(summary.missing == [])
  }

  @Test func sha256sumFindsBothListsAsTheyAre() throws {
    let scene = try BagScene()
    let (folder, summary, files) = try scene.write(try scene.bag())
    let outcome = try Terminal.run(
      "sha256sum --strict -c manifest-sha256.txt tagmanifest-sha256.txt | grep -c ': OK$'",
      in: folder)
    // The list of the files beside data/ does not name itself.
    #expect(outcome.lines == ["\(files.count - 1)"], "\(outcome.output)")
    #expect(summary.files == files.count { $0.path.hasPrefix("data/") })
    let digest = try Terminal.run("sha256sum < manifest-sha256.txt", in: folder)
    #expect(digest.output.hasPrefix(summary.manifestDigest))
  }

  @Test func itHoldsWhatTheCaseHolds() throws {
    let scene = try BagScene()
    let (folder, _, files) = try scene.write(try scene.bag(try scene.copies()))
    let (gif, text) = (CaseHaul.digest(BagScene.gif), CaseHaul.digest(BagScene.text))
    let settings = try #require(try scene.haul.file.runs().first?.details.settings)
    let expected =
      [
        "VERIFY.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.sig", "manifest-sha256.txt",
        "tagmanifest-sha256.txt", "data/audit/audit.jsonl", "data/audit/hashes.txt",
        "data/audit/head.json", "data/audit/head.sig", "data/audit/head.tsq",
        "data/audit/station.pub.pem", "data/crops.csv", "data/crops/\(gif)-0.png",
        "data/crops/\(text)-0.png", "data/exports/devices.csv", "data/lists.txt",
        "data/originals-sha256.txt", "data/originals.csv", "data/originals/\(gif).gif",
        "data/originals/\(text).bin", "data/report/report.html",
        "data/settings/\(settings.digest).json",
      ].sorted()
    #expect(files.map(\.path).sorted() == expected)
    #expect(try BagScene.text("data/originals/\(gif).gif", folder) == BagScene.gif)
    #expect(try BagScene.text("data/settings/\(settings.digest).json", folder) == settings.text)
    #expect(
      try BagScene.text("bagit.txt", folder)
        == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    let crops = try BagScene.text("data/crops.csv", folder)
    #expect(
      crops.contains(
        "\"crops/\(gif)-0.png\",\"\(gif)\",\"0\",\"\(CaseHaul.number)\","
          + "\"10 20; 110 20; 110 40; 10 40\",\"AB/1\"\r\n"))
  }

  @Test func itsSizeIsThatOfItsFiles() throws {
    let scene = try BagScene()
    let (folder, _, _) = try scene.write(try scene.bag())
    let outcome = try Terminal.run(
      "find data -type f -printf '%s\\n' | awk '{ size += $1 } END { print size \".\" NR }'",
      in: folder)
    let lines = try BagScene.text("bag-info.txt", folder).split(separator: "\n").map(String.init)
    #expect(lines.contains("Payload-Oxum: \(outcome.lines.first ?? "")"))
    #expect(lines.contains("External-Identifier: OP HERON/12"))
    #expect(lines.contains("Bagging-Date: 2026-11-18"))
    #expect(lines.contains("External-Description: 2 photo(s) by SHA-256 only, without copies."))
  }

  @Test func equalStatesGiveEqualBytes() throws {
    let scene = try BagScene()
    let first = try scene.write(try scene.bag(try scene.copies()), "one").files
    let second = try scene.write(try scene.bag(try scene.copies()), "two").files
    #expect(first == second)
  }

  @Test func photosAreHandedOutAsHashesUnlessCopiesAreAskedFor() throws {
    let scene = try BagScene()
    let (folder, summary, files) = try scene.write(try scene.bag())
    #expect(!files.contains { $0.path.hasPrefix("data/originals/") })
    #expect(summary.copiedOriginals == 0)
    let hashes = [BagScene.gif, BagScene.text].map { CaseHaul.digest($0) }.sorted()
    #expect(
      try BagScene.text("data/originals-sha256.txt", folder)
        == hashes.map { "\($0)\n" }.joined())
    #expect(try BagScene.follow(folder).status == 0)
  }

  @Test func anOriginalThatIsNotAsRecordedIsLeftOutAndTold() throws {
    let scene = try BagScene()
    let path = scene.haul.folder + "/photos/IMG_1.jpg"
    try BagScene.put("other bytes", to: "IMG_1.jpg", scene.haul.folder + "/photos")
    try FileManager.default.removeItem(atPath: scene.haul.folder + "/photos/=IMG \u{202E}2.txt")
    let (folder, summary, files) = try scene.write(try scene.bag(try scene.copies()))
    let (gif, text) = (CaseHaul.digest(BagScene.gif), CaseHaul.digest(BagScene.text))
    #expect(!files.contains { $0.path.hasPrefix("data/originals/") })
    #expect(
      Dictionary(uniqueKeysWithValues: summary.missing.map { ($0.sha256, $0.reason) })
        == [gif: .changed, text: .missing])
    #expect(
      try BagScene.text("data/missing-originals.txt", folder)
        == [(gif, "changed"), (text, "missing")].sorted { $0.0 < $1.0 }
        .map { "\($0.0)  \($0.1)\n" }.joined())
    #expect(
      try BagScene.text("bag-info.txt", folder).contains(
        "0 of 2 photo(s) copied, 2 missing: see data/missing-originals.txt"))
    #expect(try BagScene.follow(folder).status == 0)

    try FileManager.default.removeItem(atPath: path)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
    let second = try scene.write(try scene.bag(try scene.copies()), "second").summary
    #expect(second.missing.first { $0.sha256 == gif }?.reason == .unreadable)
  }

  @Test func aFurtherPathServesWhereTheFirstHasOtherBytes() throws {
    let scene = try BagScene()
    let photos = scene.haul.folder + "/photos"
    try BagScene.put("other", to: "other", photos)
    let bag = try scene.bag(
      .copies { sha256 in
        sha256 == CaseHaul.digest(BagScene.gif)
          ? ["nowhere", "other", "IMG_1.jpg"].map { PhotoPath("\(photos)/\($0)") } : []
      })
    let (_, summary, files) = try scene.write(bag)
    #expect(summary.copiedOriginals == 1)
    #expect(files.contains { $0.path == "data/originals/\(CaseHaul.digest(BagScene.gif)).gif" })
  }

  @Test func withoutAKeyItSaysThatNoSignatureVouches() throws {
    let scene = try BagScene()
    let head = try #require(try scene.haul.file.auditHead())
    let (folder, _, files) = try scene.write(try scene.bag(isSigned: false))
    #expect(!files.contains { $0.path.hasSuffix(".sig") || $0.path.hasSuffix(".pem") })
    let text = try BagScene.text("VERIFY.txt", folder)
    #expect(text.contains("NO SIGNATURE VOUCHES FOR THIS BAG"))
    #expect(!text.contains("pkeyutl"))
    let outcome = try BagScene.follow(folder)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.lines.contains("log: whole, \(head.sequence) events"))

    let log = try BagScene.text("data/audit/audit.jsonl", folder).split(separator: "\n")
    try BagScene.put(
      log.dropLast().map { "\($0)\n" }.joined(), to: "data/audit/audit.jsonl", folder)
    try BagScene.listAnew(folder)
    let cut = try BagScene.follow(folder)
    #expect(cut.status != 0)
    #expect(cut.output.contains("the log does not hold event \(head.sequence) as it was signed"))
  }

  @Test func aLogThatWentOnIsHandedOutUpToItsSignedHead() throws {
    let scene = try BagScene()
    let record = try HaulRecord(of: scene.haul.file)
    try scene.haul.file.log([AuditEntry(act: .consultation, kind: "report.look", person: "Ann 1")])
    let head = try scene.sign()
    try scene.haul.file.log([AuditEntry(act: .consultation, kind: "report.look", person: "Bob 2")])
    let bag = try EvidenceBag(
      of: record, log: try BagLog(of: scene.haul.file, head: head, key: scene.key))
    let (folder, _, _) = try scene.write(bag)
    let outcome = try BagScene.follow(folder)
    #expect(outcome.status == 0, "\(outcome.output)")
    #expect(outcome.lines.contains("log: whole, \(record.head.sequence + 1) events"))
    #expect(outcome.lines.contains(record.head.shortCode.filter { $0 != "-" }))
    #expect(try !BagScene.text("data/audit/audit.jsonl", folder).contains("Bob 2\",\"previous"))
  }

  @Test func aHeadFromBeforeTheRecordOrOfAnotherCaseIsRefused() throws {
    let scene = try BagScene()
    let early = try scene.sign()
    try scene.haul.file.log([AuditEntry(act: .consultation, kind: "report.look", person: "Ann 1")])
    let record = try HaulRecord(of: scene.haul.file)
    let log = try BagLog(of: scene.haul.file, head: early, key: scene.key)
    #expect { try EvidenceBag(of: record, log: log) } throws: {
      ($0 as? ReportingError)?.code == .notReady
    }
    let other = try BagScene()
    let foreign = try BagLog(of: other.haul.file, head: try other.sign(), key: other.key)
    #expect { try EvidenceBag(of: record, log: foreign) } throws: {
      ($0 as? ReportingError)?.code == .notReady
    }
    #expect { try BagLog(of: scene.haul.file, head: early, key: other.key) } throws: {
      ($0 as? CaseFileError)?.code == .headUnusable
    }
    #expect { try BagLog(of: scene.haul.file, head: early, key: nil) } throws: {
      ($0 as? ReportingError)?.code == .notReady
    }
  }

  @Test func theHandingOutNamesTheBagByItsListOfFiles() throws {
    let scene = try BagScene()
    let (_, summary, _) = try scene.write(try scene.bag())
    let event = try #require(
      try scene.haul.file.log([
        summary.disclosure(to: "J. Doe, of 356938035643809", by: "Ann 1")
      ]).first)
    #expect(event.entry.act == .disclosure)
    #expect(event.entry.kind == "export.bundle")
    #expect(event.entry.details["manifest"] == .text(summary.manifestDigest))
    #expect(event.entry.details["recipient"] == .text("J. Doe, of ###############"))
    #expect(event.words == "Handed an evidence bag out.")
  }

  @Test func hostileTextsStayOnTheirLinesAndRunNothing() throws {
    let scene = try BagScene()
    let plain = try scene.write(try scene.bag(), "plain").folder
    let text = "\n    touch /tmp/never; $(touch never) `x`\r\n\u{202E}\u{0}" + SampleHaul.hostile
    let (folder, _, _) = try scene.write(
      try scene.bag { record in
        record.heading.reference = text
        record.lists = [
          ListRecord(
            list: ListReference(
              name: text, date: SampleHaul.list.date, sha256: SampleHaul.list.sha256), flagged: 0)
        ]
        record.unassignedPhotos[0].names = [
          Array("=1+1".utf8), Array("\" @x\",\n".utf8), [0xFF, 0x0A, 0x22],
        ]
      }, "hostile")
    func commands(_ folder: String) throws -> [Substring] {
      try BagScene.text("VERIFY.txt", folder).split(separator: "\n")
        .filter { $0.hasPrefix("    ") }
    }
    #expect(try commands(folder) == commands(plain))
    #expect(try BagScene.follow(folder).status == 0)
    let information = try BagScene.text("bag-info.txt", folder).split(separator: "\n")
    #expect(information.count == 5)
    #expect(information.contains { $0.hasPrefix("External-Identifier: \\n    touch") })
    #expect(try BagScene.text("data/lists.txt", folder).split(separator: "\n").count == 1)
    let names = try BagScene.text("data/originals.csv", folder)
    #expect(names.contains(",\"'=1+1\"\r\n"))
    #expect(names.contains(",\"\"\" @x\"\",\\n\"\r\n"))
    #expect(names.contains(",\"\\xFF\\n\"\"\"\r\n"))
  }
}
