import BlockList
import CaseFile
import Testing

@testable import Intake

@Suite("Exhibits by a table")
struct ExhibitTableTests {
  private func table(_ text: String) throws -> ExhibitTable {
    try ExhibitTable(.bytes(Array(text.utf8), name: "list.csv"))
  }

  @Test func pathsNamesAndQuotesAreUnderstood() throws {
    let table = try table(
      "Exhibit;File\nAB/1;haul/1.jpg\n\"CD/2\";\"/photos/./2.jpg\"\nEF/3;3.jpg\n")
    #expect(table.row(for: [PhotoPath("haul/1.jpg")])?.exhibit == "AB/1")
    #expect(table.row(for: [PhotoPath("./haul//1.jpg")])?.line == 2)
    #expect(table.row(for: [PhotoPath("2.jpg"), PhotoPath("/photos/2.jpg")])?.exhibit == "CD/2")
    #expect(table.row(for: [PhotoPath("any/where/3.jpg")])?.exhibit == "EF/3")
    #expect(table.row(for: [PhotoPath("4.jpg")]) == nil)
    #expect(table.refused.isEmpty)
  }

  @Test func aNameThatTwoRowsHaveSaysNothing() throws {
    let table = try table("file,exhibit\na/1.jpg,AB/1\nb/1.jpg,AB/2\n")
    #expect(table.row(for: [PhotoPath("a/1.jpg")])?.exhibit == "AB/1")
    #expect(table.row(for: [PhotoPath("c/1.jpg")]) == nil)
  }

  @Test func rowsThatLackSomethingOrDifferAreRefusedWithTheirLine() throws {
    let table = try table("file,exhibit\n1.jpg,\n,AB/1\n2.jpg\n3.jpg,AB/3\n3.jpg,AB/4\n")
    #expect(table.refused.map(\.line) == [2, 3, 4, 6])
    #expect(table.row(for: [PhotoPath("3.jpg")])?.exhibit == "AB/3")
  }

  @Test(arguments: ["", "1.jpg,AB/1\n", "file,colour\n1.jpg,red\n"])
  func withoutAHeaderItIsRefused(text: String) {
    let error = #expect(throws: IntakeError.self) { try table(text) }
    #expect(error?.cure.contains("file,exhibit") == true)
  }

  @Test func theFirstThatSaysSomethingCounts() throws {
    var naming = ExhibitNaming(
      table: try table("file,exhibit\n1.jpg,AB/1\n"), pattern: try ExhibitPattern("{exhibit}_*"))
    func named(_ path: String, _ others: [PhotoResult.Other] = []) -> ExhibitNaming.Named? {
      var result = PhotoResult(path: PhotoPath(path), status: .none)
      result.others = others
      return naming.exhibit(
        of: PhotoPath(path), absolute: PhotoPath("/x").appending(path.utf8),
        roots: [PhotoPath("haul")], result: result, sealed: { $0 == "M79068019" ? ["GH/4"] : [] })
    }
    let label = PhotoResult.Other(kind: "exhibit", value: "EF/3")
    let seal = PhotoResult.Other(kind: "seal", value: "M79068019")
    #expect(named("haul/CD2/1.jpg")?.reference == "AB/1")
    #expect(named("haul/CD2/EF3_1.jpg")?.source == .fileName)
    #expect(named("haul/CD2/2.jpg", [label])?.reference == "CD2")
    #expect(named("haul/CD2/deeper/2.jpg")?.reference == "CD2")
    #expect(named("haul/2.jpg") == nil)
    #expect(named("haul/---/2.jpg", [label])?.source == .bagLabel)
    #expect(named("haul/ /2.jpg", [label])?.source == .bagLabel)
    #expect(named("haul/2.jpg", [label])?.reference == "EF/3")
    #expect(named("haul/2.jpg", [label, seal])?.reference == "GH/4")
    let another = PhotoResult.Other(kind: "exhibit", value: "EF/4")
    #expect(named("haul/2.jpg", [label, another]) == nil)
    naming.usesFolders = false
    naming.usesLabels = false
    #expect(named("haul/CD2/2.jpg", [label]) == nil)
  }
}
