import Foundation
import Testing

@testable import CaseFile

@Suite struct AuditLineTests {
  private let event = AuditLine.event(
    AuditEntry(
      act: .alteration, kind: "decision.accept", person: "A. Smith 4711",
      subject: "photo:00", details: ["digits": .list([3, 5])]),
    case: AuditScene.caseIdentifier, sequence: 2, session: "s1",
    at: AuditClock.Reading(time: AuditSample.start + 123, monotonic: 42, source: "test clock"),
    previous: [UInt8](repeating: 0xAB, count: 32))

  @Test func aLineHasItsFieldsInTheOneOrder() {
    #expect(
      event.line == """
        {"act":"alteration","case":"0f2c5b7e-1111-4222-8333-444455556666","clock":"test clock",\
        "details":{"digits":[3,5]},"kind":"decision.accept","monotonic":42,\
        "person":"A. Smith 4711","previous":"\(String(repeating: "ab", count: 32))",\
        "schema":"imeikit.audit/1","sequence":2,"session":"s1","subject":"photo:00",\
        "time":"2026-11-21T17:20:00.123Z"}
        """)
  }

  @Test func theHashIsTheOneThatSha256sumGives() throws {
    let folder = try AuditTestFolder()
    try Data(event.line.utf8).write(to: URL(fileURLWithPath: folder.path + "/line"))
    let outcome = try Shell.run(
      "{ printf 'imeikit/audit/v1\\n'; cat line; } | sha256sum", in: folder.path)
    #expect(outcome.output == Hexadecimal.text(event.hash) + "  -\n")
  }

  @Test func aLineIsReadAsItWasWritten() throws {
    #expect(try AuditLine.event(line: Array(event.line.utf8)) == event)
  }

  @Test(arguments: [
    ("\"sequence\":2", "\"sequence\":0"), ("\"sequence\":2", "\"sequence\":\"2\""),
    ("imeikit.audit/1", "imeikit.audit/2"), ("alteration", "other"),
    ("2026-11-21T17", "2026-11-31T17"), ("17:20:00.123Z", "17:20:00Z"), ("abab", "ab"),
    ("abab", "ABAB"), ("\"session\":\"s1\",", ""), ("\"subject\":\"photo:00\"", "\"subject\":1"),
    ("\"subject\"", "\"sub\""), ("\"kind\"", "\"extra\":1,\"kind\""), ("{\"digits\":[3,5]}", "[]"),
  ])
  func aLineOfAnyOtherFormIsRefused(_ old: String, _ new: String) throws {
    let line = event.line.replacingOccurrences(of: old, with: new)
    #expect(line != event.line)
    #expect(throws: CanonicalFault.self) { try AuditLine.event(line: Array(line.utf8)) }
  }

  @Test func timesAreWrittenInOneFormAndReadInNoOther() {
    #expect(AuditTime.text(0) == "1970-01-01T00:00:00.000Z")
    #expect(AuditTime.text(-1) == "1969-12-31T23:59:59.999Z")
    #expect(AuditTime.text(951_782_400_000) == "2000-02-29T00:00:00.000Z")
    #expect(AuditTime.text(.max) == "9999-12-31T23:59:59.999Z")
    #expect(AuditTime.text(.min) == "0000-01-01T00:00:00.000Z")
    for text in [
      "", "2026-02-29T00:00:00.000Z", "2026-13-01T00:00:00.000Z", "2026-01-01T24:00:00.000Z",
      "2026-01-01T00:60:00.000Z", "2026-01-01 00:00:00.000Z", "2026-01-01T00:00:00.000+",
      "2026-01-01T00:00:00,000Z", "２026-01-01T00:00:00.000Z", "2026-01-01T00:00:60.000Z",
    ] {
      #expect(AuditTime.milliseconds(text) == nil, "\(text)")
    }
  }

  @Test func everyDayOfFourCenturiesIsTheCalendars() throws {
    let format = Date.ISO8601FormatStyle(includingFractionalSeconds: true)
    for day in stride(from: -80_000, to: 200_000, by: 37) {
      let time = Int64(day) * 86_400_000 + Int64(abs(day) % 86_400) * 1000 + 250
      let text = AuditTime.text(time)
      #expect(AuditTime.milliseconds(text) == time)
      #expect(text == Date(timeIntervalSince1970: Double(time) / 1000).formatted(format))
    }
  }

  @Test func codesAreBase32OfTheFirstTenBytes() throws {
    let hash = [UInt8](0..<32)
    #expect(ShortCode.text(hash) == "AAAQ-EAYE-AUDA-OCAJ")
    #expect(ShortCode.bytes("aaaq eaye-audaocaj") == Array(hash.prefix(10)))
    for code in ["", "AAAQ-EAYE-AUDA-OCA", "AAAQ-EAYE-AUDA-OCAJA", "0AAQ-EAYE-AUDA-OCAJ"] {
      #expect(ShortCode.bytes(code) == nil)
    }
  }
}
