import CaseFile
import Foundation
import Testing

@Suite struct EventWordsTests {
  /// Kinds that no literal beside the act names: put together from parts, or kept as a constant.
  private static let composed: Set<String> = [
    "decision.accept", "decision.correct", "decision.key", "decision.unreadable",
    "decision.settle", "exhibit.add", "original.changed", "original.missing",
    "original.unreadable", "photo.assign", "review.doubt", "selftest.after", "selftest.before",
    "session.close", "session.open",
  ]

  /// Every kind of event that the sources log.
  private static func logged() throws -> Set<String> {
    let sources = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Sources").standardizedFileURL
    let acts = AuditAct.allCases.map(\.rawValue).joined(separator: "|")
    let afterAct = try Regex(#"\.(?:\#(acts)),\s*([^\n]*)"#, as: (Substring, Substring).self)
    let ofLooks = /(?:note|logLook|log)\((?:at: )?\s*("[^"]*")/
    var kinds = composed
    let files = try #require(
      FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil))
    for case let file as URL in files where file.pathExtension == "swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      let places = text.matches(of: afterAct).map(\.1) + text.matches(of: ofLooks).map(\.1)
      for place in places {
        kinds.formUnion(place.matches(of: /"([a-z]+\.[A-Za-z]+)"/).map { String($0.1) })
      }
    }
    return kinds
  }

  @Test func everyKindThatIsLoggedHasASentenceOfItsOwn() throws {
    let kinds = try Self.logged().sorted()
    #expect(kinds.count > 60)
    #expect(kinds.contains("station.loginFailed") && kinds.contains("photo.read"))
    let fixture = try CaseFixture()
    try fixture.file.log(
      kinds.map { AuditEntry(act: .consultation, kind: $0, person: "Ann 1") })
    let events = try fixture.file.eventEntries(limit: 999).suffix(kinds.count)
    #expect(events.map(\.kind) == kinds)
    for event in events { #expect(event.text != Self.plain(event.kind), "\(event.kind)") }
  }

  /// What is said of a kind that nothing is known of.
  private static func plain(_ kind: String) -> String {
    let words = kind.replacing(".", with: ": ").replacing(/[A-Z]/) { " " + $0.output.lowercased() }
    return words.prefix(1).uppercased() + words.dropFirst() + "."
  }

  @Test func whatIsNotKnownIsSaidInItsOwnWords() throws {
    let fixture = try CaseFixture()
    try fixture.file.log([AuditEntry(act: .session, kind: "later.kindOfEvent", person: "Ann 1")])
    let text = try fixture.file.eventEntries(limit: 99).last?.text
    #expect(text == "Later: kind of event.")
    #expect(text == Self.plain("later.kindOfEvent"))
  }
}
