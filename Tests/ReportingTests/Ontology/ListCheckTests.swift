import BlockList
import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct ListCheckTests {
  private func graph(
    _ reference: String = "AB/1", _ change: (inout NumberRecord) -> Void = { _ in }
  ) throws -> GraphFile {
    var record = SampleHaul.whole
    record.exhibits = record.exhibits.filter { $0.exhibit.reference == reference }
    record.unassignedPhotos = []
    change(&record.exhibits[0].numbers[0])
    return try WrittenCase(record).graph("exhibit-0001.jsonld")
  }

  private func performer(_ step: [String: Any], _ graph: GraphFile) -> String? {
    graph.targets("uco-action:performer", of: step).first?["uco-core:name"] as? String
  }

  private func tools(_ step: [String: Any], _ graph: GraphFile) -> [String] {
    graph.targets("uco-action:instrument", of: step).map {
      "\($0["uco-core:name"] ?? "") \($0["uco-tool:version"] ?? "")"
    }
  }

  private func times(_ step: [String: Any]) -> [String?] {
    ["uco-action:startTime", "uco-action:endTime"].map {
      (step[$0] as? [String: String])?["@value"]
    }
  }

  @Test func saysWhoAskedWhichListWhenAndWithWhat() throws {
    let graph = try graph()
    let step = try #require(graph.steps("Check").first)
    #expect(performer(step, graph) == "A. Reader 4711" && tools(step, graph) == ["imeikit 0.7.0"])
    let time = "2026-11-21T09:00:01.000Z"
    #expect(times(step) == [time, time])
    let list = try #require(
      graph.targets("uco-action:object", of: step).first {
        $0["uco-core:name"] as? String == "national block list"
      })
    #expect(graph.digest(of: list) == SampleHaul.list.sha256)
    #expect(list["uco-core:description"] as? String == "block list of 2026-11-20")
    let words = try #require(step["uco-core:description"] as? String)
    for part in [SampleHaul.run, SampleHaul.list.sha256, "“national block list” of 2026-11-20"] {
      #expect(words.contains(part))
    }
    let verdict = graph.targets("uco-action:result", of: step)
    #expect(verdict.map { $0["uco-core:tag"] as? String } == ["not-flagged"])
  }

  @Test func ofAnAnswerThatWasRenewedSaysWhoAskedAgainAndWhen() throws {
    let graph = try graph("AB/2")
    #expect(graph.steps("Check").count == 1)
    let step = try #require(graph.steps("Check IMEI against block lists again").first)
    #expect(performer(step, graph) == "C. Clerk 4713" && tools(step, graph) == ["imeikit 0.8.0"])
    #expect(times(step)[0] == "2026-11-21T10:00:00.000Z")
    #expect((step["uco-core:description"] as? String)?.contains("event 400") == true)
  }

  @Test func saysWhereTheCaseDoesNotHoldWhichListsTheyWere() throws {
    let graph = try graph {
      $0.answer = .withoutLists(.notFlagged)
      $0.asking = AskingRecord(
        occasion: .decision(event: 244), person: "B. Second 4712", program: nil)
    }
    let step = try #require(graph.steps("Check").first)
    #expect(performer(step, graph) == "B. Second 4712")
    let words = try #require(step["uco-core:description"] as? String)
    #expect(words.contains("event 244") && words.contains("does not hold which lists"))
    let verdict = try #require(graph.statements("not-flagged").first)
    #expect(
      verdict.contains("not flagged, asked ") && verdict.contains("are not kept with the answer"))
    #expect(
      graph.targets("uco-action:object", of: step).map { $0["@type"] as? String } == [
        "uco-observable:MobileDevice"
      ])
  }

  @Test func namesNobodyWhereTheCaseDoesNotSayWhoAsked() throws {
    let graph = try graph { $0.asking = nil }
    let step = try #require(graph.steps("Check").first)
    #expect(step["uco-action:performer"] == nil && step["uco-action:startTime"] != nil)
  }

  @Test(arguments: ["2026-11-21T10:00:00.000", "2026-11-21", ""])
  func aTimeOfAskingWithoutItsZoneStopsTheExport(time: String) {
    #expect { try graph("AB/2") { $0.answeredAt = time } } throws: {
      ($0 as? ReportingError)?.code == .notReady
    }
  }

  @Test func tellsOfTheNewestAnswerOfARealCase() throws {
    let haul = try CaseHaul()
    let newer = CaseHaul.list("2026-11-25")
    try haul.record("a.jpg", of: "AB/1")
    let before = try WrittenCase(HaulRecord(of: haul.file)).graph("exhibit-0001.jsonld")
    try haul.recheck(newer, flagging: CaseHaul.number, person: "Cy 3", program: "imeikit 0.8.0")
    let record = try HaulRecord(of: haul.file)
    let recheck = try #require(try haul.file.lastRecheck())
    let graph = try WrittenCase(record).graph("exhibit-0001.jsonld")
    #expect(before.steps("Check IMEI against block lists again").isEmpty)
    let step = try #require(graph.steps("Check IMEI against block lists again").first)
    #expect(graph.steps("Check").count == 1 && times(step)[0] == recheck.askedAt)
    #expect(performer(step, graph) == "Cy 3" && tools(step, graph) == ["imeikit 0.8.0"])
    #expect(graph.statements("lead").count == 1 && graph.statements("not-flagged").isEmpty)
    let lists = graph.targets("uco-action:object", of: step).compactMap {
      $0["uco-core:description"] as? String
    }
    #expect(lists == ["block list of 2026-11-25"])
  }
}
