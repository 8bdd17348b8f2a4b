import Testing

@testable import BlockList

@Suite struct MakeNameTests {
  private func compare(_ first: String, _ second: String) throws -> MakeComparison {
    try #require(MakeName(first)).compared(with: try #require(MakeName(second)))
  }

  @Test(arguments: [
    ("Apple Inc", "Apple"), ("APPLE INC.", "apple"), ("Samsung Electronics Co., Ltd.", "Samsung"),
    ("Samsung Korea", "SAMSUNG"), ("HUAWEI Technologies Co Ltd", "Huawei"),
    ("Huawei Device Co., Ltd", "Huawei"), ("Xiaomi Communications Co Ltd", "Redmi"),
    ("POCO", "Xiaomi"), ("Motorola Mobility LLC, a Lenovo Company", "Motorola"),
    ("Lenovo Mobility", "Lenovo"), ("HMD Global Oy", "Nokia"), ("HMD", "Nokia Mobile Phones"),
    ("TCL Communication Ltd", "Alcatel"), ("TCT Mobile", "alcatel onetouch"),
    ("Research In Motion Ltd", "BlackBerry"), ("LG Electronics Inc.", "LGE"),
    ("Sony Mobile Communications AB", "Sony"), ("SonyEricsson", "Sony Ericsson"),
    ("Guangdong OPPO Mobile Telecommunications Corp., Ltd.", "Oppo"), ("HTC Corporation", "htc"),
    ("vivo Mobile Communication Co., Ltd.", "VIVO"), ("Arima Communications", "Arima"),
    ("VK Mobile", "VK"), ("Möbius GmbH", "MOBIUS"), ("ASUSTeK Computer Inc.", "Asus"),
  ])
  func namesOfOneMakeAreTheSame(first: String, second: String) throws {
    #expect(try compare(first, second) == .same)
    #expect(try compare(second, first) == .same)
  }

  @Test(arguments: [
    ("Apple Inc", "Samsung"), ("Nokia", "Huawei Technologies"), ("Sony", "Samsung Electronics"),
    ("Xiaomi", "OPPO"), ("Motorola", "Nokia"), ("Ericsson", "Nokia"), ("Apple", "TCL"),
  ])
  func knownMakesThatNothingTiesDiffer(first: String, second: String) throws {
    #expect(try compare(first, second) == .differs)
    #expect(try compare(second, first) == .differs)
  }

  @Test(arguments: [
    ("OPPO", "OnePlus"), ("realme", "vivo"), ("Honor", "Huawei"), ("Nokia", "Microsoft Mobile Oy"),
    ("Motorola", "Lenovo"), ("Google", "HTC"), ("TCL", "BlackBerry"), ("Sony Ericsson", "Sony"),
    ("Siemens", "BenQ-Siemens"), ("Tecno", "Infinix"), ("Foxconn", "Apple"),
    ("Hon Hai Precision Industry", "Nokia"), ("Wingtech", "Samsung"),
  ])
  func tiedMakesAreKeptApartAndNeverSaidToDiffer(first: String, second: String) throws {
    #expect(try compare(first, second) == .unknown)
    let names = (try #require(MakeName(first)), try #require(MakeName(second)))
    #expect(names.0.tie(to: names.1) != nil)
  }

  @Test(arguments: [
    ("Telsda", "Nokia"), ("Telsda", "Kejian"), ("Acme", "Acme Phones of Ruritania"),
  ])
  func aNameThatNobodyKnowsIsNeverSaidToDiffer(first: String, second: String) throws {
    #expect(try compare(first, second) == .unknown)
  }

  @Test(arguments: ["", " ", "Not Known", "N/A", "unknown", "-", "…", "NONE"])
  func whatSaysNothingIsNoName(text: String) {
    #expect(MakeName(text) == nil)
  }

  @Test func plainAndFoldedNamesGiveTheSameWords() {
    for text in ["Sony-Ericsson (AB)", "O'Neil & Co.", "  A  b9 ", "X\u{7F}Y", "HMD/Nokia_1"] {
      #expect(MakeName.words(of: text) + ["e"] == MakeName.words(of: text + " é"))
    }
    #expect(MakeName.words(of: "Société Générale’s") == ["societe", "generales"])
  }

  @Test func oneSamePairSettlesBrandAndManufacturer() throws {
    let google = try #require(MakeName("Google"))
    let htc = try #require(MakeName("HTC Corporation"))
    let nokia = try #require(MakeName("Nokia"))
    let apple = try #require(MakeName("Apple"))
    #expect(MakeComparison.of([google, htc], [htc]) == .same)
    #expect(MakeComparison.of([nokia], [apple]) == .differs)
    #expect(MakeComparison.of([google, nokia], [htc]) == .unknown)
    #expect(MakeComparison.of([], [apple]) == .unknown)
  }

  @Test func theTableHoldsEachSpellingOnceAndTiesKnownMakes() {
    let spellings = MakeTable.makes.flatMap(\.spellings)
    #expect(Set(spellings).count == spellings.count)
    let names = Set(MakeTable.makes.map(\.name))
    #expect(names.count == MakeTable.makes.count)
    #expect(MakeTable.contractMakers.isSubset(of: names))
    for tie in MakeTable.ties {
      #expect(tie.makes.isSubset(of: names), "\(tie.note)")
      #expect(tie.makes.count > 1)
    }
    for make in MakeTable.makes {
      #expect(MakeName(make.name)?.make == make.name)
    }
  }
}
