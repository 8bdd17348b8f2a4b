internal import CaseFile

extension HaulRecord {
  /// The record with people named by name and number where the case knows them: who ran a reading is in the log as they
  /// were typed, and a mere number tells a reader nothing.
  func namingPeople(of file: CaseFile) throws -> HaulRecord {
    var record = self
    let typed = Set(
      runs.map(\.person) + (exhibits.flatMap(\.photos) + unassignedPhotos).map(\.person)
        + findings.compactMap(\.acknowledgedBy) + deviations.compactMap(\.acknowledgedBy))
    let known = try file.operators()
    var names: [String: String] = [:]
    for text in typed where !known.contains(where: { $0.person == text }) {
      let found = known.filter { $0.number == text || $0.name == text }
      if found.count == 1 { names[text] = found.first?.person }
    }
    guard !names.isEmpty else { return self }
    func name(_ text: String) -> String { names[text] ?? text }
    for index in record.runs.indices { record.runs[index].person = name(runs[index].person) }
    for exhibit in record.exhibits.indices {
      for photo in record.exhibits[exhibit].photos.indices {
        record.exhibits[exhibit].photos[photo].person = name(exhibits[exhibit].photos[photo].person)
      }
    }
    for photo in record.unassignedPhotos.indices {
      record.unassignedPhotos[photo].person = name(unassignedPhotos[photo].person)
    }
    for index in record.findings.indices {
      record.findings[index].acknowledgedBy = findings[index].acknowledgedBy.map(name)
    }
    for index in record.deviations.indices {
      record.deviations[index].acknowledgedBy = deviations[index].acknowledgedBy.map(name)
    }
    return record
  }
}
