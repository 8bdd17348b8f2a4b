import BlockList
import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct StepOrderTests {
  private func steps(_ graph: GraphFile) -> [String: (title: String, informants: [String])] {
    Dictionary(
      uniqueKeysWithValues: graph.nodes("case-investigation:InvestigativeAction").map { node in
        let informants = node["case-investigation:wasInformedBy"] as? [[String: String]] ?? []
        return (
          node["@id"] as? String ?? "",
          (node["uco-core:name"] as? String ?? "", informants.compactMap { $0["@id"] })
        )
      })
  }

  private func titles(
    informing title: String, in graph: GraphFile
  ) throws -> [[String]] {
    let steps = steps(graph)
    return try steps.values.filter { $0.title.hasPrefix(title) }.map {
      try $0.informants.map { String(try #require(steps[$0]).title.prefix(4)) }.sorted()
    }
  }

  @Test func letsBlindReadersKnowOfTheReadingOnly() throws {
    let graph = try WrittenCase(SampleHaul.changed("AB/2") { _ in }).graph("exhibit-0001.jsonld")
    #expect(try titles(informing: "Key IMEI", in: graph) == [["Read"], ["Read"]])
  }

  @Test func letsWhoSettlesKnowOfBothReaders() throws {
    let graph = try WrittenCase(
      SampleHaul.changed("AB/2") {
        $0.numbers[0].settledBy = "C. Third 4713"
        $0.numbers[0].opinions.append(
          OpinionRecord(
            person: "C. Third 4713", digits: "012345678901237", isBlind: false,
            time: "2026-11-21T09:50:00.000Z", event: 260))
      }
    ).graph("exhibit-0001.jsonld")
    #expect(try titles(informing: "Decide", in: graph) == [["Key ", "Key ", "Read"]])
  }

  @Test func aRealSettlementIsAStepThatKnowsOfBothReaders() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1", [CaseHaul.reading(accepted: false)])
    try haul.decide("a.jpg", .key(CaseHaul.number), answer: .notFlagged, person: "1")
    try haul.decide("a.jpg", .key(CaseHaul.other), answer: .flagged, person: "2")
    try haul.decide("a.jpg", .settle(CaseHaul.other), answer: .flagged, person: "3")
    let graph = try WrittenCase(HaulRecord(of: haul.file)).graph("exhibit-0001.jsonld")
    #expect(try titles(informing: "Settle", in: graph) == [["Key ", "Key ", "Read"]])
    let step = try #require(graph.steps("Settle").first)
    let person = graph.targets("uco-action:performer", of: step).first
    #expect(person?["uco-core:name"] as? String == "Cy 3")
    #expect(graph.statements("settlement")[0].contains("settled as 49-015420-323751-8 by Cy 3"))
    let check = try #require(graph.steps("Check").first)
    let asked = graph.targets("uco-action:performer", of: check).first
    #expect(asked?["uco-core:name"] as? String == "Cy 3")
  }

  @Test func letsAListKnowOfNothingThatCameLater() throws {
    let before = try WrittenCase(SampleHaul.changed("AB/2") { _ in }).graph("exhibit-0001.jsonld")
    #expect(try titles(informing: "Check", in: before) == [["Read"]])
    let after = try WrittenCase(
      SampleHaul.changed("AB/2") { $0.numbers[0].answeredAt = "2026-11-21T10:00:00.000Z" }
    ).graph("exhibit-0001.jsonld")
    #expect(try titles(informing: "Check", in: after) == [["Key ", "Key ", "Read"]])
  }

  @Test func claimsNoCheckWhereNoListWasAsked() throws {
    let graph = try WrittenCase(
      SampleHaul.changed { $0.numbers[0].answer = .notChecked(because: .noListLoaded) }
    ).graph("exhibit-0001.jsonld")
    #expect(try titles(informing: "Check", in: graph).isEmpty)
    #expect(graph.statements("not-checked").count == 1)
  }

  @Test func listsEveryStepInTheInvestigation() throws {
    let graph = try WrittenCase(SampleHaul.haul(of: 3), perFile: 3).graph(
      "exhibits-0001-0003.jsonld")
    let investigations = graph.nodes("case-investigation:Investigation")
    #expect(investigations.count == 1)
    let contents = Set(
      (investigations.first?["uco-core:object"] as? [[String: String]] ?? []).compactMap {
        $0["@id"]
      })
    #expect(contents.isSuperset(of: steps(graph).keys))
    #expect(contents.count == steps(graph).count + 3)
  }
}
