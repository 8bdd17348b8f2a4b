import BlockList
import CaseFile

/// A haul as a station leaves it, made up: exhibits of two photos with crops, descriptions and seals, and people
/// who decided some of what the machine left to them.
struct MadeHaul {
  private static let photosOfAnExhibit = 2
  private static let batch = 64
  private static let readers = ["A. Keller", "B. Ruiz", "C. Moss"]

  /// How many exhibits.
  let exhibits: Int
  private let made = MadePhotos(photosOfAnExhibit: photosOfAnExhibit, isHaul: true)

  /// A haul of so many exhibits.
  init(exhibits: Int) { self.exhibits = exhibits }

  private var photos: Int { exhibits * Self.photosOfAnExhibit }

  /// Puts it into a case without photos.
  func fill(_ file: CaseFile, settings: RunSettings) throws {
    for (place, name) in Self.readers.enumerated() {
      _ = try file.addOperator(
        name: name, number: "\(4_400 + place)", role: place == 2 ? .settler : .reader)
    }
    let run = try file.beginRun(
      RunDetails(
        settings: settings, lists: [try MadePhotos.list()], sandbox: "none", machine: "benchmark"))
    for first in stride(from: 0, to: photos, by: Self.batch) {
      let range = first..<min(photos, first + Self.batch)
      try file.record(
        try range.map { index in
          var photo = made.photo(index)
          photo.crops = [RecordedCrop(position: 0, png: try MadeCrop.png(made.number(index)))]
          return photo
        }, run: run)
      try file.assign(
        range.map {
          PhotoAssignment(
            photo: made.photo($0).sha256 ?? "", exhibit: reference($0), source: .folder)
        }, addingExhibits: true)
    }
    try file.endRun(run, outcome: "finished")
    for exhibit in 0..<exhibits { try describe(exhibit, in: file) }
    try decide(in: file)
  }

  private func reference(_ photo: Int) -> String { "AB/\(photo / Self.photosOfAnExhibit + 1)" }

  private func describe(_ index: Int, in file: CaseFile) throws {
    let reference = "AB/\(index + 1)"
    try file.setExhibit(
      reference,
      details: Exhibit.Details(
        description: index % 9 == 4 ? "mobile phone, display cracked" : "mobile phone",
        foundBy: "PC 1182", producedBy: "DC Moss"))
    try file.addSeal(
      BagSeal(number: "T\(1_000_000 + index)", from: "2026-11-21T09:00Z"), to: reference)
  }

  /// Two of three readings that were left to people are keyed by two of them, or one makes out other digits.
  private func decide(in file: CaseFile) throws {
    for index in stride(from: 0, to: photos, by: made.reviewEvery) {
      let round = index / made.reviewEvery
      guard round % 3 != 2, let photo = made.photo(index).sha256 else { continue }
      let subject = ReadingSubject(photo: photo, number: .read(0))
      let number = made.number(index)
      for (place, person) in Self.readers.prefix(2).enumerated() {
        let differs = place == 1 && round % 12 == 4
        try file.decide(
          Decision(
            subject: subject, act: .key(differs ? made.number(index + 1) : number),
            answer: .withoutLists(.notFlagged)), person: person)
      }
      guard round % 12 == 4 else { continue }
      try file.decide(
        Decision(subject: subject, act: .settle(number), answer: .withoutLists(.notFlagged)),
        person: Self.readers[2])
    }
  }
}
