import Testing

@testable import Reporting

@Suite struct ExportTableExhibitsTests {
  @Test func listsExhibitsWithWhoAnswersForThem() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SampleHaul.record)
    let table = try scratch.csv("exhibits.csv")
    #expect(Array(table.header.prefix(3)) == ["exhibit_ref", "sub_exhibit", "schema"])
    #expect(table.column("exhibit_ref") == ["AB/1", "AB/2", "AB/3"])
    #expect(table.column("answer") == ["notFlagged", "flagged", "unresolved"])
    let row = table.row(0)
    #expect(row["produced_by"] == "AB")
    #expect(row["found_by"] == "PC Finder 12")
    #expect(row["exhibits_officer"] == "E. Officer 7")
    #expect(row["location"] == "bag T0012345")
    #expect(row["image_name"] == "IMG_0001.jpg")
    #expect(table.row(2)["reasons"] == "One number waits for a person.")
  }

  @Test func keepsEverySealWithItsTimes() throws {
    let scratch = try ExportScratch()
    _ = try scratch.export(SpoilingHaul.record)
    let table = try scratch.csv("exhibits.csv")
    let row = table.row(try #require(table.column("exhibit_ref").firstIndex(of: "'=H/15")))
    #expect(row["bag_seals"] == "000123 | say \"yes\"")
    #expect(row["sealed_from"] == "say \"yes\" | ")
    #expect(row["location"] == "bag say \"yes\"")
  }
}
