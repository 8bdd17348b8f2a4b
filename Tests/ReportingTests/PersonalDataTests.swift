import Foundation
import Testing

@testable import Reporting

/// The inventory of personal data names every file that leaves the station.
@Suite struct PersonalDataTests {
  private let inventory: String

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Sources/Reporting/Documentation.docc/PersonalData.md")
    inventory = try String(contentsOf: file, encoding: .utf8)
  }

  /// The first cells of its tables, where the files are named.
  private var named: [String] {
    inventory.split(separator: "\n").filter { $0.hasPrefix("| `") }.map {
      String($0.split(separator: "|")[0])
    }
  }

  private func isNamed(_ path: String) -> Bool {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = path.split(separator: "/").dropLast().joined(separator: "/")
    let ending = name.split(separator: ".").last.map(String.init) ?? ""
    let any = ["`\(folder)/*.\(ending)`", "`\(folder)/*`", "`\(path)`", "`\(name)`"]
    return named.contains { cell in any.contains { cell.contains($0) } }
  }

  @Test func namesTheTablesAndTheLinkedData() throws {
    let scene = try CaseHaul()
    let folder = try StagedFolder(scene.folder + "/out")
    try Exports.write(SampleHaul.record, mapping: nil, to: folder)
    try CaseOntology.write(SampleHaul.record, perFile: 1, to: folder, under: "case")
    let paths = folder.entries.map(\.path)
    #expect(paths.count > 8)
    for path in paths { #expect(isNamed(path), "\(path)") }
    for path in ["report.pdf", "report.html", "mapped.csv", "thumbnails/0.png", "manifest.sha256"] {
      #expect(isNamed(path), "\(path)")
    }
    #expect(!isNamed("else.csv"))
  }

  @Test func namesTheFilesOfABag() throws {
    let scene = try BagScene()
    let (_, _, files) = try scene.write(try scene.bag(try scene.copies()))
    for path in files.map(\.path)
    where path != "data/report/report.html" && !path.contains("exports") {
      #expect(isNamed(path), "\(path)")
    }
  }

  @Test func saysOfEachFileWhatOfWhomWhyAndForWhom() {
    let rows = inventory.split(separator: "\n").filter { $0.hasPrefix("| `") }
    for row in rows {
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      #expect(cells.count == 5 && cells.allSatisfy { !$0.isEmpty }, "\(row)")
    }
  }
}
