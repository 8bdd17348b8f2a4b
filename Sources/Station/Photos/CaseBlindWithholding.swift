internal import CaseFile

/// The rule of blind keying as the case itself knows it.
struct CaseBlindWithholding: BlindWithholding {
  private static let pageSize = 200

  private let desk: CaseDesk

  init(_ desk: CaseDesk) {
    self.desk = desk
  }

  func isWithheld(photo: String, person: String) async throws -> Bool {
    try await desk.answer { file in
      try file.standing(of: photo).numbers.contains { number in
        try BlindRule.isWithheld(number.state, from: person)
          && !file.hasSeen(number.subject, person: person)
      }
    }
  }

  func withheldNumbers(person: String) async throws -> Set<String> {
    try await desk.answer { file in
      var numbers: Set<String> = []
      var row: Int64 = 0
      while true {
        let items = try file.openItems(after: row, limit: Self.pageSize)
        guard let last = items.last else { return numbers }
        row = last.photo.row
        for item in items
        where try BlindRule.isWithheld(item.state, from: person)
          && !file.hasSeen(item.subject, person: person)
        {
          numbers.formUnion(item.state.everyNumber)
        }
      }
    }
  }

  func reveal(photo: String, person: String) async throws {
    try await desk.answer { file in
      for number in try file.standing(of: photo).numbers
      where try BlindRule.isWithheld(number.state, from: person)
        && !file.hasSeen(number.subject, person: person)
      {
        _ = try file.recordReveal(of: number.subject, person: person)
      }
    }
  }
}
