import BlockList
import CaseFile
import Reporting

extension SampleHaul {
  static let long = String(repeating: "long ", count: 2_000)
  static let worst = "\u{0}\u{1}\u{7F}\u{FFFE}\u{202E}\"\\</script>\n\(long)"

  /// One exhibit, changed.
  static func changed(
    _ reference: String = "AB/1", _ change: (inout ExhibitRecord) -> Void
  ) -> HaulRecord {
    var record = SampleHaul.record
    record.exhibits = record.exhibits.filter { $0.exhibit.reference == reference }
    change(&record.exhibits[0])
    return record
  }

  /// A haul in which every text that a stranger can choose is hostile.
  static let hostileHaul: HaulRecord = {
    var record = SampleHaul.record
    let list = ListReference(
      name: worst, date: SampleHaul.list.date, sha256: String(repeating: "c3", count: 32),
      kind: .stolen)
    record.heading.reference = worst
    record.heading.uniqueReferenceNumber = worst
    record.heading.officerInCharge = worst
    for index in record.exhibits.indices {
      let old = record.exhibits[index].exhibit
      record.exhibits[index].exhibit = Exhibit(
        reference: "\(old.reference) \(worst)", key: "\(old.key) \(worst)",
        details: .init(
          parent: worst, description: worst, foundBy: worst, producedBy: worst,
          exhibitsOfficer: worst, courtReference: worst),
        seals: [BagSeal(number: worst, from: worst, to: worst)])
      record.exhibits[index].conflicts = [worst, worst]
      record.exhibits[index].reasons = [worst]
      for place in record.exhibits[index].photos.indices {
        record.exhibits[index].photos[place].names = [
          Array("../../\(worst).jpg".utf8), [0x2E, 0x2F, 0xFF, 0xC0, 0x00, 0x0A], [],
        ]
        record.exhibits[index].photos[place].person = worst
        record.exhibits[index].photos[place].program = worst
        record.exhibits[index].photos[place].remarks = [worst]
        record.exhibits[index].photos[place].status = worst
        record.exhibits[index].photos[place].unverifiedCameraTime = worst
      }
      for place in record.exhibits[index].numbers.indices {
        record.exhibits[index].numbers[place].make = worst
        record.exhibits[index].numbers[place].model = worst
        record.exhibits[index].numbers[place].typeAllocationList = list
        record.exhibits[index].numbers[place].reportingBody = worst
        record.exhibits[index].numbers[place].sources = [worst]
        record.exhibits[index].numbers[place].settledBy = worst
        record.exhibits[index].numbers[place].alsoOn = [worst]
        record.exhibits[index].numbers[place].answer = Answer(
          matches: [
            Match(
              list: list, listed: worst, checkDigit: .listHasNone, reason: worst, date: worst,
              reference: worst, reportedBy: worst, line: 1)
          ], lists: [list])
        record.exhibits[index].numbers[place].opinions = [
          OpinionRecord(
            person: worst, digits: worst, isBlind: false, time: "2026-11-21T09:50:00.000Z",
            event: 300)
        ]
      }
    }
    return record
  }()

  /// The sample's exhibits again and again, each under a reference of its own.
  static func haul(of count: Int) -> HaulRecord {
    var record = SampleHaul.record
    record.exhibits = (0..<count).map { index in
      var exhibit = SampleHaul.record.exhibits[index % SampleHaul.record.exhibits.count]
      exhibit.exhibit = .sample("QW/\(index + 1)", description: "phone \(index)", seal: "T\(index)")
      return exhibit
    }
    return record
  }
}
