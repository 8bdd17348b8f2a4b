import BlockList
import CaseFile
import Reporting
import Testing

/// A haul with one of everything, hostile texts included.
enum SampleHaul {
  // swift-format-ignore: NeverUseForceTry
  static let list = ListReference(
    name: "national block list", date: try! ListDate("2026-11-20"),
    sha256: String(repeating: "5a", count: 32))
  static let hostile = "=cmd|' /C calc'!A0 <img src=x onerror=alert(1)> \u{202E}gpj.exe\nline two"
  static let head = AuditHead(
    caseIdentifier: "6f1c2a9e-0d5b-4c3e-9a75-1f2e3d4c5b6a", sequence: 412,
    hash: Array(0..<32), time: "2026-11-21T10:15:30.123Z")

  static func photo(
    _ byte: UInt8, name: String, status: String = "accepted", digits: [String] = [],
    exhibits: [String] = []
  ) -> PhotoRecord {
    PhotoRecord(
      sha256: String(repeating: String(format(byte)), count: 32), names: [Array(name.utf8)],
      size: 2_345_678, width: 3000, height: 4000, unverifiedCameraTime: "2026:11:19 08:30:00",
      status: status, digits: digits, exhibits: exhibits, recordedAt: "2026-11-21T09:00:01.000Z",
      person: "A. Reader 4711", program: "imeikit 0.7.0")
  }

  private static func format(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16)
    return text.count == 1 ? "0\(text)" : text
  }

  /// A number; `isFlagged` nil means that no list was asked.
  static func number(
    _ digits: String, formatted: String, standing: NumberRecord.Standing = .accepted,
    isFlagged: Bool? = false, slots: [Int] = [], photo: String, opinions: [OpinionRecord] = [],
    alsoOn: [String] = []
  ) -> NumberRecord {
    let answer: Answer =
      switch isFlagged {
      case nil: .notChecked(because: .noListLoaded)
      case false?: Answer(matches: [], lists: [list])
      case true?:
        Answer(
          matches: [
            Match(
              list: list, listed: String(digits.prefix(14)), checkDigit: .listHasNone,
              reason: "stolen", date: "2026-10-01", reference: "CR/2026/001", line: 17)
          ], lists: [list])
      }
    return NumberRecord(
      digits: digits, formatted: formatted, standing: standing, slots: slots, checkDigit: "agrees",
      reportingBody: "35 (TÜV SÜD BABT, allocating)", typeAllocationCode: String(digits.prefix(8)),
      make: "Samsung", model: "Galaxy A5", answer: answer, answeredAt: "2026-11-21T09:00:01.000Z",
      sources: ["barcode.code128", "ocr.digits"], confidence: 0.9998, opinions: opinions,
      sightings: [
        .init(photo: photo, position: 0, box: [[10, 20], [300, 20], [300, 60], [10, 60]])
      ],
      alsoOn: alsoOn)
  }

  static let record: HaulRecord = {
    let first = photo(0x11, name: "IMG_0001.jpg", digits: ["356938035643809"], exhibits: ["AB/1"])
    let second = photo(0x22, name: "IMG 2.heic", digits: ["012345678901237"], exhibits: ["AB/2"])
    let third = photo(0x33, name: "blurred.png", status: "review", exhibits: ["AB/3"])
    let keyed = [
      OpinionRecord(
        person: "A. Reader 4711", digits: "012345678901237", isBlind: true,
        time: "2026-11-21T09:30:00.000Z", event: 230),
      OpinionRecord(
        person: "B. Second 4712", digits: "012345678901237", isBlind: true,
        time: "2026-11-21T09:40:00.000Z", event: 244),
    ]
    var counts = HaulCounts()
    counts.files.read = 3
    counts.files.duplicate = 1
    counts.files.refused = 1
    counts.exhibits.flagged = 1
    counts.exhibits.notFlagged = 1
    counts.exhibits.unresolved = 1
    return HaulRecord(
      heading: CaseHeading(
        identifier: head.caseIdentifier, reference: "OP MANTIS/2026",
        uniqueReferenceNumber: "01AB1234526",
        officerInCharge: "DI Chen 88", createdAt: "2026-11-21T08:00:00.000Z"),
      counts: counts,
      exhibits: [
        ExhibitRecord(
          exhibit: Exhibit.sample("AB/1", description: "black phone", seal: "T0012345"),
          answer: .notFlagged,
          numbers: [
            number(
              "356938035643809", formatted: "35-693803-564380-9", slots: [1], photo: first.sha256)
          ], photos: [first]),
        ExhibitRecord(
          exhibit: Exhibit.sample("AB/2", description: hostile, seal: "T0012346"), answer: .flagged,
          numbers: [
            number(
              "012345678901237", formatted: "01-234567-890123-7", standing: .settled,
              isFlagged: true, photo: second.sha256, opinions: keyed)
          ], photos: [second], conflicts: ["Box and screen say different numbers."]),
        ExhibitRecord(
          exhibit: Exhibit.sample("AB/3", description: nil, seal: nil), answer: .unresolved,
          numbers: [], photos: [third], reasons: ["One number waits for a person."]),
      ],
      unassignedPhotos: [],
      unreadFiles: [UnreadFile(name: Array("notes.txt".utf8), reason: "It is no picture.")],
      lists: [ListRecord(list: list, flagged: 1)],
      readers: [
        ReaderRecord(person: "A. Reader 4711", decisions: 12, controls: 3, differing: 0),
        ReaderRecord(person: "B. Second 4712", decisions: 9, controls: 2, differing: 1),
      ],
      machine: MachineRecord(
        accepted: 1, acceptedChecked: 1, acceptedDiffering: 0, reviewed: 1, reviewedAgreeing: 1),
      selfTests: [
        SelfTestRecord(moment: "before", time: "2026-11-21T08:59:00.000Z", pictures: 4, failed: 0),
        SelfTestRecord(moment: "after", time: "2026-11-21T09:05:00.000Z", pictures: 4, failed: 0),
      ],
      findings: [
        FindingRecord(
          kind: "sameIMEIOnExhibits", needsLook: true, subjects: ["exhibit:AB/1", "exhibit:AB/9"],
          text: "35-693803-564380-9 is on AB/1 and AB/9.", addedAt: "2026-11-21T09:00:02.000Z",
          acknowledgedBy: nil)
      ],
      runs: [
        RunRecord(
          identifier: "0b6f2f0e-5f5b-4a0e-8a55-0c4be0a7a001", person: "A. Reader 4711",
          toolVersion: "0.7.0", components: ["tesseract": "5.3.0"],
          settingsDigest: String(repeating: "ab", count: 32), settings: "{}", sandbox: "seccomp",
          machine: "station-1", startedAt: "2026-11-21T08:59:30.000Z",
          endedAt: "2026-11-21T09:04:00.000Z", photos: 3)
      ],
      deviations: [], originalsCheckedAt: "2026-11-21T09:04:30.000Z", head: head)
  }()
}
