internal import CaseFile
internal import Hummingbird
internal import Intake

/// Photos: lists, single ones, pictures, crops, search, decisions.
struct PhotoRoutes: Sendable {
  private let services: StationServices
  private let blind: any BlindWithholding
  private let consultations: Consultations

  init(_ services: StationServices, blind: (any BlindWithholding)? = nil) {
    self.services = services
    self.blind = blind ?? CaseBlindWithholding(services.desk)
    consultations = Consultations(services.desk)
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("photos", use: list)
    group.get("photos/{sha256}", use: detail)
    PictureRoutes(services, consultations: consultations).add(to: group)
    SearchRoutes(services, blind: blind, consultations: consultations).add(to: group)
    DecisionRoutes(services, blind: blind).add(to: group)
  }

  @Sendable private func list(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let query = try QueryParameters(
      request,
      allowing: QueryParameters.paging.union([
        "status", "flagged", "exhibit", "withoutExhibit", "duplicates", "name",
      ]))
    var filter = PhotoFilter()
    filter.status = try query.choice("status", PhotoStatusFilter.self)?.rawValue
    filter.flaggedOnly = try query.flag("flagged")
    filter.exhibit = try query.text("exhibit", limit: ExhibitLimits.reference)
    filter.withoutExhibit = try query.flag("withoutExhibit")
    filter.duplicatesOnly = try query.flag("duplicates")
    filter.nameContains = try query.text("name", limit: 200)
    let page = try await PhotoQuery(desk: services.desk, blind: blind).page(
      filter, after: try query.row(of: "photos"), limit: try query.limit(), person: person)
    try await consultations.note("photos.list", person: person)
    return try JSONAnswer.response(page)
  }

  @Sendable private func detail(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let person = session.person
    let sha256 = try context.photoDigest()
    let query = try QueryParameters(request, allowing: ["reveal"])
    let reveals = try query.flag("reveal")
    guard let photo = try await services.desk.answer({ try $0.photo(sha256) }) else {
      throw Problem.photoMissing
    }
    try await consultations.note("photo.look", subject: "photo:\(sha256)", person: person)
    if reveals { try await blind.reveal(photo: sha256, person: person) }
    let withholding = try await blind.withholding(photo: sha256, person: person)
    let detail = try await services.desk.answer { file in
      let kept = try file.resultInForce(of: sha256)
      return PhotoDetail(
        try PhotoFacts(photo, in: file), result: try kept.flatMap { try Self.result($0) },
        history: try file.history(ofPhoto: sha256).map(HistoryItem.init),
        assignments: try file.assignments(of: sha256), withholding,
        for: Reviewer(person: person, role: session.role))
    }
    return try JSONAnswer.response(detail)
  }

  /// The result as it was recorded; nil once the case's content was erased.
  private static func result(_ kept: KeptResult) throws -> PhotoResult? {
    guard !kept.json.isEmpty else { return nil }
    do {
      return try PhotoResult(json: kept.current.utf8)
    } catch {
      throw Problem(
        .internalServerError, "badResult", "The result of photo \(kept.photo) cannot be read.",
        cure: "Check the case: `imeikit audit verify`.")
    }
  }
}
