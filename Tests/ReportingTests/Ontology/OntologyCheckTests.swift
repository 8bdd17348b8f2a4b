import Testing

@testable import Reporting

@Suite struct OntologyCheckTests {
  private let names = NodeNames(caseIdentifier: "case")

  private func refusal(of nodes: [LinkedNode]) -> String? {
    var graph = LinkedGraph()
    graph.add(nodes)
    do {
      try OntologyCheck(graph).run()
      return nil
    } catch {
      return error.code == .notReady ? error.message : nil
    }
  }

  private func action(from start: String, to end: String) -> LinkedNode {
    var node = LinkedNode(names("action"), "case-investigation:InvestigativeAction")
    node.set("uco-action:startTime", .time(start))
    node.set("uco-action:endTime", .time(end))
    return node
  }

  private func device(_ digits: String) -> LinkedNode {
    var facet = LinkedNode(names("facet"), "uco-observable:MobileDeviceFacet")
    facet.set("uco-observable:IMEI", .list([.text(digits)]))
    var node = LinkedNode(names("device"), "uco-observable:MobileDevice")
    node.set("uco-core:hasFacet", .list([.node(facet)]))
    return node
  }

  @Test func letsASoundFilePass() {
    let action = action(from: "2026-11-21T09:00:00Z", to: "2026-11-21T10:00:00+01:00")
    #expect(refusal(of: [action, device("356938035643809")]) == nil)
  }

  @Test(arguments: ["2026-11-21T09:00:00", "2026-11-21", "2026-11-21T09:00:00 Z", ""])
  func refusesATimeWithoutItsZone(time: String) throws {
    let message = try #require(refusal(of: [action(from: time, to: "2026-11-21T09:00:00Z")]))
    #expect(message.contains(names("action").iri))
    #expect(message.contains("zone"))
  }

  @Test(arguments: [
    ("2026-11-21T09:00:01Z", "2026-11-21T09:00:00Z"),
    ("2026-11-21T09:00:00.001Z", "2026-11-21T09:00:00Z"),
    ("2026-11-21T09:00:00Z", "2026-11-21T09:30:00+01:00"),
  ])
  func refusesAnEndBeforeItsBeginning(start: String, end: String) throws {
    let message = try #require(refusal(of: [action(from: start, to: end)]))
    #expect(message.contains(names("action").iri))
  }

  @Test(arguments: [
    ("2026-11-21T09:00:00Z", false), ("2026-11-21T10:00:00+01:00", false),
    ("2026-11-21T09:00:00.001Z", true), ("2026-11-21T09:00:01Z", true),
  ])
  func refusesAStepThatALaterOneInformed(end: String, isRefused: Bool) {
    var earlier = LinkedNode(names("earlier"), "case-investigation:InvestigativeAction")
    earlier.set("uco-action:startTime", .time("2026-11-21T08:00:00Z"))
    earlier.set("uco-action:endTime", .time(end))
    var step = action(from: "2026-11-21T09:00:00Z", to: "2026-11-21T09:00:00Z")
    step.set("case-investigation:wasInformedBy", .references([earlier.identifier]))
    let message = refusal(of: [earlier, step])
    #expect((message != nil) == isRefused)
    #expect(message?.contains(names("action").iri) ?? true)
  }

  @Test func refusesACheckDigitThatDiffersUnlessAnAnnotationSaysSo() throws {
    let device = device("356938035643801")
    #expect(try #require(refusal(of: [device])).contains("356938035643801"))
    func remark(_ digits: String) -> LinkedNode {
      Annotation(
        names("remark"), "\(digits): as printed.", tag: OntologyCheck.differingTag,
        about: [device.identifier]
      ).node
    }
    #expect(refusal(of: [device, remark("356938035643801")]) == nil)
    #expect(refusal(of: [device, remark("356938035643802")]) != nil)
  }

  @Test(arguments: ["35693803564380", "3569380356438012", "35693803564380x", "", "35 693803564380"])
  func refusesAnIMEIThatIsNotOfFifteenDigits(digits: String) {
    #expect(refusal(of: [device(digits)]) != nil)
  }

  @Test func refusesAReferenceToNothingAndOneNameForTwoNodes() {
    let remark = Annotation(names("remark"), "x", tag: "y", about: [names("device")]).node
    #expect(refusal(of: [remark]) != nil)
    #expect(refusal(of: [remark, device("356938035643809")]) == nil)
    #expect(refusal(of: [device("356938035643809"), device("012345678901237")]) != nil)
  }

  @Test(arguments: ["", "5a", String(repeating: "5A", count: 32)])
  func refusesADigestThatIsNone(digest: String) {
    var node = LinkedNode(names("hash"), "uco-types:Hash")
    node.set("uco-types:hashValue", .typed("xsd:hexBinary", digest))
    #expect(refusal(of: [node]) != nil)
  }

  @Test func stopsTheExportOfARecordWhoseTimeHasNoZone() {
    let record = SampleHaul.changed { $0.photos[0].recordedAt = "2026-11-21T09:00:01" }
    #expect { try WrittenCase(record) } throws: { ($0 as? ReportingError)?.code == .notReady }
  }
}
