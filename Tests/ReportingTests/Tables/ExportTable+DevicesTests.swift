import BlockList
import CaseFile
import Foundation
import Testing

@testable import Reporting

@Suite struct ExportTableDevicesTests {
  private func table(_ record: HaulRecord) throws -> StrictCSV {
    let scratch = try ExportScratch()
    _ = try scratch.export(record)
    return try scratch.csv("devices.csv")
  }

  @Test func beginsWithTheHyphenatedNumberAndTheSchema() throws {
    let table = try table(SampleHaul.record)
    #expect(Array(table.header.prefix(2)) == ["imei_formatted", "schema"])
    #expect(Set(table.column("schema")) == ["imeikit.devices/1"])
    #expect(
      table.column("imei_formatted") == ["35-693803-564380-9", "01-234567-890123-7", ""])
  }

  @Test func keepsEveryDigit() throws {
    let table = try table(SpoilingHaul.record)
    #expect(table.column("imei").contains("012345678901237"))
    let versions = table.column("imei").filter { $0.utf8.count == 16 }
    #expect(versions.count == SpoilingHaul.texts.count)
    #expect(versions.allSatisfy { $0.hasPrefix("00490154") })
  }

  @Test func hasARowForAnExhibitWithoutNumber() throws {
    let row = try table(SampleHaul.record).row(2)
    #expect(row["exhibit_ref"] == "AB/3")
    #expect(row["imei"] == "")
    #expect(row["review_state"] == "unresolved")
    #expect(row["status"] == "notChecked")
    #expect(row["image_name"] == "blurred.png")
    #expect(row["notes"] == "One number waits for a person.")
  }

  @Test func saysHowANumberWasReadAndWhoAnswersForIt() throws {
    let row = try table(SampleHaul.record).row(1)
    #expect(row["read_by"] == "barcode.code128 | ocr.digits | person.keyed")
    #expect(row["reader1"] == "A. Reader 4711")
    #expect(row["reader2"] == "B. Second 4712")
    #expect(row["status"] == "flagged")
    #expect(row["list_name"] == "national block list")
    #expect(row["list_date"] == "2026-11-20")
    #expect(row["list_reason"] == "stolen")
    #expect(row["list_ref"] == "CR/2026/001")
    #expect(row["confidence"] == "0.9998")
    #expect(row["luhn_ok"] == "agrees")
    #expect(row["conflict"] == "Box and screen say different numbers.")
  }

  @Test func namesThePartOfAnExhibitBesideTheWhole() throws {
    let table = try table(SpoilingHaul.record)
    let part = try #require(table.column("sub_exhibit").firstIndex(of: "'=H/1"))
    #expect(table.row(part)["exhibit_ref"] == "AB/1")
  }

  @Test func hasARowForWhatAPhotoWithoutExhibitShows() throws {
    let table = try table(SpoilingHaul.record)
    let loose = table.row(table.rows.count - 2)
    #expect(loose["exhibit_ref"] == "")
    #expect(loose["imei_formatted"] == "49-015420-323751-8")
    #expect(loose["review_state"] == "review")
    #expect(loose["status"] == "")
    #expect(loose["notes"] == "'@remark")
    let wall = table.row(table.rows.count - 1)
    #expect(wall["imei"] == "")
    #expect(wall["review_state"] == "none")
    #expect(wall["status"] == "notChecked")
  }

  @Test func tellsTheAnswerOfANumberWithoutExhibit() throws {
    var record = SpoilingHaul.record
    var number = SampleHaul.number(
      "490154203237518", formatted: "49-015420-323751-8", isFlagged: true,
      photo: record.unassignedPhotos[0].sha256)
    number.sightings[0].cropSHA256 = String(repeating: "c0", count: 32)
    record.unassignedNumbers = [number]
    let table = try table(record)
    let row = table.row(table.rows.count - 2)
    #expect(row["status"] == "flagged")
    #expect(row["review_state"] == "accepted")
    #expect(row["crop_sha256"] == String(repeating: "c0", count: 32))
    #expect(FlaggedRow.all(of: record).last?.number.digits == "490154203237518")
    #expect(NumberLists(of: record).settled.contains("490154203237518"))
  }

  @Test func takesDigitsWithoutCheckDigitForTheNumberThatHasOne() throws {
    var record = SampleHaul.record
    record.unassignedPhotos = [
      SampleHaul.photo(0x77, name: "loose.jpg", digits: ["49015420323751"])
    ]
    record.unassignedNumbers = [
      SampleHaul.number("490154203237518", formatted: "49-015420-323751-8", photo: "")
    ]
    let row = DeviceRow.all(of: record).last
    #expect(row?.digits == "49015420323751")
    #expect(row?.answer == "notFlagged")
  }

  @Test func namesThePictureOfTheDigits() throws {
    let haul = try CaseHaul()
    try haul.record([
      CaseHaul.photo("a.jpg", crops: [RecordedCrop(position: 0, png: Array("a".utf8))])
    ])
    let row = try table(try HaulRecord(of: haul.file)).row(0)
    #expect(
      row["crop_sha256"] == "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")
  }

  @Test func saysThatAPhotoCameAgain() throws {
    let table = try table(SpoilingHaul.record)
    #expect(table.column("notes").contains { $0.contains("came again as +copy.jpg.") })
    #expect(table.column("image_name").contains("'=IMG\\xFF\\xC3\\n.jpg"))
  }
}
