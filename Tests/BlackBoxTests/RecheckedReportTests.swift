import Foundation
import Testing

/// What is handed out of a case whose photos were read before the list that flags them came.
@Suite("Reports of a case that was asked again", .serialized)
struct RecheckedReportTests {
  private static let number = "350648392281970"
  private static let formatted = "35-064839-228197-0"
  private static let photo = "3acb96a11e60ab781c0dd528f5b6a2b7534a6d9ec5389d2d7812a955523a5732"

  private let haul: ReportedHaul

  init() throws { haul = try ReportedHaul() }

  @Test func everythingHandedOutHasTheNewestAnswerWithListAndTime() async throws {
    let other = try await importList("List A", date: "2026-11-01", of: "490154203237518,lost")
    try await haul.scan()
    let before = try await device(in: try await tables("before"))
    #expect(before["status"] as? String == "notFlagged")
    #expect(before["listName"] as? [String] == ["List A"])
    #expect(before["listSha256"] as? [String] == [other])

    let list = try await importList("List B", date: "2026-11-10", of: "\(Self.number),stolen")
    #expect(try await haul.run(["case", "recheck"]).status == 10)
    try await expectLead(asked: try await askedAgain(after: before["checkedAt"]), sha256: list)

    for reader in ["Moss", "Keller"] {
      #expect(try await haul.run(["operator", "add", reader]).status == 0)
    }
    let decide = ["case", "decide", Self.photo]
    #expect(try await haul.run(decide + ["--accept", "--operator", "Moss"]).status == 0)
    let keyed = ["--key", Self.number, "--operator", "Keller"]
    #expect(try await haul.run(decide + keyed).status == 0)
    // What a person gave was answered by both lists as it was recorded; they are asked again all the same.
    let decided = try await haul.events("decision.key").last?["time"]
    #expect(try await haul.run(["case", "recheck"]).status == 0)
    try await expectFlagged(asked: try await askedAgain(after: decided), sha256: list)

    let newest = try await importList("List B", date: "2026-11-12", of: "490154203237518,lost")
    let handed = try await haul.events("export.bundle").last?["time"]
    #expect(try await haul.run(["case", "recheck"]).status == 0)
    try await expectNotFlagged(
      asked: try await askedAgain(after: handed), lists: [other, newest])
  }

  @Test func numbersThatPeopleGaveHaveTheListsThatWereAskedThen() async throws {
    let given = "490154203237518"
    let list = try await importList("List A", date: "2026-11-01", of: "\(given),lost")
    try await haul.scan()
    for reader in ["Moss", "Keller"] {
      #expect(try await haul.run(["operator", "add", reader]).status == 0)
    }
    let decide = ["case", "decide", Self.photo]
    #expect(try await haul.run(decide + ["--correct", given, "--operator", "Moss"]).status == 0)
    #expect(try await haul.run(decide + ["--key", given, "--operator", "Keller"]).status == 0)
    let first = try await haul.run(["report", "--out", haul.path("first")])
    #expect(first.status == 10, "\(first.talk)")
    #expect(!first.talk.contains("without the lists' names"), "\(first.talk)")
    #expect(try text("first/flagged.csv").contains(#""List A","block","2026-11-01","\#(list)""#))
    #expect(try text("first/dirbs.csv").contains("\(given),20261101,lost"))
    #expect(try await page("first/report.pdf").contains("“List A” of 2026-11-01"))

    #expect(try await haul.run(["case", "recheck"]).status == 0)
    let second = try await haul.run(["report", "--out", haul.path("second")])
    #expect(second.status == 10, "\(second.talk)")
    #expect(
      try text("second/flagged.csv").contains(#""List A","block","2026-11-01","\#(list)""#))
  }

  /// Nobody has settled it yet: it is a lead, and the exhibit is unresolved.
  private func expectLead(asked: String, sha256: String) async throws {
    let out = haul.path("lead")
    let run = try await haul.run(["report", "--out", out])
    #expect(run.status == 20, "\(run.talk)")
    #expect(run.talk.contains("3 exhibits = 0 flagged + 1 not flagged + 2 unresolved"))
    let device = try await device(in: out)
    #expect(device["status"] as? String == "flagged")
    #expect(device["reviewState"] as? String == "open")
    #expect(device["checkedAt"] as? String == asked)
    #expect(try text("lead/flagged.csv").contains(#""List B","block","2026-11-10","\#(sha256)""#))
    let page = try await page("lead/report.pdf")
    #expect(page.contains("flagged, asked \(Self.spoken(asked)); a lead only"), "\(page)")
  }

  private func expectFlagged(asked: String, sha256: String) async throws {
    let report = try await haul.run(["report", "--out", haul.path("flagged")])
    #expect(report.status == 10, "\(report.talk)")
    #expect(report.talk.contains("1 flagged"), "\(report.talk)")
    let bag = try await haul.run(["export", "bundle", "--out", haul.path("flagged-bag")])
    #expect(bag.status == 0, "\(bag.talk)")
    _ = try await tables("flagged-tables")
    let linked = try await haul.run(["export", "case-uco", "--out", haul.path("flagged-uco")])
    #expect(linked.status == 0, "\(linked.talk)")

    for folder in ["flagged", "flagged-tables", "flagged-bag/data/exports"] {
      let device = try await device(in: haul.path(folder))
      #expect(device["status"] as? String == "flagged", "\(folder)")
      #expect(device["reviewState"] as? String == "settled", "\(folder)")
      #expect(device["listName"] as? [String] == ["List B"], "\(folder)")
      #expect(device["listDate"] as? [String] == ["2026-11-10"], "\(folder)")
      #expect(device["listSha256"] as? [String] == [sha256], "\(folder)")
      #expect(device["listReason"] as? [String] == ["stolen"], "\(folder)")
      #expect(device["checkedAt"] as? String == asked, "\(folder)")
      for (name, parts) in [
        "devices.csv": [#""List B","2026-11-10","\#(sha256)","flagged","stolen""#, asked],
        "flagged.csv": [#""List B","block","2026-11-10","\#(sha256)""#, asked],
        "dirbs.csv": ["\(Self.number),20261110,stolen"],
        "exhibits.csv": [#""\#(Self.number)","flagged""#],
      ] {
        let text = try text("\(folder)/\(name)")
        for part in parts { #expect(text.contains(part), "\(folder)/\(name): \(part)") }
      }
      #expect(try !text("\(folder)/return-list.csv").contains(Self.number), "\(folder)")
      let cells = try await ReportedHaul.shell(
        #"python3 -c 'import zipfile; z = zipfile.ZipFile("devices.xlsx"); "#
          + #"print(*[z.read(n).decode() for n in z.namelist() if n.endswith(".xml")])'"#,
        in: haul.path(folder))
      for part in ["List B", "2026-11-10", sha256, asked] {
        #expect(cells.text.contains(part), "\(folder)/devices.xlsx: \(part)")
      }
    }
    for folder in ["flagged", "flagged-bag/data/report"] {
      let page = try await page("\(folder)/report.pdf")
      for part in [
        "flagged, asked \(Self.spoken(asked))", "“List B” of 2026-11-10",
        "“List A” of 2026-11-01",
      ] {
        #expect(page.contains(part), "\(folder): \(part)")
        #expect(
          try text("\(folder)/report.html").replacing(#/<[^>]*>/#, with: "").contains(part),
          "\(folder): \(part)")
      }
    }
    for folder in ["flagged", "flagged-uco", "flagged-bag/data"] {
      let graph = try ReportedHaul.files(haul.path("\(folder)/case")).values
        .map { String(decoding: $0, as: UTF8.self) }.first { $0.contains(Self.photo) }
      let words = try #require(graph, "\(folder)")
      for part in ["List B", "2026-11-10", sha256, "flagged, asked \(Self.spoken(asked))"] {
        #expect(words.contains(part), "\(folder): \(part)")
      }
    }
    #expect(try text("flagged-bag/data/lists.txt").contains("\(sha256)  2026-11-10  List B"))
    #expect(try text("flagged-bag/data/audit/audit.jsonl").contains(sha256))
    try await expectLine(state: "flagged", flaggedBy: ["List B"], lists: [("List B", "2026-11-10")])
  }

  /// A newer edition of the list has it no longer.
  private func expectNotFlagged(asked: String, lists: [String]) async throws {
    let out = haul.path("last")
    let report = try await haul.run(["report", "--out", out])
    #expect(report.talk.contains("0 flagged"), "\(report.talk)")
    let device = try await device(in: out)
    #expect(device["status"] as? String == "notFlagged")
    #expect(device["listDate"] as? [String] == ["2026-11-01", "2026-11-12"])
    #expect(device["listSha256"] as? [String] == lists)
    #expect(device["checkedAt"] as? String == asked)
    #expect(try !text("last/flagged.csv").contains(Self.number))
    #expect(try !text("last/dirbs.csv").contains(Self.number))
    #expect(try text("last/return-list.csv").contains(Self.number))
    #expect(try await page("last/report.pdf").contains("2026-11-12"))
    try await expectLine(state: "notFlagged", flaggedBy: [], lists: [("List B", "2026-11-12")])
  }

  /// What `export jsonl` prints of the photo.
  private func expectLine(
    state: String, flaggedBy: [String], lists: [(name: String, date: String)]
  ) async throws {
    let run = try await haul.run(["export", "jsonl"])
    let photo = try run.photos().first { $0["sha256"] as? String == Self.photo }
    let reading = (photo?["readings"] as? [[String: Any]])?.first
    let answer = try #require(reading?["answer"] as? [String: Any])
    #expect(answer["state"] as? String == state)
    let names = (answer["matches"] as? [[String: Any]])?
      .compactMap { ($0["list"] as? [String: Any])?["name"] as? String }
    #expect(names == flaggedBy)
    let asked = (answer["lists"] as? [[String: Any]] ?? [])
      .map { "\($0["name"] ?? "") \($0["date"] ?? "")" }
    for list in lists { #expect(asked.contains("\(list.name) \(list.date)")) }
  }

  /// - Returns: the list's SHA-256.
  private func importList(_ name: String, date: String, of row: String) async throws -> String {
    let list = haul.path("list.csv")
    try "imei,reason\n\(row)\n".write(toFile: list, atomically: true, encoding: .utf8)
    let run = try await haul.kit.run([
      "blocklist", "import", list, "--name", name, "--date", date, "--allow", "smaller",
    ])
    #expect(run.status == 0, "\(run.talk)")
    let digest = try await ReportedHaul.shell("sha256sum list.csv", in: haul.scratch.url.path)
    return String(digest.text.prefix(64))
  }

  private func tables(_ name: String) async throws -> String {
    let run = try await haul.run(["export", "tables", "--out", haul.path(name)])
    #expect(run.status == 0, "\(run.talk)")
    return haul.path(name)
  }

  /// The number's object in `devices.jsonl`.
  private func device(in folder: String) async throws -> [String: Any] {
    let lines = try String(contentsOfFile: folder + "/devices.jsonl", encoding: .utf8)
    let objects = try lines.split(separator: "\n").compactMap {
      try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
    }
    return try #require(objects.first { $0["imei"] as? String == Self.number }, "\(folder)")
  }

  private func text(_ name: String) throws -> String {
    try String(contentsOfFile: haul.path(name), encoding: .utf8)
  }

  /// The PDF file's text, in lines of words with one blank between them.
  private func page(_ name: String) async throws -> String {
    let run = try await ReportedHaul.shell(
      "pdftotext -layout '\(name)' - | tr -s ' '", in: haul.scratch.url.path)
    #expect(run.status == 0, "\(run.text)")
    return run.text
  }

  /// When the lists were asked again, as the tables have it: after `time`, and before the event was logged that
  /// tells of it.
  private func askedAgain(after time: Any?) async throws -> String {
    let folder = try await tables("asked-\(UUID().uuidString)")
    let asked = try #require(try await device(in: folder)["checkedAt"] as? String)
    #expect(asked > (try #require(time as? String)))
    #expect(
      asked <= (try #require(try await haul.events("answers.renew").last?["time"] as? String)))
    return asked
  }

  /// A time as the report has it.
  private static func spoken(_ time: String) -> String {
    "\(time.prefix(10)) \(time.dropFirst(11).prefix(8)) UTC"
  }
}
