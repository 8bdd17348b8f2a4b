import BlockList
import Foundation
import IMEI
import IntakeTestSupport
import Testing

@testable import Intake

@Suite struct PhotoTypesTests {
  private let folder: TemporaryFolder
  private let directory: TACDirectory

  init() throws {
    folder = try TemporaryFolder()
    directory = TACDirectory(
      store: try BlockListStore(
        path: "\(folder.path.text)/store.sqlite", mode: .readWrite))
  }

  private func load(_ text: String, name: String = "list", date: String = "2026-03-04") throws {
    _ = try directory.importList(
      from: .bytes(Array(text.utf8), name: name), name: name, date: try ListDate(date))
  }

  /// A photo of two slots whose numbers have the codes given.
  private func photo(_ codes: [String]) -> PhotoResult {
    var result = PhotoResult.sample
    result.warnings = []
    result.readings = codes.enumerated().map { index, code in
      var reading = PhotoResult.sample.readings[0]
      reading.tac = PhotoResult.TAC(code: code)
      reading.slot = index + 1
      return reading
    }
    return result
  }

  @Test func makeModelAndListAreFilledIn() throws {
    try load("tac,make,model\n35693803,Nokia,N900\n")
    var result = photo(["35693803", "35693804"])
    try result.addTypes(from: directory, page: 1, print: [])
    #expect(result.readings[0].tac.make == "Nokia")
    #expect(result.readings[0].tac.model == "N900")
    #expect(result.readings[0].tac.list?.name == "list")
    #expect(result.readings[1].tac.make == nil)
    #expect(result.readings[1].tac.list?.name == "list")
    #expect(result.warnings == [])
  }

  @Test func withoutAListNothingIsFilledIn() throws {
    var result = photo(["35693803"])
    try result.addTypes(from: directory, page: 1, print: ["SM-G991B"])
    #expect(result.readings[0].tac == PhotoResult.TAC(code: "35693803"))
    #expect(result.warnings == [])
  }

  @Test func twoSlotsOfDifferentMakesAreNoted() throws {
    try load("tac,make,model\n35693803,Nokia,N900\n35693804,Apple Inc,iPhone\n35693805,HMD,1\n")
    var different = photo(["35693803", "35693804"])
    try different.addTypes(from: directory, page: 1, print: [])
    #expect(different.warnings.count == 1)
    #expect(different.warnings.first?.contains("different makes") ?? false)
    var same = photo(["35693803", "35693805"])
    try same.addTypes(from: directory, page: 1, print: [])
    #expect(same.warnings == [])
    var notOneDevice = photo(["35693803", "35693804"])
    notOneDevice.readings[1].slot = 1
    try notOneDevice.addTypes(from: directory, page: 1, print: [])
    #expect(notOneDevice.warnings == [])
    var misread = photo(["35693803", "35693804"])
    misread.readings[1].checkDigit = .differs
    try misread.addTypes(from: directory, page: 1, print: [])
    #expect(misread.warnings == [])
  }

  @Test func printOfAnotherMakeIsNotedAndOtherPagesAreLeftAlone() throws {
    try load("tac,make,model\n35693803,Nokia,N900\n")
    var result = photo(["35693803"])
    try result.addTypes(from: directory, page: 2, print: ["SM-G991B"])
    #expect(result.warnings == [])
    #expect(result.readings[0].tac.make == nil)
    try result.addTypes(from: directory, page: 1, print: ["Model SM-G991B"])
    #expect(result.warnings.count == 1)
    #expect(result.warnings.first?.contains("Samsung") ?? false)
  }

  @Test func listsThatDisagreeAreNotedOnce() throws {
    try load("tac,make\n35693803,Nokia\n", name: "a")
    try load("tac,make\n35693803,Apple\n", name: "b", date: "2026-03-05")
    var result = photo(["35693803", "35693803"])
    try result.addTypes(from: directory, page: 1, print: ["SM-G991B"])
    #expect(result.warnings.count == 1)
    #expect(result.warnings.first?.contains("disagree") ?? false)
    #expect(result.readings[0].tac.make == "Apple")
  }
}
