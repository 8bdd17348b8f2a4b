internal import CaseFile
internal import Hummingbird

/// Finds photos by the first or last digits of a number.
struct SearchRoutes: Sendable {
  /// How many digits are searched for.
  static let digitCounts = 3...16

  private let services: StationServices
  private let blind: any BlindWithholding
  private let consultations: Consultations

  init(_ services: StationServices, blind: any BlindWithholding, consultations: Consultations) {
    self.services = services
    self.blind = blind
    self.consultations = consultations
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("search", use: search)
  }

  @Sendable private func search(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let query = try QueryParameters(request, allowing: ["digits", "end", "limit"])
    guard let digits = try query.text("digits", limit: 40).map(Self.bare) else {
      throw Problem.parameter("digits", "is missing", cure: "Give the digits to search for.")
    }
    guard Self.digitCounts.contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else {
      throw Problem.parameter(
        "digits", "is not \(Self.digitCounts.lowerBound) to \(Self.digitCounts.upperBound) digits",
        cure: "Give the number's first digits, or with end=true its last.")
    }
    let end = try query.flag("end")
    let limit = try query.limit()
    let matches = try await matches(digits, end: end, limit: limit, person: person)
    let items = try await services.desk.answer { file in
      try matches.map { match in
        SearchItem(match, uploads: try file.uploads(ofPhoto: match.photo).map(\.name))
      }
    }
    // The log, too, would tell of a number that is withheld.
    try await consultations.note(
      "numbers.search", matter: "\(digits) \(end)", person: person,
      details: ["matches": .count(items.count)])
    return try JSONAnswer.response(
      SearchAnswer(items, withheld: try await blind.withheldCount(person: person)))
  }

  /// The numbers that fit, without those of photos that are kept from the person: a photo that is found by
  /// digits tells them.
  private func matches(
    _ digits: String, end: Bool, limit: Int, person: String
  ) async throws -> [NumberMatch] {
    var reach = limit
    var known: [String: Bool] = [:]
    while true {
      let found = try await services.desk.answer { [reach] file in
        try file.search(digits, end: end, limit: reach)
      }
      for photo in Set(found.map(\.photo)) where known[photo] == nil {
        known[photo] = try await blind.isWithheld(photo: photo, person: person)
      }
      let shown = found.filter { known[$0.photo] == false }
      // Those that are left out must not make others go missing either.
      if shown.count >= limit || found.count < reach { return Array(shown.prefix(limit)) }
      reach *= 4
    }
  }

  /// Digits without the separators that people type between them.
  private static func bare(_ text: String) -> String {
    text.filter { !" -/.".contains($0) }
  }
}
