import Foundation
import Imaging
import Reading
import Testing

@testable import Reporting

/// The file as outside programs see it: poppler's tools and qpdf.
@Suite struct PDFReportTests {
  private let scratch: PDFScratch
  private static let images = ReportImages(crop: { photo, position in
    try SampleDocument.png(seed: photo.utf8.reduce(position) { ($0 * 31 + Int($1)) % 97 })
  })

  init() throws { scratch = try PDFScratch() }

  private func pages(_ text: String) -> [Substring] {
    text.split(separator: "\u{0C}", omittingEmptySubsequences: true)
  }

  @Test func isTheReportOfARecord() throws {
    let document = ReportDocument(SampleHaul.record, options: ReportOptions(showsThumbnails: true))
    try scratch.write(document, images: Self.images)
    let text = try scratch.ask("pdftotext", "-layout", scratch.file(), "-")
    for number in SampleHaul.record.exhibits.flatMap(\.numbers) {
      #expect(text.contains(number.formatted))
      #expect(text.contains(number.digits))
    }
    #expect(try scratch.ask("qpdf", "--check", scratch.file()).contains("No syntax"))
    let first = try #require(pages(text).first)
    #expect(first.contains("is not the same as not stolen"))
    #expect(first.contains("Signature"))
  }

  @Test func showsEveryNumberAndItsHeadAndFootOnEveryPage() throws {
    try scratch.write(SampleDocument.exhibits(60), images: Self.images)
    let text = try scratch.ask("pdftotext", "-layout", scratch.file(), "-")
    for exhibit in 0..<60 { #expect(text.contains(SampleDocument.formatted(exhibit))) }
    let pages = pages(text)
    #expect(pages.count > 5)
    for (index, page) in pages.enumerated() {
      #expect(page.contains("OP MANTIS/2026 · URN 01AB1234526"))
      #expect(page.contains("Audit log 412-6F1C"))
      #expect(page.contains("Page \(index + 1) of \(pages.count)"))
    }
  }

  @Test func hasItsProperties() throws {
    try scratch.write(SampleDocument.exhibits(3))
    let information = try scratch.ask("pdfinfo", "-isodates", scratch.file())
    let lines = Dictionary(
      information.split(separator: "\n").compactMap { line -> (String, String)? in
        let parts = line.split(separator: ":", maxSplits: 1)
        return parts.count == 2
          ? (String(parts[0]), parts[1].trimmingCharacters(in: .whitespaces)) : nil
      }, uniquingKeysWith: { first, _ in first })
    #expect(lines["Title"] == "Report on haul OP MANTIS/2026")
    #expect(lines["Author"] == "DI Chen 88")
    #expect(lines["CreationDate"] == "2026-11-21T10:15:30Z")
    #expect(lines["ModDate"] == "2026-11-21T10:15:30Z")
    #expect(lines["Encrypted"] == "no")
    #expect(lines["Tagged"] == "yes")
    #expect(lines["JavaScript"] == "no")
    #expect(lines["Page size"]?.hasSuffix("(A4)") == true)
  }

  @Test func embedsItsFonts() throws {
    try scratch.write(
      SampleDocument.document(
        .paragraph("Prüfung – “x” ⚑ Ωμέγα Кириллица"),
        .facts([.init("Digits", "0123", isCode: true)])))
    let rows = try scratch.ask("pdffonts", scratch.file()).split(separator: "\n").dropFirst(2)
    #expect(rows.count > 1)
    for row in rows {
      #expect(row.contains("DejaVuSans"))
      #expect(row.contains("+"))
      #expect(row.split(separator: " ").suffix(5).first == "yes")
    }
  }

  @Test func hasBookmarksOfExhibitsUnderTheirChapter() throws {
    try scratch.write(SampleDocument.exhibits(4))
    let json = try scratch.ask("qpdf", "--json", "--json-key=outlines", scratch.file())
    let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    let outlines = try #require(object?["outlines"] as? [[String: Any]])
    #expect(
      outlines.map { $0["title"] as? String } == ["The haul on one page", "Exhibits – every one"])
    let kids = try #require(outlines.last?["kids"] as? [[String: Any]])
    #expect(kids.map { $0["title"] as? String } == (0..<4).map { "Exhibit AB/\($0)" })
    #expect(kids.allSatisfy { $0["destpageposfrom1"] is Int })
  }

  @Test func leadsFromATableToItsExhibits() throws {
    try scratch.write(SampleDocument.exhibits(4))
    let file = try scratch.ask("qpdf", "--qdf", "--object-streams=disable", scratch.file(), "-")
    #expect(file.components(separatedBy: "/Subtype /Link").count - 1 == 4)
    #expect(try scratch.ask("pdfinfo", "-dests", scratch.file()).contains("section-2"))
  }

  @Test func embedsThePictureOfManyExhibitsOnce() throws {
    let picture = ReportPicture(.crop(photo: "a", position: 0), caption: "35")
    let sections = (0..<40).map {
      ReportSection(anchor: "\($0)", title: "One", startsPage: true, blocks: [.pictures([picture])])
    }
    let data = try scratch.write(SampleDocument.document(sections), images: Self.images)
    let rows = try scratch.ask("pdfimages", "-list", scratch.file()).split(separator: "\n")
    let objects = Set(rows.dropFirst(2).map { $0.split(separator: " ")[10] })
    #expect(rows.count == 42)
    #expect(objects.count == 1)
    #expect(rows.dropFirst(2).allSatisfy { $0.contains(" gray ") })
    #expect(data.count < 200_000)
  }

  @Test func bearsAPictureTwiceOnAPage() throws {
    let picture = ReportPicture(.crop(photo: "a", position: 0), caption: "35")
    try scratch.write(
      SampleDocument.document(.pictures([picture, picture, picture])), images: Self.images)
    #expect(try !scratch.ask("qpdf", "--check", scratch.file()).contains("WARNING"))
  }

  @Test func isTheSameBytesForTheSameReport() throws {
    let document = ReportDocument(SampleHaul.record)
    let first = try scratch.write(document, images: Self.images, as: "a")
    #expect(try scratch.write(document, images: Self.images, as: "b") == first)
    var later = document
    later.time = "2026-11-21T10:15:31.123Z"
    #expect(try scratch.write(later, images: Self.images, as: "c") != first)
  }

  @Test func namesAPictureThatCannotBeShown() throws {
    let good = try SampleDocument.png()
    let images = ReportImages(
      crop: { _, position in
        switch position {
        case 0: Array(good.prefix(good.count / 2))
        case 1: Array("no picture".utf8)
        case 2: nil
        default: good
        }
      })
    let pictures = (0..<4).map {
      ReportPicture(.crop(photo: "a", position: $0), caption: "crop \($0)")
    }
    try scratch.write(SampleDocument.document(.pictures(pictures)), images: images)
    let text = try scratch.ask("pdftotext", scratch.file(), "-")
    #expect(text.components(separatedBy: "picture cannot be shown").count - 1 == 3)
    for index in 0..<4 { #expect(text.contains("crop \(index)")) }
  }

  @Test func leavesOutThumbnailsThatAreNotWanted() throws {
    let picture = ReportPicture(.thumbnail(photo: "a"), caption: "the whole photo")
    try scratch.write(SampleDocument.document(.pictures([picture]), .paragraph("after it")))
    let text = try scratch.ask("pdftotext", scratch.file(), "-")
    #expect(!text.contains("the whole photo"))
    #expect(text.contains("after it"))
  }

  @Test func bearsHostileText() throws {
    let hostile = [
      SampleHaul.hostile, "a\u{0}b", String(repeating: "W", count: 10_000), "",
      String(repeating: "\n", count: 10_000), "e" + String(repeating: "\u{301}", count: 10_000),
      String(repeating: "\u{FDFD}", count: 500), "dest='x' name=\"y\" \\", "\u{1F512}\u{10FFFF}",
    ]
    let blocks = hostile.flatMap { text -> [ReportBlock] in
      [
        .paragraph(text), .notice(text, .attention),
        .figures(ReportTone.allCases.map { ReportFigure(text, text, tone: $0) }),
        .facts([ReportFact(text, text, isCode: true)]),
        .table(
          ReportTable(
            title: text, columns: [.init(text), .init(text, isNumeric: true)],
            rows: [[.init(text), .init(text, isCode: true, anchor: text)]])),
        .bars(
          title: text, [ReportBar(text, 3, flagged: 9), ReportBar(text, -1), ReportBar("", .max)]),
        .pictures([ReportPicture(.crop(photo: text, position: 0), caption: text)]),
        .code(text: text, caption: text), .signature(text),
      ]
    }
    var document = SampleDocument.document(
      hostile.map { ReportSection(anchor: $0, title: $0, level: 1 + $0.count % 3, blocks: []) }
        + [ReportSection(anchor: "x", title: "x", staysTogether: true, blocks: blocks)])
    document.title = hostile[1]
    document.author = hostile[7]
    document.runningHead = hostile[2]
    document.runningFoot = SampleHaul.hostile
    try scratch.write(document, images: Self.images)
    #expect(try scratch.ask("qpdf", "--check", scratch.file()).contains("No syntax"))
    let text = try scratch.ask("pdftotext", scratch.file(), "-")
    #expect(text.contains("a\\u{00}b"))
    #expect(!text.contains("\u{202E}"))
  }

  @Test func setsAReportWithoutAnything() throws {
    try scratch.write(SampleDocument.document([]))
    #expect(try scratch.ask("pdfinfo", scratch.file()).contains("Pages:           1"))
  }

  @Test func tellsWhatThePicturesSourceSays() throws {
    let images = ReportImages(crop: { _, _ in
      throw ReportingError(.notReady, "the photo is gone", cure: "Bring it back.")
    })
    let picture = ReportPicture(.crop(photo: "a", position: 0), caption: "35")
    #expect {
      try scratch.write(SampleDocument.document(.pictures([picture])), images: images)
    } throws: {
      ($0 as? ReportingError)?.code == .notReady
    }
    #expect(!FileManager.default.fileExists(atPath: scratch.file()))
  }

  @Test func readsItsCodeBackFromThePage() throws {
    try scratch.write(SampleDocument.document(.code(text: "412-6F1C event 412", caption: "Head")))
    _ = try scratch.ask(
      "pdftoppm", "-r", "150", "-gray", "-png", "-singlefile", scratch.file(),
      "\(scratch.path)/page")
    let png = try Data(contentsOf: URL(filePath: "\(scratch.path)/page.png"))
    #expect(
      try BarcodeReader().read(ImageDecoder().decode(Array(png))).map(\.text) == [
        "412-6F1C event 412"
      ])
  }
}
