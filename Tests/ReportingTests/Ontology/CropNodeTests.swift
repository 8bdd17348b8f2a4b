import CaseFile
import Foundation
import Reporting
import Testing

@Suite struct CropNodeTests {
  private let photo = SampleHaul.whole.exhibits[0].photos[0].sha256

  private func graph(
    _ images: ReportImages = SampleHaul.pictures, folder: String? = nil,
    _ change: (inout HaulRecord) -> Void = { _ in }
  ) throws -> GraphFile {
    var record = SampleHaul.whole
    change(&record)
    return try WrittenCase(record, images: images, cropFolder: folder)
      .graph("exhibit-0001.jsonld")
  }

  private func crops(_ graph: GraphFile) -> [[String: Any]] {
    graph.nodes("uco-observable:File").filter { $0["case-investigation:wasDerivedFrom"] != nil }
  }

  @Test func everyPictureOfDigitsIsAFileDerivedFromItsPhoto() throws {
    let graph = try graph()
    let crops = crops(graph)
    #expect(crops.count == 2)
    for (position, crop) in crops.enumerated() {
      let png = SampleHaul.png(width: 200, height: 40, "\(photo) \(position)")
      #expect(graph.digest(of: crop) == SampleHaul.digest(png))
      let file = try #require(graph.facet("uco-observable:FileFacet", of: crop))
      #expect(file["uco-observable:fileName"] as? String == "\(photo)-\(position).png")
      #expect(file["uco-observable:sizeInBytes"] as? Int == png.count)
      let picture = try #require(graph.facet("uco-observable:RasterPictureFacet", of: crop))
      #expect(picture["uco-observable:pictureWidth"] as? Int == 200)
      #expect(picture["uco-observable:pictureHeight"] as? Int == 40)
      let origin = try #require(
        graph.targets("case-investigation:wasDerivedFrom", of: crop).first)
      #expect(graph.digest(of: origin) == photo)
      let relation = try #require(
        graph.nodes("uco-observable:ObservableRelationship").first {
          $0["uco-core:kindOfRelationship"] as? String == "Derived_From"
            && graph.targets("uco-core:source", of: $0).first?["@id"] as? String
              == crop["@id"] as? String
        })
      #expect(
        graph.targets("uco-core:target", of: relation).first?["@id"] as? String
          == origin["@id"] as? String)
    }
  }

  @Test func thePictureIsWhatTheReadingGaveAndItsStatementIsAbout() throws {
    let graph = try graph()
    let read = try #require(graph.steps("Read IMEI").first)
    let names = Set(crops(graph).compactMap { $0["@id"] as? String })
    let results = graph.targets("uco-action:result", of: read).compactMap { $0["@id"] as? String }
    #expect(names.count == 2 && names.isSubset(of: results))
    let reading = try #require(
      graph.nodes("uco-core:Annotation").first { $0["uco-core:tag"] as? String == "reading" })
    let about = graph.targets("uco-core:object", of: reading).compactMap { $0["@id"] as? String }
    #expect(about.filter(names.contains).count == 1)
  }

  @Test func saysWhereAPictureLiesOnlyWhereItIsHandedOut() throws {
    func paths(_ graph: GraphFile) -> [String?] {
      crops(graph).map {
        graph.facet("uco-observable:FileFacet", of: $0)?["uco-observable:filePath"] as? String
      }
    }
    #expect(try paths(graph()) == [nil, nil])
    #expect(
      try paths(graph(folder: "data/crops")) == [
        "data/crops/\(photo)-0.png", "data/crops/\(photo)-1.png",
      ])
  }

  @Test func aPictureSaysNothingOfTheDigitsOnIt() throws {
    let graph = try graph(folder: "data/crops")
    let number = SampleHaul.whole.exhibits[0].numbers[0]
    for crop in crops(graph) {
      let text = String(decoding: try JSONSerialization.data(withJSONObject: crop), as: UTF8.self)
      for digits in [number.digits, String(number.digits.prefix(14)), number.formatted] {
        #expect(!text.contains(digits))
      }
    }
  }

  @Test func aPictureThatIsNotToBeHadKeepsItsRecordedDigest() throws {
    let graph = try graph(.none)
    let crop = try #require(crops(graph).first)
    #expect(crops(graph).count == 1)
    let recorded = SampleHaul.whole.exhibits[0].numbers[0].sightings[0].cropSHA256
    #expect(graph.digest(of: crop) == recorded)
    #expect(
      graph.facet("uco-observable:FileFacet", of: crop)?["uco-observable:sizeInBytes"] == nil)
  }

  @Test func anotherPictureThanTheRecordedOneStopsTheExport() {
    let other = ReportImages(crop: { _, position in position == 0 ? [1, 2, 3] : nil })
    #expect { try graph(other) } throws: { error in
      (error as? ReportingError)?.code == .notReady && "\(error)".contains(photo)
    }
  }

  @Test func thePathsInABagAreThoseOfItsPictures() throws {
    let scene = try BagScene()
    let bag = try scene.bag()
    let record = try HaulRecord(of: scene.haul.file)
    let folder = try StagedFolder(scene.haul.folder + "/bag")
    _ = try bag.write(to: folder) { data in
      try CaseOntology.write(
        record, images: scene.images, cropFolder: "data/crops", perFile: 50, to: data)
    }
    let digests = Dictionary(
      uniqueKeysWithValues: folder.entries.map { ($0.path, $0.sha256) })
    try folder.publish()
    var told: Set<String> = []
    for name in ["exhibits-0001-0001.jsonld", "no-exhibit-0001-0001.jsonld"] {
      let graph = try GraphFile("\(folder.target)/data/case/\(name)")
      for crop in crops(graph) {
        let path = try #require(
          graph.facet("uco-observable:FileFacet", of: crop)?["uco-observable:filePath"] as? String)
        #expect(digests[path] == graph.digest(of: crop))
        told.insert(path)
      }
    }
    #expect(told.count == 2 && told == Set(digests.keys.filter { $0.hasPrefix("data/crops/") }))
  }
}
