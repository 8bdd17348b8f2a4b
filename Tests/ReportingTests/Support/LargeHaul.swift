import BlockList
import CaseFile
import Reporting

/// A haul of any size whose texts are all harmless, the same on every call.
enum LargeHaul {
  private static let makes = [
    ("Samsung", "Galaxy A54"), ("Apple", "iPhone 13"), ("Xiaomi", "Redmi Note 12"),
    ("Google", "Pixel 7"), ("Motorola", "Moto G84"), ("Nokia", "G42"), ("OPPO", "A78"),
    ("Sony", "Xperia 10"),
  ]

  /// 15 digits with the check digit that follows from the other 14.
  static func digits(_ index: Int) -> String {
    let body = "35693\(803 + index % 90)" + String(String(1_000_000 + index * 37).suffix(6))
    let sum = body.utf8.enumerated().reduce(0) { sum, digit in
      let value = Int(digit.element) - 48
      let doubled = digit.offset % 2 == 1 ? value * 2 : value
      return sum + doubled / 10 + doubled % 10
    }
    return body + String((10 - sum % 10) % 10)
  }

  static func formatted(_ digits: String) -> String {
    let text = Array(digits)
    return "\(String(text[0..<2]))-\(String(text[2..<8]))-\(String(text[8..<14]))-\(text[14])"
  }

  private static func photo(_ index: Int, status: String, digits: [String]) -> PhotoRecord {
    let digest = String(String(index + 0x1000_0000, radix: 16).suffix(8))
    var photo = SampleHaul.photo(0, name: "IMG_\(index).jpg", status: status, digits: digits)
    photo.sha256 = String(repeating: digest, count: 8)
    return photo
  }

  private static func exhibit(_ index: Int) -> ExhibitRecord {
    let isUnresolved = index % 33 == 5
    let isFlagged = index % 29 == 3
    let first = digits(2 * index)
    let second = digits(2 * index + 1)
    let photo = photo(index, status: isUnresolved ? "review" : "accepted", digits: [first])
    let opinion = OpinionRecord(
      person: "A. Reader 4711", digits: first, isBlind: index % 2 == 0,
      time: "2026-11-21T09:30:00.000Z", event: Int64(230 + index))
    var numbers = [
      SampleHaul.number(
        first, formatted: formatted(first),
        standing: isUnresolved ? .open : isFlagged ? .settled : .accepted, isFlagged: isFlagged,
        slots: [1], photo: photo.sha256, opinions: isFlagged ? [opinion] : [])
    ]
    if index % 3 == 0 {
      numbers.append(
        SampleHaul.number(
          second, formatted: formatted(second), standing: isUnresolved ? .open : .accepted,
          slots: [2], photo: photo.sha256))
    }
    let make = makes[index * index % 17 % makes.count]
    for place in numbers.indices {
      numbers[place].make = index % 11 == 7 ? nil : make.0
      numbers[place].model = index % 11 == 7 ? nil : make.1
      numbers[place].typeAllocationList = ListReference(
        name: "TAC list", date: SampleHaul.list.date, sha256: String(repeating: "7c", count: 32),
        kind: .tac)
    }
    return ExhibitRecord(
      exhibit: .sample(
        "AB/\(index + 1)", description: "mobile phone", seal: "T\(1_000_000 + index)"),
      answer: isUnresolved ? .unresolved : isFlagged ? .flagged : .notFlagged, numbers: numbers,
      photos: [photo],
      reasons: isUnresolved ? ["\(numbers.count) number(s) wait for a person."] : [])
  }

  /// So many exhibits, and a twentieth as many photos of none.
  static func record(exhibits count: Int) -> HaulRecord {
    var record = SampleHaul.record
    record.exhibits = (0..<count).map(exhibit)
    record.unassignedPhotos = (0..<count / 20).map {
      photo(1_000_000 + $0, status: "accepted", digits: [digits(3 * count + $0)])
    }
    record.unassignedNumbers = record.unassignedPhotos.enumerated().map { place, photo in
      SampleHaul.number(
        photo.digits[0], formatted: formatted(photo.digits[0]), isFlagged: place == 1,
        photo: photo.sha256)
    }
    record.counts.files.read = count + count / 20
    record.counts.files.unreadable = count / 50
    record.counts.files.duplicate = count / 10
    record.counts.exhibits.flagged = record.exhibits.count { $0.answer == .flagged }
    record.counts.exhibits.notFlagged = record.exhibits.count { $0.answer == .notFlagged }
    record.counts.exhibits.unresolved = record.exhibits.count { $0.answer == .unresolved }
    record.counts.photosWithoutExhibit = count / 20
    record.lists = [ListRecord(list: SampleHaul.list, flagged: record.counts.exhibits.flagged)]
    record.machine = MachineRecord(
      accepted: count, acceptedChecked: count / 4, acceptedDiffering: 0, reviewed: count / 10,
      reviewedAgreeing: count / 12)
    return record
  }
}
