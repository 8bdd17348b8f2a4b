import CaseFile
import Testing

@testable import Intake

@Suite struct FindingTitleTests {
  @Test func everyKindHasATitleOfItsOwn() {
    let kinds =
      Finding.Kind.allCases.map(\.rawValue)
      + ExhibitDisagreement.Kind.allCases.map { "exhibit.\($0.rawValue)" }
      + OriginalCheck.Outcome.allCases.map { "original.\($0.rawValue)" }
    let titles = kinds.map(FindingTitle.of)
    for (kind, title) in zip(kinds, titles) { #expect(title.contains(" "), "\(kind): \(title)") }
    #expect(Set(titles).count == kinds.count)
  }

  @Test(arguments: [
    ("original.else", "original.else"), ("exhibit.else", "exhibit.else"), ("", ""),
    ("a\n\u{202E}b", "a\\n\\u{202E}b"),
    (String(repeating: "k", count: 90), String(repeating: "k", count: 80) + "…"),
  ])
  func anotherStandsForItself(kind: String, shown: String) {
    #expect(FindingTitle.of(kind: kind) == shown)
  }
}
