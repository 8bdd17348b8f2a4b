import BlockList
import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct CaseOntologyTests {
  @Test func writesOneFileForEachExhibitAndSaysWhichIsWhose() throws {
    let written = try WrittenCase(SampleHaul.record)
    #expect(
      try written.files == [
        "exhibit-0001.jsonld", "exhibit-0002.jsonld", "exhibit-0003.jsonld", "index.json",
      ])
    let index = try #require(
      try JSONSerialization.jsonObject(with: written.bytes("index.json")) as? [String: Any])
    let entries = try #require(index["exhibits"] as? [[String: String]])
    #expect(entries.map { $0["exhibit"] } == ["AB/1", "AB/2", "AB/3"])
    #expect(entries.map { $0["file"] } == Array(try written.files.dropLast()))
    let device = try #require(
      try written.graph("exhibit-0002.jsonld").nodes("uco-observable:MobileDevice").first)
    let name = try #require(device["@id"] as? String)
    #expect(entries[1]["node"] == name.replacing("kb:", with: "urn:uuid:"))
  }

  @Test func putsAsManyExhibitsIntoAFileAsAsked() throws {
    let written = try WrittenCase(SampleHaul.haul(of: 7), perFile: 3)
    #expect(
      try written.files == [
        "exhibits-0001-0003.jsonld", "exhibits-0004-0006.jsonld", "exhibits-0007-0007.jsonld",
        "index.json",
      ])
    #expect(
      try written.graph("exhibits-0004-0006.jsonld").nodes("uco-observable:MobileDevice").count == 3
    )
  }

  @Test(arguments: [0, -1, 1_001])
  func takesNoSillyNumberOfExhibitsForAFile(perFile: Int) {
    #expect { try WrittenCase(SampleHaul.record, perFile: perFile) } throws: {
      ($0 as? ReportingError)?.code == .badValue
    }
  }

  @Test func givesTheSameBytesEveryTime() throws {
    let one = try WrittenCase(SampleHaul.record)
    let two = try WrittenCase(SampleHaul.record)
    for file in try one.files { #expect(try one.bytes(file) == two.bytes(file)) }
  }

  @Test func namesThingsByWhatTheyAreAndNotByTheirPlace() throws {
    let all = try WrittenCase(SampleHaul.record).graph("exhibit-0002.jsonld")
    let alone = try WrittenCase(SampleHaul.changed("AB/2") { _ in }).graph("exhibit-0001.jsonld")
    #expect(all.text == alone.text)
    var other = SampleHaul.changed("AB/2") { _ in }
    other.heading.identifier = "another"
    let elsewhere = try WrittenCase(other).graph("exhibit-0001.jsonld")
    #expect(Set(all.identifiers()).isDisjoint(with: elsewhere.identifiers()))
  }

  @Test func endsEveryNameInAUUIDOfVersionFive() throws {
    let graph = try WrittenCase(SampleHaul.haul(of: 3), perFile: 3).graph(
      "exhibits-0001-0003.jsonld")
    #expect(graph.context["kb"] == "urn:uuid:")
    let pattern = /kb:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
    #expect(graph.identifiers().count > 50)
    for identifier in graph.identifiers() { #expect(identifier.wholeMatch(of: pattern) != nil) }
  }

  @Test func statesAnIMEIOnlyOnceItCounts() throws {
    let counting = try WrittenCase(SampleHaul.changed { _ in }).graph("exhibit-0001.jsonld")
    #expect(counting.numbers() == ["356938035643809"])
    let open = try WrittenCase(
      SampleHaul.changed { $0.numbers[0].standing = .open }
    ).graph("exhibit-0001.jsonld")
    #expect(open.numbers() == [])
    let statement = try #require(open.statements("unresolved").first)
    #expect(statement.contains("35-693803-564380-9"))
    #expect(open.nodes("uco-core:ConfidenceFacet").isEmpty)
  }

  @Test func writesADifferingCheckDigitAsPrintedAndSaysSo() throws {
    let graph = try WrittenCase(
      SampleHaul.changed {
        $0.numbers[0].digits = "356938035643801"
        $0.numbers[0].checkDigit = "differs"
        $0.numbers[0].standing = .settled
      }
    ).graph("exhibit-0001.jsonld")
    #expect(graph.numbers() == ["356938035643801"])
    #expect(graph.statements("check-digit-differs").count == 1)
    #expect(graph.statements("check-digit-differs")[0].hasPrefix("356938035643801: "))
  }

  @Test(arguments: ["35693803564380", "3569380356438012"])
  func neverStatesNumbersOfOtherLengthsAsIMEIs(digits: String) throws {
    let graph = try WrittenCase(
      SampleHaul.changed { $0.numbers[0].digits = digits }
    ).graph("exhibit-0001.jsonld")
    #expect(graph.numbers() == [])
    #expect(graph.statements("number-as-printed").contains { $0.hasPrefix("\(digits): ") })
  }

  @Test func saysWhichListFlaggedAndThatNotFlaggedIsNotMore() throws {
    let flagged = try WrittenCase(SampleHaul.changed("AB/2") { _ in }).graph("exhibit-0001.jsonld")
    let statement = try #require(flagged.statements("flagged").first)
    for part in ["flagged", "“national block list” of 2026-11-20", "stolen", "CR/2026/001"] {
      #expect(statement.contains(part))
    }
    let not = try WrittenCase(SampleHaul.changed { _ in }).graph("exhibit-0001.jsonld")
    #expect(
      try #require(not.statements("not-flagged").first).hasSuffix(
        "Not flagged is not the same as not stolen."))
    #expect(not.statements("flagged").isEmpty)
  }

  @Test func callsAFlaggedNumberThatIsOpenALead() throws {
    let graph = try WrittenCase(
      SampleHaul.changed("AB/2") { $0.numbers[0].standing = .open }
    ).graph("exhibit-0001.jsonld")
    #expect(graph.statements("flagged").isEmpty)
    #expect(graph.statements("lead").count == 1)
  }

  @Test func namesTheMakerOnlyWhenAllNumbersAgree() throws {
    let one = try WrittenCase(SampleHaul.changed { _ in }).graph("exhibit-0001.jsonld")
    #expect(
      one.nodes("uco-identity:Organization").map { $0["uco-core:name"] as? String } == ["Samsung"])
    let two = try WrittenCase(
      SampleHaul.changed { exhibit in
        var other = SampleHaul.number(
          "012345678901237", formatted: "01-234567-890123-7", photo: exhibit.photos[0].sha256)
        other.make = "Apple"
        exhibit.numbers.append(other)
      }
    ).graph("exhibit-0001.jsonld")
    #expect(two.nodes("uco-identity:Organization").isEmpty)
    #expect(two.statements("type-allocation").count == 2)
  }

  @Test func neverStatesCertainty() throws {
    let graph = try WrittenCase(
      SampleHaul.changed { $0.numbers[0].confidence = 1 }
    ).graph("exhibit-0001.jsonld")
    let device = try #require(graph.nodes("uco-observable:MobileDevice").first)
    let facet = try #require(graph.facet("uco-core:ConfidenceFacet", of: device))
    #expect((facet["uco-core:confidence"] as? [String: String])?["@value"] == "99")
  }

  @Test func namesTheRootOfAPartOfAPart() throws {
    var record = SampleHaul.record
    for (index, parent) in [nil, "AB1", "ab/2"].enumerated() {
      let old = record.exhibits[index].exhibit
      record.exhibits[index].exhibit = Exhibit(
        reference: old.reference, key: old.key, details: .init(parent: parent), seals: [])
    }
    let written = try WrittenCase(record)
    let roots = try written.files.dropLast().map { file in
      try written.graph(file).nodes("case-investigation:ProvenanceRecord").first?[
        "case-investigation:rootExhibitNumber"] as? String
    }
    #expect(roots == [nil, "AB/1", "AB/1"])
  }

  @Test func keepsReferencesExactAndFileNamesWithoutFolders() throws {
    let record = SampleHaul.hostileHaul
    let written = try WrittenCase(record)
    let index = try #require(
      try JSONSerialization.jsonObject(with: written.bytes("index.json")) as? [String: Any])
    let entries = try #require(index["exhibits"] as? [[String: String]])
    #expect(entries.map { $0["exhibit"] } == record.exhibits.map(\.exhibit.reference))
    for file in try written.files {
      let bytes = try written.bytes(file)
      #expect(bytes.allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }
    let graph = try written.graph("exhibit-0001.jsonld")
    for statement in graph.nodes.compactMap({ $0["uco-core:statement"] as? String }) {
      #expect(!statement.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
    }
  }
}
