import Testing

@testable import Station

@Suite("Digits hidden in names")
struct HiddenDigitsTests {
  private let hiding = HiddenDigits(["356938035643809"])

  @Test(arguments: [
    ("356938035643809.jpg", "###############.jpg"),
    ("35-693803-564380-9 back.jpg", "##-######-######-# back.jpg"),
    ("box 803564.jpg", "box ######.jpg"),
    ("490154203237518.jpg", "###############.jpg"),
    ("IMG_20261121_102030.jpg", "IMG_20261121_102030.jpg"),
    ("35_693803_564380_9.jpg", "##_######_######_#.jpg"),
    ("3 5 6 9 -- 3~8,0.jpg", "# # # # -- #~#,#.jpg"), ("３５６９３８.jpg", "######.jpg"),
    ("35a6938.jpg", "35a6938.jpg"),
    ("JS/1 80356.jpg", "JS/1 80356.jpg"),
    ("", ""),
  ])
  func whatTellsOfTheNumberIsCovered(name: String, shown: String) {
    #expect(hiding.masking(name) == shown)
  }

  @Test func withoutANumberOnlyWholeOnesAreCovered() {
    #expect(HiddenDigits([]).masking("a 356938 b") == "a 356938 b")
    #expect(HiddenDigits([]).masking("35 6938 0356 4380 b") == "## #### #### #### b")
  }
}
