import CaseFile
import Testing

@Suite struct OriginalTests {
  @Test func whatIsNotTheSameWaitsToBeAcknowledged() throws {
    let fixture = try CaseFixture()
    let run = try fixture.record(["a", "b", "c", "d"].map { made("\($0).jpg") })
    let originals = try fixture.file.originals(of: run)
    #expect(originals.map(\.sha256) == ["a", "b", "c", "d"].map { digest("\($0).jpg") })
    try fixture.file.recordOriginalChecks(
      zip(originals, OriginalCheck.Outcome.allCases).map { original, outcome in
        OriginalCheck(
          path: original.path, sha256: original.sha256, outcome: outcome,
          found: outcome == .changed ? digest("new") : nil)
      }, run: run)
    let deviations = try fixture.file.originalDeviations()
    #expect(deviations.map(\.check.outcome) == [.changed, .missing, .unreadable])
    #expect(deviations.first?.check.found == digest("new"))
    #expect(try fixture.file.lastOriginalsCheck()?.counts[.same] == 1)
    for deviation in deviations {
      try fixture.file.acknowledge(original: deviation.id, person: "Cole")
    }
    #expect(try fixture.file.originalDeviations().isEmpty)
    #expect(
      try fixture.file.originalDeviations(all: true).map(\.acknowledgedBy) == [
        "Cole", "Cole", "Cole",
      ])
    #expect(code { try fixture.file.acknowledge(original: 99) } == .itemMissing)
    #expect(try fixture.file.events(kinds: ["original.missing"]).count == 1)
  }

  @Test func aLookThatFoundNothingIsLoggedInOneEvent() throws {
    let fixture = try CaseFixture()
    try fixture.record((0..<20).map { made("\($0).jpg") })
    let before = try fixture.file.events().count
    try fixture.file.recordOriginalChecks(
      try fixture.file.originals().map {
        OriginalCheck(path: $0.path, sha256: $0.sha256, outcome: .same)
      })
    #expect(try fixture.file.events().count == before + 1)
    #expect(try fixture.file.originalDeviations().isEmpty)
  }
}
