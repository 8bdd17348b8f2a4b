import Foundation
import FoundationXML
import Imaging
import Reporting
import Testing

@Suite struct HTMLReportTests {
  private static let picture: @Sendable (String, Int) throws -> [UInt8]? = { _, _ in
    try GrayImage(width: 60, height: 12, filledWith: 200).pngData()
  }

  private func page(
    _ record: HaulRecord, images: ReportImages = ReportImages(crop: picture),
    options: ReportOptions = ReportOptions()
  ) throws -> String {
    let parent = FileManager.default.temporaryDirectory.appending(
      path: "imeikit-html-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: parent) }
    let folder = try StagedFolder(parent.appending(path: "out").path)
    try HTMLReport.write(
      ReportDocument(record, options: options), images: images, to: folder, as: "report.html")
    try folder.publish()
    return try String(contentsOf: parent.appending(path: "out/report.html"), encoding: .utf8)
  }

  @Test func isWellFormedWhateverTheTexts() throws {
    for record in [SampleHaul.record, HostileHaul.record, LargeHaul.record(exhibits: 25)] {
      let reader = PageReader(try page(record, options: ReportOptions(showsThumbnails: true)))
      #expect(reader.failure == nil)
      #expect(reader.elements.isSuperset(of: ["html", "nav", "main", "section", "table", "svg"]))
    }
  }

  @Test func holdsNoElementThatATextBroughtIn() throws {
    let reader = PageReader(try page(HostileHaul.record))
    for element in ["script", "b", "iframe", "object", "form", "link", "base"] {
      #expect(!reader.elements.contains(element), "\(element)")
    }
    #expect(reader.attributes.allSatisfy { !$0.name.hasPrefix("on") })
    #expect(reader.text.contains("<script>alert(1)</script>"))
  }

  @Test func fetchesNothing() throws {
    let reader = PageReader(try page(HostileHaul.record))
    let sources = reader.attributes.filter { $0.name == "src" }
    #expect(!sources.isEmpty)
    #expect(sources.allSatisfy { $0.value.hasPrefix("data:image/png;base64,") })
    #expect(
      reader.attributes.filter { $0.name == "href" }.allSatisfy { $0.value.hasPrefix("#") })
    for (_, value) in reader.attributes where !value.hasPrefix("Picture: ") {
      #expect(!value.contains("http:") || value.contains("evil.example"))
    }
    #expect(reader.style.contains("url(") == false)
    #expect(reader.style.contains("@import") == false)
    let policy = reader.attributes.first { $0.value.hasPrefix("default-src 'none'") }
    #expect(policy?.value.contains("img-src data:; style-src 'unsafe-inline'") == true)
  }

  @Test func holdsNoCharacterThatHidesOrReorders() throws {
    for scalar in try page(HostileHaul.record).unicodeScalars where scalar != "\n" {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned:
        Issue.record("\(scalar.debugDescription)")
      default: break
      }
    }
  }

  @Test func namesEveryNumber() throws {
    let record = LargeHaul.record(exhibits: 40)
    let page = try page(record)
    for number in record.exhibits.flatMap(\.numbers) { #expect(page.contains(number.formatted)) }
  }

  @Test func isTheSameTwice() throws {
    let first = try page(SampleHaul.record)
    #expect(try page(SampleHaul.record) == first)
  }

  @Test func ordersItsHeadings() throws {
    var level = 0
    for heading in PageReader(try page(SampleHaul.record)).headings {
      #expect(heading <= level + 1)
      level = heading
    }
    #expect(level > 0)
  }

  @Test func tellsWhatPicturesShow() throws {
    let reader = PageReader(try page(SampleHaul.record))
    let texts = reader.attributes.filter { $0.name == "alt" }.map(\.value)
    #expect(texts == ["Picture: 35-693803-564380-9 (slot 1)", "Picture: 01-234567-890123-7"])
  }

  @Test(arguments: [nil, [], Array("<svg onload=alert(1)>".utf8), [UInt8](repeating: 0, count: 99)])
  func leavesOutWhatIsNoPicture(bytes: [UInt8]?) throws {
    let reader = PageReader(
      try page(SampleHaul.record, images: ReportImages(crop: { _, _ in bytes })))
    #expect(!reader.elements.contains("img"))
    #expect(reader.text.contains("No picture is kept."))
  }

  @Test func leadsEveryLinkToAnElement() throws {
    let reader = PageReader(try page(LargeHaul.record(exhibits: 40)))
    let names = Set(reader.attributes.filter { $0.name == "id" }.map(\.value))
    let links = reader.attributes.filter { $0.name == "href" }.map { String($0.value.dropFirst()) }
    #expect(links.count > 40)
    #expect(links.allSatisfy(names.contains))
  }
}
