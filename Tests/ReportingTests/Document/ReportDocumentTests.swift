import BlockList
import CaseFile
import Reporting
import Testing

@Suite struct ReportDocumentTests {
  private func text(_ record: HaulRecord, in anchor: String? = nil) -> String {
    ReportDocument(record, options: ReportOptions()).texts(in: anchor).joined(separator: "\n")
  }

  @Test func namesEveryNumberWithAndWithoutHyphens() {
    let record = LargeHaul.record(exhibits: 60)
    let text = text(record)
    for number in record.exhibits.flatMap(\.numbers) {
      #expect(text.contains(number.formatted))
      #expect(text.contains(number.digits))
    }
    for digits in record.unassignedPhotos.flatMap(\.digits) {
      #expect(text.contains(LargeHaul.formatted(digits)))
    }
  }

  @Test func writesCountsOfTheFirstPageAsSums() {
    var record = SampleHaul.record
    record.counts.files.read = 1_100
    record.counts.files.unreadable = 12
    record.counts.files.duplicate = 100
    record.counts.files.refused = 22
    record.counts.exhibits.flagged = 31
    record.counts.exhibits.notFlagged = 940
    record.counts.exhibits.unresolved = 29
    let text = text(record, in: "summary")
    #expect(text.contains("1,234 = 1,100 read + 12 unreadable + 100 duplicate + 22 refused"))
    #expect(text.contains("1,000 = 31 flagged + 940 not flagged + 29 unresolved"))
  }

  @Test func saysOnTheFirstPageWhatNotFlaggedIsNot() {
    #expect(text(SampleHaul.record, in: "summary").contains("is not the same as not stolen"))
    #expect(ReportDocument(SampleHaul.record).sections.first?.anchor == "summary")
  }

  @Test func isADraftWhileTheCaseIsOpen() {
    var record = SampleHaul.record
    #expect(ReportDocument(record).runningHead.hasPrefix("DRAFT"))
    #expect(text(record, in: "summary").contains("DRAFT: the case is still open"))
    record.heading.closedAt = "2026-11-21T10:15:30.123Z"
    #expect(!text(record).contains("DRAFT"))
    #expect(text(record, in: "summary").contains("case closed 2026-11-21 10:15:30 UTC"))
    #expect(text(record, in: "summary").contains("unsigned until"))
  }

  @Test func bearsTheTimeAndTheCodeOfTheLastEvent() {
    let document = ReportDocument(SampleHaul.record)
    let summary = text(SampleHaul.record, in: "summary")
    #expect(document.time == "2026-11-21T10:15:30.123Z")
    #expect(summary.contains("as of event 412, 2026-11-21 10:15:30 UTC"))
    #expect(document.runningFoot.contains(SampleHaul.head.shortCode))
    #expect(summary.contains("audit verify --code \(SampleHaul.head.shortCode)"))
    #expect(
      summary.contains("sha256 000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"))
  }

  @Test func givesTheAgeOfAListAtTheRecordsTime() {
    let row = ReportDocument(SampleHaul.record).rows(in: "lists").first
    #expect(
      row == [
        "national block list", "block list", "2026-11-20", "1 day", "1",
        String(repeating: "5a", count: 32),
      ])
  }

  @Test func leadsEveryLinkToASectionOfItsOwnName() {
    let document = ReportDocument(LargeHaul.record(exhibits: 60))
    let anchors = document.sections.map(\.anchor)
    #expect(Set(anchors).count == anchors.count)
    var links = 0
    for case .table(let table) in document.sections.flatMap(\.blocks) {
      for row in table.rows {
        #expect(row.count == table.columns.count)
        for anchor in row.compactMap(\.anchor) {
          links += 1
          #expect(anchors.contains(anchor))
        }
      }
    }
    #expect(links > 3)
  }

  @Test func listsFlaggedExhibitsAndNoLeads() {
    let record = LargeHaul.record(exhibits: 60)
    let rows = ReportDocument(record).rows(in: "flagged")
    let flagged = record.exhibits.filter { $0.answer == .flagged }
    #expect(rows.dropLast().map { $0[0] } == flagged.map(\.exhibit.reference))
    #expect(rows.allSatisfy { $0[2].contains("“national block list” of 2026-11-20, stolen") })

    var lead = SampleHaul.record
    lead.exhibits[1].numbers[0].standing = .open
    lead.exhibits[1].answer = .unresolved
    #expect(ReportDocument(lead).rows(in: "flagged").isEmpty)
    #expect(text(lead, in: "exhibit-2").contains("a lead only, as the number is still open"))
  }

  @Test func overlooksNoFlaggedNumberOfNoExhibit() {
    let record = LargeHaul.record(exhibits: 60)
    let digits = record.unassignedPhotos[1].digits[0]
    #expect(
      text(record, in: "summary").contains(
        "3 photos, with 1 flagged number, in no count of exhibits"))
    #expect(
      ReportDocument(record).rows(in: "flagged").last?.prefix(2) == [
        record.unassignedPhotos[1].names.first.map { String(decoding: $0, as: UTF8.self) } ?? "",
        LargeHaul.formatted(digits),
      ])
    #expect(text(record, in: "photo-2").contains("Flagged by"))
    #expect(
      ReportDocument(record).rows(in: "no-exhibit").map(\.last) == [
        "not flagged", "flagged", "not flagged",
      ])
  }

  @Test func countsReasonsWithoutTheirNumbers() {
    var record = LargeHaul.record(exhibits: 80)
    for place in record.exhibits.indices where record.exhibits[place].answer == .unresolved {
      let number = record.exhibits[place].numbers[0].formatted
      record.exhibits[place].reasons = ["\(number) is doubtful, and nobody has settled it yet."]
    }
    #expect(
      ReportDocument(record).rows(in: "summary").last == [
        "An IMEI is doubtful, and nobody has settled it yet.",
        "\(record.counts.exhibits.unresolved)",
      ])
  }

  @Test func saysWhatIsInNoCount() {
    var record = SampleHaul.record
    record.counts.uploadsWaiting = 2
    #expect(text(record, in: "summary").contains("2 uploads: in no count of this report"))
  }

  @Test func tellsAnExhibitsStory() {
    let text = text(SampleHaul.record, in: "exhibit-2")
    for words in [
      "Exhibit AB/2", "T0012346, sealed 2026-11-18T10:00Z",
      "01-234567-890123-7 = 012345678901237",
      "found by PC Finder 12; produced by AB; exhibits officer E. Officer 7",
      "Conflict: Box and screen say different numbers.", "settled by people",
      "barcode (Code 128) and print, by one recogniser (the kit's own networks)",
      "keyed blind by A. Reader 4711 (2026-11-21 09:30:00 UTC, event 230); keyed blind by B. Second",
      "agrees (one random number", "Samsung Galaxy A5 (TAC 01234567", "may be wrong",
      "“national block list” of 2026-11-20 (SHA-256 5a5a5a5a5a5a…): reason as listed: stolen; "
        + "dated 2026-10-01; reference as listed: CR/2026/001; line 17, listed as 01234567890123",
      "IMG 2.heic", String(repeating: "22", count: 32),
      "camera 2026:11:19 08:30:00 (camera clock, not verified)",
      "recorded 2026-11-21 09:00:01 UTC by A. Reader 4711, imeikit 0.7.0",
    ] { #expect(text.contains(words), "\(words)") }
  }

  @Test func tellsThatAnExhibitOfANumberIsAnother() {
    var record = SampleHaul.record
    record.exhibits[0].numbers[0].alsoOn = ["ab2"]
    #expect(text(record, in: "exhibit-1").contains("Also on exhibit\nAB/2"))
  }

  @Test func showsWholePhotosOnlyWhenAsked() {
    let thumbnails = { (options: ReportOptions) in
      ReportDocument(SampleHaul.record, options: options).sections.flatMap(\.blocks)
        .flatMap { block -> [ReportPicture] in
          if case .pictures(let pictures) = block { pictures } else { [] }
        }
        .count { if case .thumbnail = $0.source { true } else { false } }
    }
    #expect(thumbnails(ReportOptions()) == 0)
    #expect(thumbnails(ReportOptions(showsThumbnails: true)) == 3)
    #expect(text(SampleHaul.record, in: "personal-data").contains("none"))
  }

  @Test func keepsTheFirstPageShortWhateverTheHaul() {
    var record = LargeHaul.record(exhibits: 300)
    record.lists = (0..<20).map {
      ListRecord(
        list: ListReference(
          name: "list \($0)", date: SampleHaul.list.date,
          sha256: String(repeating: "0\($0 % 10)", count: 32)), flagged: $0)
    }
    for place in record.exhibits.indices {
      record.exhibits[place].reasons = ["reason \(place)"]
      for number in record.exhibits[place].numbers.indices {
        record.exhibits[place].numbers[number].make = "make \(place)"
      }
    }
    let section = ReportDocument(record).sections[0]
    let rows = section.blocks.reduce(0) { sum, block in
      switch block {
      case .table(let table): sum + table.rows.count
      case .bars(_, let bars): sum + bars.count
      case .facts(let facts): sum + facts.count
      default: sum
      }
    }
    #expect(rows <= 28)
    #expect(ReportDocument(record).rows(in: "lists").count == 21)
  }

  @Test(arguments: [
    "correct", "clean", "black", "white", "fake", "genuine", "blacklist", "whitelist", "proven",
    "guilty", "suspect", "accurate",
  ])
  func speaksInTheKitsWords(word: String) {
    let document = ReportDocument(
      LargeHaul.record(exhibits: 40), options: ReportOptions(showsThumbnails: true))
    for text in document.texts() {
      #expect(!text.lowercased().contains(word), "\(text)")
    }
  }

  @Test func showsNoTextThatHidesOrReorders() {
    let document = ReportDocument(
      HostileHaul.record, options: ReportOptions(showsThumbnails: true))
    for text in document.texts() {
      for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
          Issue.record("\(scalar.debugDescription) in \(text.prefix(80))")
        default: break
        }
      }
      #expect(text.unicodeScalars.count < 12_000)
    }
  }

  @Test func isTheSameForTheSameRecord() {
    #expect(
      ReportDocument(LargeHaul.record(exhibits: 40))
        == ReportDocument(LargeHaul.record(exhibits: 40))
    )
  }

  @Test func speaksOfAnEmptyHaulAsWell() {
    var record = SampleHaul.record
    record.counts = HaulCounts()
    record.exhibits = []
    record.lists = []
    record.readers = []
    record.selfTests = []
    record.findings = []
    record.runs = []
    record.unreadFiles = []
    record.machine = MachineRecord()
    record.originalsCheckedAt = nil
    let text = text(record)
    #expect(text.contains("0 = 0 flagged + 0 not flagged + 0 unresolved"))
    #expect(text.contains("No list was asked."))
    #expect(text.contains("not measured"))
  }

  @Test func breaksNoLineBeforeAPerCentSign() {
    let texts = ReportDocument(SampleHaul.record, options: ReportOptions()).texts()
    for words in texts { #expect(!words.contains(" %"), "\(words)") }
    #expect(texts.contains { $0.contains("\u{A0}%") })
  }

  @Test func saysOfOriginalsHowTheyAreOrThatNobodyLooked() {
    var record = SampleHaul.record
    #expect(
      text(record, in: "summary").contains(
        "not hashed again for this report; last time some or all were"))
    #expect(text(record, in: "tool").contains("were not hashed again for this report"))
    #expect(text(record, in: "exhibit-1").contains("Original\nnot hashed again for this report"))
    let photos = record.exhibits.flatMap(\.photos).map(\.sha256)
    record.originals = OriginalsRecord(
      photos.enumerated().map { index, photo in
        OriginalCheck(path: [UInt8(index)], sha256: photo, outcome: index == 0 ? .missing : .same)
      })
    #expect(
      text(record, in: "summary").contains(
        "hashed again for this report: 2 of 3 files unchanged, 1 missing: not there any more"))
    #expect(
      text(record, in: "exhibit-1").contains("Original\nhashed again for this report: missing"))
    #expect(
      text(record, in: "exhibit-2").contains("Original\nhashed again for this report: unchanged"))
  }

  @Test func namesThePhotosOfANumberWhereThereAreSeveral() {
    var record = SampleHaul.record
    #expect(!text(record, in: "exhibit-1").contains("Seen on"))
    record.exhibits[0].photos.append(SampleHaul.photo(0x44, name: "other\n.jpg"))
    #expect(text(record, in: "exhibit-1").contains("Seen on\nIMG_0001.jpg"))
    record.exhibits[0].numbers[0].sightings.append(
      .init(photo: String(repeating: "44", count: 32), position: 1, box: []))
    #expect(text(record, in: "exhibit-1").contains("Seen on\nIMG_0001.jpg; other\\n.jpg"))
  }

  @Test func putsManyConflictsIntoLines() {
    var record = SampleHaul.record
    record.exhibits[0].conflicts = (1...3).map { "356938035643809 and \($0) differ." }
    let words = text(record, in: "exhibit-1")
    #expect(words.contains("3 conflicts: what its photos show does not fit together."))
    #expect(words.contains("Conflict 3\n35-693803-564380-9 and 3 differ."))
    record.exhibits[0].conflicts.removeLast()
    #expect(text(record, in: "exhibit-1").contains("Conflict: 35-693803-564380-9 and 2 differ."))
  }

  @Test func saysWhatSmallPicturesShow() {
    func words(_ options: ReportOptions, _ anchor: String) -> String {
      ReportDocument(SampleHaul.record, options: options).texts(in: anchor).joined(separator: "\n")
    }
    let full = ReportOptions(showsThumbnails: true)
    let redacted = ReportOptions(showsThumbnails: true, redactsThumbnails: true)
    #expect(words(full, "personal-data").contains("names, faces and messages"))
    #expect(!words(redacted, "personal-data").contains("names, faces and messages"))
    #expect(
      words(redacted, "personal-data").contains("the digits that were read, and all else in blocks")
    )
    #expect(words(redacted, "exhibit-1").contains("Photo IMG_0001.jpg, redacted"))
    #expect(!words(full, "exhibit-1").contains("redacted"))
    #expect(
      words(redacted, "exhibits").contains("everything but these digits made into coarse blocks"))
    #expect(!words(ReportOptions(), "exhibits").contains("coarse"))
  }
}
