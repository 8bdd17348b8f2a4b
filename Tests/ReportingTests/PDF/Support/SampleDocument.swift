import Imaging

@testable import Reporting

/// Documents with all kinds of blocks.
enum SampleDocument {
  static func document(_ sections: [ReportSection]) -> ReportDocument {
    ReportDocument(
      title: "Report on haul OP MANTIS/2026", runningHead: "OP MANTIS/2026 · URN 01AB1234526",
      runningFoot: "Audit log 412-6F1C", time: "2026-11-21T10:15:30.123Z", author: "DI Chen 88",
      sections: sections)
  }

  static func document(_ blocks: ReportBlock...) -> ReportDocument {
    document([ReportSection(anchor: "one", title: "The first", blocks: blocks)])
  }

  /// A number of 14 digits for each exhibit, with a place for the check digit.
  static func formatted(_ exhibit: Int) -> String {
    let serial = String(String(1_000_000 + exhibit * 7).dropFirst())
    return "35-693803-\(serial)-\(exhibit % 10)"
  }

  /// A chapter with a table that leads to `count` exhibits, and one part for each.
  static func exhibits(_ count: Int) -> ReportDocument {
    let table = ReportTable(
      title: "All exhibits",
      columns: [.init("Exhibit"), .init("IMEI", weight: 2), .init("Photos", isNumeric: true)],
      rows: (0..<count).map {
        [
          .init("AB/\($0)", anchor: "exhibit-\($0)"), .init(formatted($0), isCode: true),
          .init("\($0 * 37)"),
        ]
      })
    let parts = (0..<count).map { exhibit in
      ReportSection(
        anchor: "exhibit-\(exhibit)", title: "Exhibit AB/\(exhibit)", level: 2,
        staysTogether: true,
        blocks: [
          .notice("Not flagged.", .settled),
          .pictures([
            ReportPicture(
              .crop(photo: "photo-\(exhibit)", position: 0), caption: formatted(exhibit))
          ]),
          .facts([
            ReportFact("IMEI", formatted(exhibit), isCode: true),
            ReportFact("SHA-256", String(repeating: "5a", count: 32), isCode: true),
          ]),
        ])
    }
    return document(
      [
        ReportSection(anchor: "summary", title: "The haul on one page", blocks: [.table(table)]),
        ReportSection(
          anchor: "exhibits", title: "Exhibits – every one", startsPage: true,
          blocks: [.paragraph("One block an exhibit.")]),
      ] + parts)
  }

  /// A grey PNG file of stripes.
  static func png(width: Int = 300, height: Int = 40, seed: Int = 0) throws -> [UInt8] {
    let pixels = (0..<width * height).map { UInt8(truncatingIfNeeded: $0 % width / 7 * 40 + seed) }
    return try GrayImage(width: width, height: height, pixels: pixels).pngData()
  }
}

/// Says that every character is half its size wide, so that tests can count lines.
final class EvenMeasure: TextMeasure {
  func lines(of text: PageText) -> [TextLine] {
    let perLine = max(1, Int(text.width / (text.style.size / 2)))
    return text.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let count = text.isSingle ? 1 : max(1, (line.count + perLine - 1) / perLine)
      return (0..<count).map { _ in
        TextLine(
          height: text.style.pitch, width: min(text.width, Double(line.count) * text.style.size / 2)
        )
      }
    }
  }
}
