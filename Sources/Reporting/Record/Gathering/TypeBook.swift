internal import BlockList
internal import Intake

/// What results say of type allocation codes; the newest that says most counts.
struct TypeBook {
  private var entries: [String: (tac: PhotoResult.TAC, recordedAt: String)] = [:]

  mutating func add(_ readings: [PhotoResult.Reading], recordedAt: String) {
    for reading in readings where reading.tac.list != nil || reading.tac.make != nil {
      if let known = entries[reading.tac.code], rank(known) >= rank((reading.tac, recordedAt)) {
        continue
      }
      entries[reading.tac.code] = (reading.tac, recordedAt)
    }
  }

  /// What is known of a code of eight digits; nil when no TAC list was asked.
  func type(of code: String) -> PhotoResult.TAC? { entries[code]?.tac }

  private func rank(_ entry: (tac: PhotoResult.TAC, recordedAt: String)) -> (Int, String, String) {
    (
      entry.tac.make == nil ? 0 : 1, entry.tac.list?.date.description ?? "", entry.recordedAt
    )
  }
}
