import CaseFile
import Testing

@Suite struct ExhibitOrderTests {
  @Test(arguments: [
    ["JS/1", "JS/2", "JS/10", "JS/11", "JS/100"], ["AB/2/1", "AB/2/3", "AB/2/20", "AB/10"],
    ["1", "9", "10", "AB"], ["JS/001", "JS/01", "JS/1", "JS/2"], ["0", "1", "1a"],
    ["AB/999999999999999999999", "AB/1000000000000000000000"],
  ])
  func digitsCountAsNumbers(references: [String]) throws {
    let keys = try references.map { try ExhibitReference($0).key }
    #expect(keys.reversed().sorted { ExhibitOrder($0) < ExhibitOrder($1) } == keys)
  }

  @Test func twoExhibitsNeverShareAPlace() throws {
    let keys = ["js1", "js01", "js1a", "j", "js", "js/1", "", "1", "01", "é1"]
    #expect(Set(keys.map(ExhibitOrder.init)).count == keys.count)
  }
}
