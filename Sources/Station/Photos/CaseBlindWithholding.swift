internal import CaseFile

/// The rule of blind keying as the case itself knows it.
struct CaseBlindWithholding: BlindWithholding {
  private static let pageSize = 200

  private let desk: CaseDesk

  init(_ desk: CaseDesk) {
    self.desk = desk
  }

  func withholding(photo: String, person: String) async throws -> Withholding {
    try await desk.answer { file in
      let isWithheld = try file.standing(of: photo).numbers.contains { number in
        try BlindRule.isWithheld(number.state, from: person)
          && !file.hasSeen(number.subject, person: person)
      }
      return isWithheld ? .digits : .nothing
    }
  }

  func withheldNumbers(person: String) async throws -> Set<String> {
    Set(try await withheld(from: person).flatMap(\.state.everyNumber))
  }

  func withheldCount(person: String) async throws -> Int {
    try await withheld(from: person).count
  }

  /// The case does not know who works on what.
  func inHand(person: String) -> Set<String> { [] }

  private func withheld(from person: String) async throws -> [OpenItem] {
    try await desk.answer { file in
      var found: [OpenItem] = []
      var row: Int64 = 0
      while true {
        let items = try file.openItems(after: row, limit: Self.pageSize)
        guard let last = items.last else { return found }
        row = last.photo.row
        found += try items.filter { item in
          try BlindRule.isWithheld(item.state, from: person)
            && !file.hasSeen(item.subject, person: person)
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
