import CaseFile
import Reporting
import Testing

@Suite struct ReaderNodeTests {
  private func graph(_ change: (inout HaulRecord) -> Void = { _ in }) throws -> GraphFile {
    var record = SampleHaul.whole
    change(&record)
    return try WrittenCase(record).graph("exhibit-0001.jsonld")
  }

  private func entries(_ graph: GraphFile) throws -> [String: [String: Any]] {
    let configurations = graph.nodes("uco-configuration:Configuration")
    #expect(configurations.count == 1)
    let entries = try #require(
      configurations.first?["uco-configuration:configurationEntry"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: entries.map { ($0["uco-configuration:itemName"] as? String ?? "", $0) })
  }

  @Test func aPhotoIsReadWithAConfiguredTool() throws {
    let graph = try graph()
    let read = try #require(graph.steps("Read IMEI").first)
    let tool = try #require(graph.targets("uco-action:instrument", of: read).first)
    #expect(tool["@type"] as? String == "uco-tool:ConfiguredTool")
    #expect(tool["uco-core:name"] as? String == "imeikit")
    #expect(tool["uco-tool:version"] as? String == "0.7.0")
    let plain = graph.targets("uco-configuration:isConfigurationOf", of: tool)
    #expect(plain.map { $0["@type"] as? String } == ["uco-tool:AnalyticTool"])
    let configuration = graph.targets("uco-configuration:usesConfiguration", of: tool)
    #expect(configuration.map { $0["@type"] as? String } == ["uco-configuration:Configuration"])
  }

  @Test func itsConfigurationNamesEnginesModelsAndSettings() throws {
    let graph = try graph()
    let entries = try entries(graph)
    #expect(
      entries.keys.sorted() == [
        "SHA-256 of the settings' text", "Tesseract", "maximum pages", "network recogniser",
      ])
    func value(_ name: String) -> [String?] {
      ["itemType", "itemValue"].map { entries[name]?["uco-configuration:\($0)"] as? String }
    }
    #expect(value("Tesseract") == ["engine", "5.3.0"])
    #expect(value("maximum pages") == ["setting", "100"])
    #expect(
      value("SHA-256 of the settings' text") == ["digest", String(repeating: "ab", count: 32)])
    #expect(value("network recogniser") == ["model", nil])
    let model = try graph.targets(
      "uco-configuration:itemObject", of: #require(entries["network recogniser"]))
    #expect(model.map(graph.digest) == [SampleHaul.model])
  }

  @Test func otherEnginesAreAnotherTool() throws {
    let names = try [
      graph(), graph { $0.runs[0].settingsDigest = String(repeating: "cd", count: 32) },
    ]
    .map { $0.nodes("uco-tool:ConfiguredTool").first?["@id"] as? String }
    #expect(names[0] != nil && names[1] != nil && names[0] != names[1])
  }

  @Test func aPhotoWhoseRunIsNotToldWasReadWithTheProgramAlone() throws {
    let graph = try graph { $0.exhibits[0].photos[0].run = nil }
    #expect(graph.nodes("uco-tool:ConfiguredTool").isEmpty)
    let read = try #require(graph.steps("Read IMEI").first)
    let tool = graph.targets("uco-action:instrument", of: read)
    #expect(tool.map { $0["@type"] as? String } == ["uco-tool:AnalyticTool"])
  }

  @Test func aPhotoThatWasReadAgainHasTimeAndEnginesOfTheNewerReading() throws {
    let haul = try CaseHaul()
    try haul.record("a.jpg", of: "AB/1")
    let run = try haul.file.beginRun(
      RunDetails(
        settings: RunSettings(toolVersion: "0.8.0", components: ["ocr": "5.4.0"], values: [:]),
        lists: [CaseHaul.list], sandbox: "seccomp", machine: "desk1"), person: "Bob 2")
    try haul.file.record([CaseHaul.photo("a.jpg")], run: run)
    try haul.file.endRun(run, outcome: "finished")
    let record = try HaulRecord(of: haul.file)
    let photo = try #require(record.exhibits.first?.photos.first)
    #expect(photo.run == run.text && (photo.readAt ?? "") > photo.recordedAt)
    let graph = try WrittenCase(record).graph("exhibit-0001.jsonld")
    let read = try #require(graph.steps("Read IMEI").first)
    #expect((read["uco-action:startTime"] as? [String: String])?["@value"] == photo.readAt)
    #expect(try entries(graph)["ocr"]?["uco-configuration:itemValue"] as? String == "5.4.0")
    let tool = graph.targets("uco-action:instrument", of: read)
    #expect(tool.map { $0["uco-tool:version"] as? String } == ["0.8.0"])
  }
}
