import Foundation
import Testing

/// Reports as their users make them, and as somebody finds them who interrupts, copies or attacks them.
@Suite("Reports", .serialized)
struct ReportCommandTests {
  private let haul: ReportedHaul

  init() throws { haul = try ReportedHaul() }

  @Test func aReportIsWholeIsLoggedAndReplacesNothing() async throws {
    try await haul.scan()
    let out = haul.path("report")
    let run = try await haul.run(["report", "--out", out, "--recipient", "DC Moss"])
    #expect(run.status == 20, "\(run.talk)")
    let files = try ReportedHaul.files(out)
    let expected = [
      "report.pdf", "report.html", "devices.csv", "devices.jsonl", "devices.xlsx", "imeis.txt",
      "imeis-unresolved.txt", "exhibits.csv", "return-list.csv", "flagged.csv", "dirbs.csv",
      "case/index.json", "case/exhibit-0001.jsonld", "case/exhibit-0003.jsonld", "manifest.sha256",
    ]
    for name in expected { #expect(files[name] != nil, "\(name)") }
    #expect(Set(run.lines) == Set(files.keys.map { "\(out)/\($0)" }))
    #expect(!files.keys.contains { $0.hasPrefix("thumbnails/") })
    #expect(run.talk.contains("3 files = 3 read + 0 unreadable + 0 duplicate + 0 refused"))
    #expect(run.talk.contains("3 exhibits = 0 flagged + 0 not flagged + 3 unresolved"))

    let checked = try await ReportedHaul.shell(
      "sha256sum -c --strict manifest.sha256 && sha256sum manifest.sha256 | cut -c 1-64", in: out)
    #expect(checked.status == 0, "\(checked.text)")
    let digest = checked.text.split(separator: "\n").last.map(String.init) ?? ""
    #expect(run.talk.contains(digest))
    let events = try await haul.events("export.report")
    #expect(events.count == 1)
    let details = events.first?["details"] as? [String: Any]
    #expect(details?["recipient"] as? String == "DC Moss")
    #expect(details?["manifest"] as? String == digest)
    #expect(events.first?["act"] as? String == "disclosure")

    let second = try await haul.run(["report", "--out", out + "/"])
    #expect(second.status == 64)
    #expect(second.talk.contains("there is something at"))
    #expect(try ReportedHaul.files(out) == files)
    #expect(try await haul.events("export.report").count == 1)
  }

  @Test func aCopyOfTheCaseGivesTheSameBytesAnywhere() async throws {
    try await haul.scan()
    let copy = try haul.scratch.folder("elsewhere").appending(path: "other name.imeikit").path
    try FileManager.default.copyItem(atPath: haul.file, toPath: copy)
    let options = ["--thumbnails", "redacted"]
    let first = try await haul.run(
      ["report", "--out", haul.path("one"), "--jobs", "1"] + options,
      environment: ["TZ": "UTC", "LC_ALL": "C"])
    #expect(first.status == 20, "\(first.talk)")
    // A station of its own: the first one would take the copy for a log that was cut off.
    let station = Kit(home: try haul.scratch.folder("other home"))
    let second = try await station.run(
      ["report", "--case", copy, "--out", haul.path("two"), "--jobs", "3"] + options,
      environment: ["TZ": "Asia/Kolkata", "LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"])
    #expect(second.status == 20, "\(second.talk)")
    let (one, two) = (
      try ReportedHaul.files(haul.path("one")), try ReportedHaul.files(haul.path("two"))
    )
    #expect(one.keys.count { $0.hasPrefix("thumbnails/") } == 3)
    #expect(Set(one.keys) == Set(two.keys))
    for (name, bytes) in one { #expect(two[name] == bytes, "\(name)") }
  }

  @Test func originalsAreHashedAgainAndSaidToBeAsTheyAre() async throws {
    try await haul.scan()
    func words(_ name: String) throws -> String {
      String(
        decoding: try ReportedHaul.files(haul.path(name))["report.html"] ?? Data(), as: UTF8.self)
    }
    func hashed() async throws -> Any? {
      (try await haul.events("export.report").last?["details"] as? [String: Any])?["hashedAgain"]
    }
    let whole = try await haul.run(["report", "--out", haul.path("whole")])
    #expect(whole.status == 20, "\(whole.talk)")
    #expect(try words("whole").contains("hashed again for this report: all 3 files unchanged"))
    #expect((try await hashed() as? [String: Int])?["same"] == 3)
    // Nothing but the disclosure and the sessions around it is logged of originals that are as they were.
    #expect(try await haul.events("originals.checked").count == 1)

    try Data("else".utf8).write(to: URL(filePath: haul.path("haul/AB-1/front.jpg")))
    try FileManager.default.removeItem(atPath: haul.path("haul/AB-2/bag.jpg"))
    let left = try await haul.run(["report", "--no-check-originals", "--out", haul.path("left")])
    #expect(left.status == 20, "\(left.talk)")
    #expect(try words("left").contains("not hashed again for this report"))
    #expect(try await hashed() as? String == "left out")

    let held = try await haul.run(["report", "--out", haul.path("held")])
    #expect(held.status == 65, "\(held.talk)")
    #expect(held.talk.contains("front.jpg") && held.talk.contains("--acknowledge-all"))
    #expect(!FileManager.default.fileExists(atPath: haul.path("held")))
    #expect(try await haul.events("original.changed").count == 1)
    #expect(try await haul.events("original.missing").count == 1)

    let mute = try await haul.run(["case", "originals", "--acknowledge-all"])
    #expect(mute.status == 64)
    let known = try await haul.run([
      "case", "originals", "--acknowledge-all", "--note", "given back",
    ])
    #expect(known.status == 0, "\(known.talk)")
    // The findings that tell of them wait no more either.
    #expect(try await haul.events("finding.acknowledge").count == 2)
    let told = try await haul.run(["report", "--out", haul.path("told")])
    #expect(told.status == 20, "\(told.talk)")
    for fragment in [
      "hashed again for this report: changed: other bytes than were read",
      "hashed again for this report: missing: not there any more",
      "hashed again for this report: unchanged",
      "1 of 3 files unchanged, 1 changed",
    ] { #expect(try words("told").contains(fragment), "\(fragment)") }
    #expect(try await haul.events("original.changed").count == 1)
    #expect((try await hashed() as? [String: Int])?["missing"] == 1)
    #expect(try await haul.run(["audit", "verify"]).status == 0)
  }

  @Test func aKilledReportLeavesNoHalfFolder() async throws {
    try await haul.scan()
    var whole = 0
    for round in 0..<8 {
      let out = haul.path("killed-\(round)")
      let wait = 0.02 + Double(round * round) * 0.03
      _ = try await haul.run(["report", "--out", out]) { process in
        Thread.detachNewThread {
          Thread.sleep(forTimeInterval: wait)
          kill(process, SIGKILL)
        }
      }
      guard FileManager.default.fileExists(atPath: out) else { continue }
      whole += 1
      let checked = try await ReportedHaul.shell("sha256sum -c --strict manifest.sha256", in: out)
      #expect(checked.status == 0, "round \(round): \(checked.text)")
    }
    #expect(whole < 8)
    // Each folder that has its name was logged before.
    #expect(try await haul.events("export.report").count >= whole)
    let last = try await haul.run(["report", "--out", haul.path("last")])
    #expect(last.status == 20, "\(last.talk)")
    #expect(try await haul.run(["audit", "verify"]).status == 0)
  }

  /// A signal may come too late to stop it; then the report is whole and logged.
  @Test func aStoppedReportLeavesNothing() async throws {
    try await haul.scan()
    let folder = try haul.scratch.folder("stopped")
    let out = folder.appending(path: "report").path
    // Small pictures are made by workers, whose start gives the signal time.
    let run = try await haul.run(["report", "--out", out, "--thumbnails", "redacted"]) { process in
      // Its temporary folder is there: the work has begun, and with it signals are caught.
      Self.waitForSomething(in: folder)
      kill(process, SIGTERM)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let events = try await haul.events("export.report").count
    #expect(run.status == 70 || run.status == 20, "\(run.talk)")
    #expect(left == (run.status == 70 ? [] : ["report"]))
    #expect(events == (run.status == 70 ? 0 : 1))
  }

  @Test func whatAKilledReportLeftIsHiddenAndGoesWithTheNext() async throws {
    try await haul.scan()
    let folder = try haul.scratch.folder("killed")
    let temporary = try haul.scratch.folder("temporary")
    let report = ["report", "--thumbnails", "redacted", "--out"]
    let environment = ["TMPDIR": temporary.path]
    _ = try await haul.run(
      report + [folder.appending(path: "first").path], environment: environment
    ) { process in
      // Small pictures are being made.
      Self.waitForSomething(in: temporary)
      kill(process, SIGKILL)
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left.count == 1)
    #expect(left.allSatisfy { $0.hasPrefix(".first.imeikit-") && $0.hasSuffix(".part") }, "\(left)")
    let pictures = try FileManager.default.contentsOfDirectory(atPath: temporary.path)
    #expect(pictures.contains { $0.hasPrefix(".imeikit-report.imeikit-") }, "\(pictures)")

    let second = try await haul.run(
      report + [folder.appending(path: "second").path], environment: environment)
    #expect(second.status == 20, "\(second.talk)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["second"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
  }

  private static func waitForSomething(in folder: URL) {
    for _ in 0..<20_000 {
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      if !names.isEmpty { return }
      Thread.sleep(forTimeInterval: 0.005)
    }
  }

  @Test func hostileWordsAndNamesPass() async throws {
    try await haul.scan()
    let picture = try Data(
      contentsOf: Checkout.testImages.appending(path: "lockscreens/ios-lock-single.jpg"))
    try haul.scratch.write(
      picture, named: Array("=2+5\n<img src=x>\u{202E}gpj.\u{1B}[31m".utf8) + [0xFF],
      in: try haul.scratch.folder("haul/AB-4"))
    _ = try await haul.run(["scan", haul.path("haul"), "--format", "jsonl"])
    let words =
      "=cmd|' /C calc'!A0 <script>alert(1)</script> " + String(repeating: "W", count: 300)
    let change = try await haul.run(["case", "exhibit", "AB-1", "--description", words])
    #expect(change.status == 0, "\(change.talk)")
    let out = haul.path("hostile")
    let run = try await haul.run(
      ["report", "--out", out, "--recipient", "=1+1\u{202E}\n<b>356938035643809"])
    #expect(run.status == 20, "\(run.talk)")
    let files = try ReportedHaul.files(out)
    func text(_ name: String) -> String { String(decoding: files[name] ?? Data(), as: UTF8.self) }
    for fragment in ["<script", "<img src=x", "\u{1B}", "\u{202E}"] {
      #expect(!text("report.html").contains(fragment), "\(fragment.debugDescription)")
    }
    #expect(text("report.html").contains("calc"))
    for name in ["devices.csv", "exhibits.csv", "return-list.csv"] {
      #expect(!text(name).contains("\"=cmd") && !text(name).contains("\"=2+5"), "\(name)")
      #expect(!text(name).contains("\u{1B}"), "\(name)")
    }
    let checked = try await ReportedHaul.shell(
      "sha256sum -c --quiet manifest.sha256 && pdftotext report.pdf - | grep -c calc", in: out)
    #expect(checked.status == 0, "\(checked.text)")
    let log = try await haul.events("export.report").map { "\($0)" }.joined()
    #expect(!log.contains("356938035643809"))
  }

  @Test func whatCannotBeDoneIsSaidWithItsStatus() async throws {
    try await haul.scan()
    let missing = try await haul.kit.run(
      ["report", "--case", haul.path("none.imeikit"), "--out", haul.path("a")])
    #expect(missing.status == 65)
    let nowhere = try await haul.run(["report", "--out", haul.path("no/such/folder")])
    #expect(nowhere.status == 74, "\(nowhere.talk)")
    let mapping = haul.path("mapping.txt")
    try "Serial = colour\n".write(toFile: mapping, atomically: true, encoding: .utf8)
    let unmapped = try await haul.run(["report", "--out", haul.path("b"), "--mapping", mapping])
    #expect(unmapped.status == 64)
    #expect(unmapped.talk.contains("colour"))
    let photo = haul.path("haul/AB-1/front.jpg")
    try Data("changed".utf8).write(to: URL(filePath: photo))
    _ = try await haul.run(["scan", haul.path("haul"), "--format", "jsonl"])
    let changed = try await haul.run(["report", "--out", haul.path("c")])
    #expect(changed.status == 65, "\(changed.talk)")
    #expect(changed.talk.contains("acknowledge"))
    for name in ["a", "b", "c"] {
      #expect(!FileManager.default.fileExists(atPath: haul.path(name)), "\(name)")
    }
    #expect(try await haul.events("export.report").isEmpty)
  }
}
