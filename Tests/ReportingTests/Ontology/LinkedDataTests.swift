import Testing

@testable import Reporting

@Suite struct LinkedDataTests {
  @Test func makesTheUUIDThatTheStandardGivesAsItsExample() {
    // RFC 9562, appendix A.4: the DNS namespace and www.example.com.
    let namespace = NameUUID(bytes: [
      0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ])
    #expect(
      NameUUID(namespace: namespace, name: "www.example.com".utf8).description
        == "2ed6657d-e927-568b-95e1-2665a8aea6a2")
  }

  @Test func tellsPartsApartThatJoinAlike() {
    let names = NodeNames(caseIdentifier: "case")
    #expect(names("a", "bc") != names("ab", "c"))
    #expect(names("a", "b", "c") != names("a", "bc"))
    #expect(names("a", "") != names("a"))
    #expect(NodeNames(caseIdentifier: "other")("a") != names("a"))
  }

  @Test func writesPropertiesByNameAndTextExactly() throws {
    let names = NodeNames(caseIdentifier: "case")
    var node = LinkedNode(names("a"), "T")
    node.set("b:z", .text("\u{202E}\"\n"))
    node.set("b:a", .list([.integer(-3), .flag(true)]))
    node.set("b:m", .typed("xsd:dateTime", "t"))
    node.set("b:none", nil)
    node.set("b:empty", .list([]))
    var graph = LinkedGraph()
    graph.add(node)
    graph.add(node)
    let lines = String(decoding: try graph.bytes(), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 4)
    #expect(
      lines[2]
        == #"{"@id":"\#(node.identifier.compact)","@type":"T","b:a":[-3,true],"b:m":{"@type":"xsd:dateTime","@value":"t"},"b:z":"\u202e\"\n"}"#
    )
  }

  @Test func keepsAllThatAStringOfXMLSchemaCanHold() {
    #expect("a\u{202E}\n\t\u{1F4F1}".literal == "a\u{202E}\n\t\u{1F4F1}")
    #expect("a\u{0}b\u{1B}\u{FFFF}".literal == "a\\u{0}b\\u{1B}\\u{FFFF}")
    #expect(String(literalName: Array("ä\u{202E}.jpg".utf8)) == "ä\u{202E}.jpg")
    #expect(String(literalName: [0x61, 0xFF]) == "a\\xFF")
  }

  @Test(arguments: [
    "2026-11-21T09:00:00Z", "2026-11-21T09:00:00.5Z", "2026-11-21T09:00:00.123456789123+14:00",
    "2026-02-28T23:59:59-05:30",
  ])
  func knowsTimesWithTheirZones(text: String) { #expect(ZonedTime(text) != nil) }

  @Test(arguments: [
    "2026-11-21T09:00:00", "2026-11-21T09:00Z", "2026-02-30T09:00:00Z", "2026-11-21T24:00:00Z",
    "2026-11-21T09:60:00Z", "2026-11-21T09:00:00.Z", "2026-11-21T09:00:00+14:01",
    "2026-11-21T09:00:00+1:00", "2026-11-21T09:00:00ZZ", "2026-11-21 09:00:00Z",
    "２026-11-21T09:00:00Z", "",
  ])
  func knowsNoOtherTimes(text: String) { #expect(ZonedTime(text) == nil) }

  @Test func ordersTimesOfAllZones() throws {
    let times = try [
      "2026-11-21T09:00:00+14:00", "2026-11-21T00:00:00Z", "2026-11-21T01:00:00.000001+01:00",
      "2026-11-20T23:00:00-05:00",
    ].map { try #require(ZonedTime($0)) }
    #expect(times == times.sorted())
    #expect(ZonedTime("2026-11-21T01:00:00+01:00") == ZonedTime("2026-11-21T00:00:00.000Z"))
  }
}
