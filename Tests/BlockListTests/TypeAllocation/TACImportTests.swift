import Foundation
import IMEI
import Testing

@testable import BlockList

@Suite struct TACImportTests {
  private let samples: TACSamples

  init() throws { samples = try TACSamples() }

  @Test func aGSMAFileGivesBrandNamesTypeAndDate() throws {
    let report = try samples.load(
      TACSamples.gsmaHeader + "\n" + TACSamples.gsmaRow("35693803", manufacturer: "HMD Global Oy"))
    #expect(report.info.counts == TACCounts(accepted: 1))
    let entry = try #require(try samples.answer("35693803").entries.first)
    #expect(entry.make == "Nokia")
    #expect(entry.manufacturer == "HMD Global Oy")
    #expect(entry.model == "Phone One")
    #expect(entry.otherNames == ["TA-1", "Internal 1"])
    #expect(entry.deviceType == "Handheld")
    #expect(entry.allocated == "01-Mar-2004")
    #expect(entry.line == 2)
  }

  @Test func headerNamesAreKnownInAnyCaseAndWithSpaceAround() throws {
    let header = TACSamples.gsmaHeader.uppercased()
      .replacingOccurrences(of: "|INTERNAL", with: "| INTERNAL")
    try samples.load(header + "\r\n" + TACSamples.gsmaRow("35693803") + "\r\n")
    #expect(try samples.answer("35693803").leading?.otherNames == ["TA-1", "Internal 1"])
  }

  @Test func quoteMarksInAPipeFileAreSignsLikeOthers() throws {
    let rows = [
      TACSamples.gsmaRow("35693803", marketing: "A \"\"\"Marketing name"),
      TACSamples.gsmaRow("35693804", marketing: "  \"  Test name  "),
      TACSamples.gsmaRow("35693805"),
    ]
    let report = try samples.load(([TACSamples.gsmaHeader] + rows).joined(separator: "\n"))
    #expect(report.info.counts.accepted == 3)
    #expect(try samples.answer("35693803").leading?.model == "A \"\"\"Marketing name")
    #expect(try samples.answer("35693804").leading?.model == "\"  Test name")
  }

  @Test func unknownBrandsFallBackToTheManufacturer() throws {
    try samples.load(
      TACSamples.gsmaHeader + "\n"
        + TACSamples.gsmaRow(
          "35693803", marketing: " ", manufacturer: "A Maker", brand: "Not Known", model: "M1"))
    let entry = try samples.answer("35693803").leading
    #expect(entry?.make == "A Maker")
    #expect(entry?.manufacturer == nil)
    #expect(entry?.model == "M1")
    #expect(entry?.otherNames == ["Internal 1"])
  }

  @Test func aRowOfAnotherWidthIsRefused() throws {
    let short = TACSamples.gsmaRow("35693803").split(separator: "|").dropLast()
      .joined(separator: "|")
    let long = TACSamples.gsmaRow("35693804", marketing: "One|Two")
    let report = try samples.load(
      [TACSamples.gsmaHeader, short, long, TACSamples.gsmaRow("35693805")].joined(separator: "\n"))
    #expect(report.refusals.map(\.code) == ["columnCount", "columnCount"])
    #expect(report.refusals.map(\.line) == [2, 3])
    #expect(report.info.counts.accepted == 1)
  }

  @Test func osmocomsFileKeepsItsLicenceLineAndItsTwoColumnsName() throws {
    let report = try samples.load(
      """
      Some TAC database under CC-BY-SA v3.0 (c) Somebody
      tac,name,name,contributor,comment,gsmarena,gsmarena,aka
      49013920,Nokia,1610,somebody,,,http://example.org,"1610+,1611,NHE-5NX"
       35675904,Oppo,N1,a)b,,,,
      """, licence: "CC-BY-SA-3.0")
    #expect(report.info.notices == ["Some TAC database under CC-BY-SA v3.0 (c) Somebody"])
    #expect(report.info.licence == "CC-BY-SA-3.0")
    #expect(report.info.counts == TACCounts(accepted: 2))
    let entry = try samples.answer("49013920").leading
    #expect(entry?.names == "Nokia 1610")
    #expect(entry?.otherNames == ["1610+", "1611", "NHE-5NX"])
    #expect(try samples.directory.lists().map(\.notices) == [report.info.notices])
  }

  @Test(arguments: [
    "model;brand;tac\n3310;Nokia;35693803\n", "Make\tModel\tTAC\nNokia\t3310\t35693803",
    "tac,manufacturer,marketing name\n35693803,Nokia,3310",
    "id,tac,brand,name\n1,35693803,Nokia,3310",
    "\u{FEFF}TAC,Brand,Model\r\n\"35693803\",\"Nokia\",\"3310\"\r\n",
  ])
  func csvMayHaveItsColumnsInAnyOrder(text: String) throws {
    try samples.load(text)
    #expect(try samples.answer("35693803").leading?.names == "Nokia 3310")
  }

  @Test func refusedRowsHaveLineTextReasonAndCure() throws {
    var told: [RefusedRow] = []
    let report = try samples.load(
      "tac,make,model\n1194800,Apple,iPhone\n35693803,,\n35693804,Nokia,3310\n,Nokia,1\n",
      onRefusal: { told.append($0) })
    #expect(report.refusals == told)
    #expect(told.map(\.code) == ["lostLeadingZero", "noNames", "noTAC"])
    #expect(told.map(\.line) == [2, 3, 5])
    #expect(told[0].column == 1)
    #expect(told[0].text == "1194800")
    #expect(told.allSatisfy { !$0.message.isEmpty && !$0.cure.isEmpty && !$0.text.isEmpty })
    #expect(try samples.answer("01194800").state == .notListed)
  }

  @Test func ofTwoRowsThatDisagreeTheFirstStaysAndTheOtherIsReported() throws {
    let report = try samples.load(
      """
      tac,make,model
      35693803,Nokia,3310
      35693803,HMD Global Oy,3310
      35693803,Apple,iPhone
      35693803,Nokia,3330
      """)
    #expect(report.info.counts == TACCounts(accepted: 1, duplicates: 1, refused: 2))
    #expect(report.refusals.map(\.code) == ["otherMake", "otherModel"])
    #expect(report.refusals.map(\.line) == [4, 5])
    #expect(report.refusals[0].message.contains("line 2"))
    #expect(try samples.answer("35693803").leading?.names == "Nokia 3310")
  }

  @Test func aNewImportTakesThePlaceOfTheFormerAndAFailedOneDoesNot() throws {
    try samples.load("tac,make\n35693803,Nokia\n35693804,Nokia\n")
    let report = try samples.load(
      "tac,make\n35693804,Apple\n35693806,Apple\n", date: "2026-03-05")
    #expect(report.former?.list.date.description == "2026-03-04")
    #expect(try samples.answer("35693803").state == .notListed)
    #expect(try samples.answer("35693804").leading?.make == "Apple")
    #expect(throws: BlockListError.self) { try samples.load("tac,make\nnothing,Nokia\n") }
    #expect(throws: CancellationError.self) {
      try samples.load("tac,make\n35693805,Nokia\nx,Nokia\n") { _ in throw CancellationError() }
    }
    #expect(try samples.answer("35693804").leading?.make == "Apple")
    #expect(try samples.answer("35693805").state == .notListed)
    #expect(try samples.directory.lists().count == 1)
  }

  @Test func aListThatShrankOrIsOlderIsHeldBackUntilItIsAllowedAndThatIsKept() throws {
    try samples.load("tac,make\n35693803,Nokia\n35693804,Nokia\n")
    let error = #expect(throws: BlockListError.self) {
      try samples.load("tac,make\n35693804,Apple\n", date: "2026-03-03")
    }
    #expect(error?.code == .guarded)
    #expect(error?.message.contains("1 entries, the one in force 2") == true)
    #expect(error?.cure.contains("--allow smaller --allow older") == true)
    #expect(try samples.answer("35693804").leading?.make == "Nokia")

    let report = try samples.load(
      "tac,make\n35693804,Apple\n", date: "2026-03-03", allowing: [.smaller, .older])
    #expect(report.info.overrides.map(\.name) == [.smaller, .older])
    #expect(try samples.directory.lists().map(\.overrides) == [report.info.overrides])
    #expect(try samples.answer("35693804").leading?.make == "Apple")
  }

  @Test func aListCanBeTakenOut() throws {
    try samples.load("tac,make\n35693803,Nokia\n", name: "a")
    try samples.load("tac,make\n35693803,Nokia\n", name: "b")
    try samples.directory.removeList(named: "a")
    #expect(try samples.answer("35693803").lists.map(\.name) == ["b"])
    #expect(throws: BlockListError.self) { try samples.directory.removeList(named: "a") }
    try samples.directory.removeList(named: "b")
    #expect(try samples.answer("35693803").state == .notChecked)
  }

  @Test func aDateToComeAndABadNameAreRefused() throws {
    #expect(throws: BlockListError.self) {
      try samples.load("tac,make\n35693803,Nokia\n", date: "2999-01-01")
    }
    #expect(throws: BlockListError.self) {
      try samples.load("tac,make\n35693803,Nokia\n", name: " ")
    }
  }
}
