import BlockList
import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct LoosePhotoTests {
  private let files = [
    "no-exhibit-0001.jsonld", "no-exhibit-0002.jsonld", "no-exhibit-0003.jsonld",
  ]

  private func index(_ written: WrittenCase) throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: written.bytes("index.json")) as? [String: Any])
  }

  @Test func photosOfNoExhibitStandInFilesOfTheirOwn() throws {
    let written = try WrittenCase(SampleHaul.whole)
    #expect(try written.files.filter { $0.hasPrefix("no-exhibit") } == files)
    let photos = try #require(try index(written)["photos"] as? [[String: String]])
    #expect(photos.map { $0["file"] } == files)
    #expect(photos.map { $0["sha256"] } == SampleHaul.whole.unassignedPhotos.map(\.sha256))
    for (file, photo) in zip(files, photos) {
      let graph = try written.graph(file)
      let name = try #require(photo["node"]).replacing("urn:uuid:", with: "kb:")
      #expect(graph.digest(of: try #require(graph.node(name))) == photo["sha256"])
      #expect(graph.statements("no-exhibit").count == 1 && graph.steps("Read IMEI").count == 1)
    }
  }

  @Test func severalStandInOneFileWhereSeveralExhibitsDo() throws {
    let written = try WrittenCase(SampleHaul.whole, perFile: 2)
    #expect(
      try written.files == [
        "exhibits-0001-0002.jsonld", "exhibits-0003-0003.jsonld", "index.json",
        "no-exhibit-0001-0002.jsonld", "no-exhibit-0003-0003.jsonld",
      ])
    let graph = try written.graph("no-exhibit-0001-0002.jsonld")
    #expect(graph.statements("no-exhibit").count == 2)
  }

  @Test func noDeviceIsStatedForThem() throws {
    let written = try WrittenCase(SampleHaul.whole, images: SampleHaul.pictures)
    for file in files {
      let graph = try written.graph(file)
      #expect(graph.nodes("uco-observable:MobileDevice").isEmpty && graph.numbers().isEmpty)
      #expect(graph.nodes("case-investigation:ProvenanceRecord").isEmpty)
    }
  }

  @Test func whatIsReadOnThemAndWhatListsSayIsAboutThePhotos() throws {
    let graph = try WrittenCase(SampleHaul.whole, images: SampleHaul.pictures).graph(files[0])
    let reading = try #require(graph.statements("unresolved").first)
    #expect(reading.contains("49-015420-323751-8"))
    let step = try #require(graph.steps("Check").first)
    let objects = graph.targets("uco-action:object", of: step).compactMap(graph.digest)
    #expect(
      objects == [SampleHaul.whole.unassignedPhotos[0].sha256, SampleHaul.list.sha256])
    let second = try WrittenCase(SampleHaul.whole).graph(files[1])
    #expect(second.steps("Check").isEmpty && second.statements("unresolved").isEmpty)
  }

  @Test func aNumberOnTwoPhotosHasOneNameInBothFiles() throws {
    let written = try WrittenCase(SampleHaul.whole)
    let names = try [files[0], files[2]].map { file in
      try written.graph(file).nodes("uco-core:Annotation").first {
        $0["uco-core:tag"] as? String == "unresolved"
      }?["@id"] as? String
    }
    #expect(names[0] != nil && names[0] == names[1])
  }

  @Test func aDecisionStandsInTheFileOfThePhotoThatThePersonSaw() throws {
    let written = try WrittenCase(SampleHaul.whole)
    #expect(try files.map { try written.graph($0).steps("Key IMEI").count } == [0, 0, 1])
  }

  @Test func aDifferingCheckDigitIsSaid() throws {
    var record = SampleHaul.whole
    record.unassignedNumbers[0].digits = "490154203237511"
    record.unassignedNumbers[0].checkDigit = "differs"
    record.unassignedNumbers[0].standing = .settled
    let graph = try WrittenCase(record).graph(files[0])
    #expect(graph.statements("check-digit-differs")[0].hasPrefix("490154203237511: "))
  }

  @Test func aTimeWithoutItsZoneStopsTheExport() {
    var record = SampleHaul.whole
    record.unassignedPhotos[1].recordedAt = "2026-11-21T09:00:01"
    #expect { try WrittenCase(record) } throws: { ($0 as? ReportingError)?.code == .notReady }
    record = SampleHaul.whole
    record.unassignedNumbers[0].answeredAt = "2026-11-21T09:00:01"
    #expect { try WrittenCase(record) } throws: { ($0 as? ReportingError)?.code == .notReady }
  }

  @Test func theSameCaseGivesTheSameBytes() throws {
    for perFile in [1, 2] {
      let (one, two) = try (
        WrittenCase(SampleHaul.whole, images: SampleHaul.pictures, perFile: perFile),
        WrittenCase(SampleHaul.whole, images: SampleHaul.pictures, perFile: perFile)
      )
      for file in try one.files { #expect(try one.bytes(file) == two.bytes(file)) }
    }
  }

  @Test func hostileTextsAreExactOrVisible() throws {
    let written = try WrittenCase(SampleHaul.hostileWhole, images: SampleHaul.pictures, perFile: 3)
    for file in try written.files {
      #expect(try written.bytes(file).allSatisfy { $0 >= 0x20 || $0 == 0x0A })
    }
    let graph = try written.graph("no-exhibit-0001-0003.jsonld")
    for node in graph.nodes {
      for text in ["uco-core:statement", "uco-core:description"].compactMap({ node[$0] as? String })
      {
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E })
      }
    }
  }
}
