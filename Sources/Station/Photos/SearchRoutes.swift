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
    let matches = try await services.desk.answer { file in
      try file.search(digits, end: end, limit: limit).map { match in
        (match, try file.uploads(ofPhoto: match.photo).map(\.name))
      }
    }
    try await consultations.note(
      "numbers.search", matter: "\(digits) \(end)", person: person,
      details: ["matches": .count(matches.count)])
    let withheld = try await blind.withheld(among: matches.map(\.0.photo), person: person)
    return try JSONAnswer.response(
      Page(
        matches.map { match, uploads in
          SearchItem(match, uploads: uploads, isWithheld: withheld.contains(match.photo))
        }))
  }

  /// Digits without the separators that people type between them.
  private static func bare(_ text: String) -> String {
    text.filter { !" -/.".contains($0) }
  }
}
