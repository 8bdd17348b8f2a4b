import Foundation
import Reporting
import Testing

/// Writes what tools/report/test gives to case_validate, which is no part of Swift: only where
/// IMEIKIT_REPORT_SAMPLE names a folder.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["IMEIKIT_REPORT_SAMPLE"] != nil))
struct OntologySample {
  @Test func writesTheSampleForTheValidator() throws {
    let parent = try #require(ProcessInfo.processInfo.environment["IMEIKIT_REPORT_SAMPLE"])
    try FileManager.default.createDirectory(atPath: parent, withIntermediateDirectories: true)
    try? FileManager.default.removeItem(atPath: parent + "/ontology")
    let folder = try StagedFolder(parent + "/ontology")
    try CaseOntology.write(
      SampleHaul.hostileWhole, images: SampleHaul.pictures, cropFolder: "data/crops", perFile: 3,
      to: folder, under: "adverse")
    try CaseOntology.write(
      SampleHaul.whole, images: SampleHaul.pictures, to: folder, under: "each")
    try CaseOntology.write(SampleHaul.haul(of: 50), perFile: 50, to: folder, under: "many")
    try folder.publish()
    #expect(folder.entries.count == 12)
  }
}
