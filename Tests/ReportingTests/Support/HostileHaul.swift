import BlockList
import CaseFile
import Reporting

/// A haul in which whoever could write a text wrote an attack.
enum HostileHaul {
  static let text =
    "\"'><script>alert(1)</script><img src=http://evil.example/x onerror=x> =1+1 "
    + "\u{202E}gpj.exe\u{2066} \u{0}\u{7}\u{1B}[31m\r\nnext\u{2028}line \u{FEFF}\u{E000} ]]> --> &amp; "
    + "</style></title> \\22 "
  static let long = String(repeating: "A\u{301}<", count: 5_000)
  static let name: [UInt8] = Array("a\"<b>\u{202E}.jpg".utf8) + [0xFF, 0xC0, 0x0A, 0x00]

  static let record: HaulRecord = {
    var record = SampleHaul.record
    record.heading.reference = text
    record.heading.uniqueReferenceNumber = text
    record.heading.officerInCharge = text
    let list = ListReference(name: text, date: SampleHaul.list.date, sha256: text)
    for place in record.exhibits.indices {
      let key = record.exhibits[place].exhibit.key
      record.exhibits[place].exhibit = Exhibit(
        reference: text, key: key,
        details: Exhibit.Details(
          parent: text, description: long, foundBy: text, producedBy: text, exhibitsOfficer: text,
          courtReference: text), seals: [BagSeal(number: text, from: text, to: text)])
      record.exhibits[place].conflicts = [text, long]
      record.exhibits[place].reasons = [text]
      for photo in record.exhibits[place].photos.indices {
        attack(&record.exhibits[place].photos[photo])
      }
      for number in record.exhibits[place].numbers.indices {
        attack(&record.exhibits[place].numbers[number], list)
      }
    }
    var photo = SampleHaul.photo(0x44, name: "x", digits: ["356938035643809", text])
    attack(&photo)
    record.unassignedPhotos = [photo]
    var number = SampleHaul.number(
      "356938035643809", formatted: "35-693803-564380-9", photo: photo.sha256)
    attack(&number, list)
    record.unassignedNumbers = [number]
    record.unreadFiles = [UnreadFile(name: name, reason: text)]
    record.lists = [ListRecord(list: list, flagged: 1)]
    record.readers = [ReaderRecord(person: text, decisions: 1, controls: 1, differing: 1)]
    record.selfTests[0].moment = text
    record.findings[0].kind = text
    record.findings[0].text = long
    record.findings[0].acknowledgedBy = text
    record.runs[0].components = [text: text]
    record.runs[0].person = text
    record.runs[0].toolVersion = text
    record.runs[0].machine = text
    record.runs[0].sandbox = text
    record.runs[0].settingsDigest = text
    record.deviations = [
      DeviationRecord(
        name: name, sha256: text, outcome: text, checkedAt: text, acknowledgedBy: text)
    ]
    return record
  }()

  private static func attack(_ photo: inout PhotoRecord) {
    photo.names = [name, Array(text.utf8), Array(long.utf8)]
    photo.unverifiedCameraTime = text
    photo.status = text
    photo.remarks = [text, long]
    photo.person = text
    photo.program = text
  }

  private static func attack(_ number: inout NumberRecord, _ list: ListReference) {
    number.reportingBody = text
    number.make = text
    number.model = text
    number.typeAllocationList = list
    number.sources = [text, "ocr.\(text)", "barcode.\(text)"]
    number.settledBy = text
    number.alsoOn = [text]
    number.checkDigit = text
    number.opinions = [
      OpinionRecord(person: text, digits: text, isBlind: false, time: text, event: 1)
    ]
    let entry = { (removed: EntryAction?) in
      Match(
        list: list, listed: text, checkDigit: .differs, reason: text, date: text, reference: text,
        reportedBy: text, removed: removed, line: 1)
    }
    number.answer = Answer(
      matches: [entry(nil), entry(EntryAction(kind: .removed, date: text, reason: text))],
      lists: [list])
  }
}
