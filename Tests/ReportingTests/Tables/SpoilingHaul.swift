import BlockList
import CaseFile
import Reporting

/// A haul of texts that strangers would write, numbers that spreadsheets would spoil, and photos without
/// exhibit.
enum SpoilingHaul {
  static let long = String(repeating: "αβγδε,\"12'; ", count: 910)
  static let texts = [
    "=1+1", "+44 20 7946", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\0=1", " =1+1", "＝1+1", "＋1", "－1",
    "＠1", "=cmd|' /C calc'!A0", "a\nb\r\nc", "a,b;c\td", "say \"yes\"", "\u{202E}gpj.exe", "שלום",
    "_x0041_ _x000D_", "<img src=x onerror=alert(1)>", "bell\u{7}\u{1B}[2J", "#comment", " blanks ",
    "|", "nul\0inside", long,
  ]
  static let invalidName: [UInt8] = Array("=IMG".utf8) + [0xFF, 0xC3, 0x0A] + Array(".jpg".utf8)

  static let record: HaulRecord = {
    var record = SampleHaul.record
    var other = SampleHaul.photo(
      0x44, name: "loose.jpg", status: "review", digits: ["490154203237518"])
    other.remarks = ["@remark"]
    var photo = SampleHaul.photo(0x55, name: "x", exhibits: ["=H/1"])
    photo.names = [invalidName, Array("+copy.jpg".utf8)]
    var list = SampleHaul.number(
      "0049015420323751", formatted: "00-490154-203237-51", standing: .settled, isFlagged: true,
      photo: photo.sha256)
    list.make = "=HYPERLINK(\"http://example.org\")"
    list.settledBy = "@Settler"
    let hostile = texts.enumerated().map { index, text in
      var number = list
      number.digits = "00490154\(80_000_000 + index)".padding(16)
      number.model = text
      return ExhibitRecord(
        exhibit: Exhibit(
          reference: "=H/\(index)", key: "h\(index)",
          details: .init(
            parent: index == 1 ? "AB/1" : nil, description: text, foundBy: text, producedBy: text,
            exhibitsOfficer: text, courtReference: text),
          seals: [BagSeal(number: "000123", from: text, to: text), BagSeal(number: text)]),
        answer: .flagged, numbers: [number], photos: [photo], conflicts: [text, "second"],
        acknowledgedConflicts: [text, "second"],
        reasons: [text])
    }
    record.exhibits += hostile
    record.unassignedPhotos = [other, SampleHaul.photo(0x66, name: "wall.jpg", status: "none")]
    record.heading.reference = "=OP"
    return record
  }()
}

extension String {
  fileprivate func padding(_ count: Int) -> String {
    String(prefix(count))
  }
}
