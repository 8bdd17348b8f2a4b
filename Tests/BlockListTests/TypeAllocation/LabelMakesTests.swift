import Testing

@testable import BlockList

@Suite struct LabelMakesTests {
  @Test(arguments: [
    (["Model: SM-G991B/DS", "IMEI 1"], ["Samsung"]), (["SM-N9750"], ["Samsung"]),
    (["iPhone® 12", "Designed by Apple in California"], ["Apple"]), (["XT2129-1"], ["Motorola"]),
    (["RMX3085"], ["realme"]), (["CPH2269"], ["OPPO"]), (["NOKIA TA-1053"], ["Nokia"]),
    (["LM-G710EM"], ["LG"]), (["LG Electronics"], ["LG"]), (["Redmi Note 9"], ["Xiaomi"]),
    (["Google Pixel 6"], ["Google"]), (["XPERIA"], ["Sony"]),
    (["Made by HMD Global Oy"], ["Nokia"]),
    (["Samsung", "iPhone"], ["Apple", "Samsung"]),
  ])
  func makesAndModelNumbersAreKnown(words: [String], makes: [String]) {
    #expect(LabelMakes.makes(in: words) == makes)
  }

  @Test(arguments: [
    ["Android is a trademark of Google LLC"], ["Google Play"], ["Sony IMX586 camera"],
    ["SHARP edge"],
    ["XT21291"], ["RMX30855"], ["SM-"], ["nokiatown"], ["пNOKIA"], ["TA-10"], ["cat sharp nothing"],
    ["356938035643809"], [""], ["IMEI 1", "S/N R58N1234"],
  ])
  func printThatMayBeAboutAnythingNamesNoMake(words: [String]) {
    #expect(LabelMakes.makes(in: words) == [])
  }

  @Test func theLabelDiffersOnlyWhenItNamesOneOtherMake() throws {
    let nokia = [try #require(MakeName("Nokia"))]
    #expect(LabelMakes.compare(["SM-G991B"], with: nokia) == .differs)
    #expect(LabelMakes.compare(["Nokia 3310"], with: nokia) == .same)
    #expect(LabelMakes.compare(["SM-G991B", "for Nokia"], with: nokia) == .same)
    #expect(LabelMakes.compare(["SM-G991B", "iPhone"], with: nokia) == .unknown)
    #expect(LabelMakes.compare(["Google Play"], with: nokia) == .unknown)
    #expect(LabelMakes.compare(["SM-G991B"], with: []) == .unknown)
    let oneplus = [try #require(MakeName("OnePlus"))]
    #expect(LabelMakes.compare(["CPH2269"], with: oneplus) == .unknown)
  }

  @Test func hugeLinesAreCut() {
    let line = String(repeating: "x ", count: 1_000_000) + "NOKIA"
    #expect(LabelMakes.makes(in: [line]) == [])
  }
}
