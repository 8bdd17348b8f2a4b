import CaseFile
import Foundation
import Glibc
import Testing

@Suite struct ClaimTests {
  private func claim(_ name: String, bytes: String? = nil) -> FileClaim {
    FileClaim(path: Array("/photos/\(name)".utf8), sha256: digest(bytes ?? name))
  }

  @Test func aFileIsGrantedOnce() throws {
    let fixture = try CaseFixture()
    let other = try fixture.open()
    let (first, second) = (try fixture.begin(), try fixture.begin())
    let files = (0..<6).map { claim("\($0).jpg") }
    let mine = try fixture.file.claim(files, run: first, limit: 4)
    #expect(mine.granted == Array(files[..<4]))
    #expect(mine.remaining == Array(files[4...]))
    let theirs = try other.claim(files, run: second, limit: 10)
    #expect(theirs.held == Array(files[..<4]))
    #expect(theirs.granted == Array(files[4...]))
    #expect(
      try fixture.file.claimCounts() == [
        fixture.file.session.identifier: 4, other.session.identifier: 2,
      ])
  }

  @Test func theSameBytesUnderAnotherNameWait() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    let answer = try fixture.file.claim(
      [claim("a.jpg", bytes: "x"), claim("b.jpg", bytes: "x")], run: run, limit: 10)
    #expect(answer.granted.count == 1)
    #expect(answer.held == [claim("b.jpg", bytes: "x")])
  }

  @Test func recordingGivesAClaimBackAndSaysSo() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    _ = try fixture.file.claim([claim("a.jpg"), claim("b.jpg")], run: run, limit: 10)
    try fixture.file.record([made("a.jpg")], run: run)
    try fixture.file.release([claim("b.jpg")])
    let answer = try fixture.file.claim([claim("a.jpg"), claim("b.jpg")], run: run, limit: 10)
    #expect(answer.alreadyRead == [claim("a.jpg")])
    #expect(answer.granted == [claim("b.jpg")])
  }

  @Test func theEndOfARunGivesItsClaimsBack() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    _ = try fixture.file.claim([claim("a.jpg")], run: run, limit: 10)
    try fixture.file.endRun(run, outcome: "stopped")
    #expect(try fixture.file.claimCounts().isEmpty)
    #expect(code { _ = try fixture.file.claim([], run: run, limit: 1) } == .runMissing)
  }

  @Test func aClaimWithoutHeartbeatForAMinuteIsTakenOver() throws {
    let fixture = try CaseFixture()
    let other = try fixture.open()
    let run = try fixture.begin()
    _ = try fixture.file.claim([claim("a.jpg"), claim("b.jpg")], run: run, limit: 10)
    try fixture.tamper("UPDATE claim SET heartbeat = heartbeat - 61000")
    try fixture.file.heartbeat(run: run)
    #expect(try other.claim([claim("a.jpg")], run: run, limit: 10).held == [claim("a.jpg")])
    try fixture.tamper("UPDATE claim SET heartbeat = heartbeat - 61000")
    #expect(try other.claim([claim("a.jpg")], run: run, limit: 10).granted == [claim("a.jpg")])
  }

  @Test func theClaimOfADeadProcessIsTakenOverAtOnce() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    _ = try fixture.file.claim(
      [claim("a.jpg"), claim("b.jpg"), claim("c.jpg")], run: run, limit: 10)
    // A process that has ended, one that started at another time, one of another machine.
    try fixture.tamper(
      """
      UPDATE claim SET pid = 4194304 WHERE path = CAST('/photos/a.jpg' AS BLOB);
      UPDATE claim SET process = process || '1' WHERE path = CAST('/photos/b.jpg' AS BLOB);
      UPDATE claim SET process = 'other machine 1', pid = 4194304
        WHERE path = CAST('/photos/c.jpg' AS BLOB);
      """)
    let answer = try fixture.file.claim(
      [claim("a.jpg"), claim("b.jpg"), claim("c.jpg")], run: run, limit: 10)
    #expect(answer.granted == [claim("a.jpg"), claim("b.jpg")])
    #expect(answer.held == [claim("c.jpg")])
  }

  @Test func claimsAreNoEvents() throws {
    let fixture = try CaseFixture()
    let run = try fixture.begin()
    let events = try fixture.file.events().count
    _ = try fixture.file.claim([claim("a.jpg")], run: run, limit: 1)
    try fixture.file.heartbeat(run: run)
    try fixture.file.release([claim("a.jpg")])
    #expect(try fixture.file.events().count == events)
  }
}
