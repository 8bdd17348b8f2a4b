import Foundation
import IMEI
import Testing

@testable import BlockList

@Suite struct TACAnswerTests {
  private let samples: TACSamples

  init() throws { samples = try TACSamples() }

  @Test func everyListSaysWhatItHasTheNewestFirst() throws {
    try samples.load("tac,make,model\n35693803,Nokia,N900\n", name: "old", date: "2026-01-01")
    try samples.load("tac,make,model\n35693803,HMD Global,3310\n", name: "new", date: "2026-02-01")
    let answer = try samples.answer("35693803")
    #expect(answer.state == .listed)
    #expect(answer.entries.map(\.list.name) == ["new", "old"])
    #expect(answer.entries.allSatisfy { $0.list.sha256.count == 64 })
    #expect(answer.listsCompared == .same)
    #expect(answer.leading?.make == "HMD Global")
    #expect(answer.explanation.contains("“old” of 2026-01-01"))
  }

  @Test func listsThatNameDifferentMakesAreShown() throws {
    try samples.load("tac,make,model\n35693803,Nokia,N900\n", name: "a")
    try samples.load("tac,make,model\n35693803,Apple Inc,iPhone\n", name: "b")
    try samples.load("tac,make,model\n35693803,,N900\n", name: "c", date: "2026-03-05")
    let answer = try samples.answer("35693803")
    #expect(answer.listsCompared == .differs)
    #expect(answer.explanation.contains("disagree"))
    #expect(answer.explanation.contains("Nokia N900"))
    #expect(answer.explanation.contains("Apple Inc iPhone"))
    #expect(answer.leading?.make == "Apple Inc" || answer.leading?.make == "Nokia")
  }

  @Test func aCodeInNoListSaysNothingAgainstTheNumber() throws {
    #expect(try samples.answer("35693803").state == .notChecked)
    try samples.load("tac,make\n35693804,Nokia\n")
    let answer = try samples.answer("35693803")
    #expect(answer.state == .notListed)
    #expect(answer.leading == nil)
    #expect(answer.explanation.contains("is not in the list"))
    #expect(answer.explanation.contains("nothing against it"))
    #expect(!answer.explanation.lowercased().contains("fake"))
  }

  @Test func manyCodesAreAnsweredInTheirOrder() throws {
    let rows = (0..<3_000).map { "\(35_000_000 + $0),Nokia,\($0)" }.joined(separator: "\n")
    try samples.load("tac,make,model\n\(rows)\n")
    let tacs = try (0..<5_000).reversed().map { try #require(TAC("\(35_000_000 + $0 / 2 * 2)")) }
    let answers = try samples.directory.lookUp(tacs)
    #expect(answers.map(\.tac) == tacs)
    for answer in answers {
      let number = Int(answer.tac.value) - 35_000_000
      #expect(answer.leading?.model == (number < 3_000 ? "\(number)" : nil))
    }
    #expect(try samples.directory.lookUp([]) == [])
  }

  @Test func twoIMEIsOfOneDeviceAreComparedByMake() throws {
    try samples.load(
      "tac,make\n35000001,Nokia\n35000002,HMD Global\n35000003,Apple\n35000004,OnePlus\n35000005,OPPO\n",
      name: "a")
    func compare(_ first: String, _ second: String) throws -> MakeComparison {
      try samples.answer(first).comparedMake(with: try samples.answer(second))
    }
    #expect(try compare("35000001", "35000002") == .same)
    #expect(try compare("35000001", "35000003") == .differs)
    #expect(try compare("35000004", "35000005") == .unknown)
    #expect(try compare("35000001", "35999999") == .unknown)
    // Once another list contradicts, nothing is said to differ.
    try samples.load("tac,make\n35000001,Apple\n", name: "b")
    #expect(try compare("35000001", "35000003") == .unknown)
  }

  @Test func thePrintIsComparedWithTheCodesMake() throws {
    try samples.load("tac,make\n35000001,Nokia\n")
    let answer = try samples.answer("35000001")
    #expect(answer.comparedMake(withPrint: ["Model: SM-G991B"]) == .differs)
    #expect(answer.comparedMake(withPrint: ["NOKIA"]) == .same)
    #expect(answer.comparedMake(withPrint: ["IMEI 1"]) == .unknown)
    #expect(try samples.answer("35000002").comparedMake(withPrint: ["NOKIA"]) == .unknown)
  }

  @Test func namesGiveTheMakeOnce() throws {
    let list = ListReference(name: "l", date: Sample.day, sha256: "")
    func names(_ make: String?, _ model: String?) -> String {
      TACEntry(list: list, make: make, model: model, line: 1).names
    }
    #expect(names("Nokia", "3310") == "Nokia 3310")
    #expect(names("NOKIA", "Nokia 3310") == "Nokia 3310")
    #expect(names(nil, "3310") == "3310")
    #expect(names("Nokia", nil) == "Nokia")
  }

  @Test func theObjectHasEveryKey() throws {
    try samples.load("tac,make\n35000001,Nokia\n")
    for tac in ["35000001", "35000002"] {
      let data = try JSONEncoder().encode(try samples.answer(tac))
      let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
      #expect(
        Set(object.keys) == [
          "tac", "reportingBody", "state", "make", "model", "entries", "listsCompared", "lists",
        ])
    }
  }

  @Test func keptAnswersAreTheDirectorys() throws {
    #expect(try TACLookUp.ifAnyList(in: samples.directory) == nil)
    try samples.load("tac,make\n35000001,Nokia\n")
    var lookUp = try #require(try TACLookUp.ifAnyList(in: samples.directory))
    for tac in ["35000001", "35000002", "35000001"] {
      let code = try #require(TAC(tac))
      #expect(try lookUp.answer(to: code) == samples.answer(tac))
    }
  }
}
