internal import CaseFile
internal import Foundation
internal import HTTPTypes
internal import Hummingbird

/// Exhibits, their seals and what their photos say together.
struct ExhibitRoutes: Sendable {
  private let services: StationServices
  private let exhibits: ExhibitQuery
  private let consultations: Consultations

  init(_ services: StationServices, blind: (any BlindWithholding)? = nil) {
    self.services = services
    exhibits = ExhibitQuery(
      desk: services.desk, blind: blind ?? CaseBlindWithholding(services.desk))
    consultations = Consultations(services.desk)
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("exhibits", use: list)
    group.get("exhibits/{reference}", use: detail)
    group.post("exhibits", use: create)
    group.patch("exhibits/{reference}", use: change)
    group.post("exhibits/{reference}/seals", use: seal)
  }

  @Sendable private func list(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let query = try QueryParameters(
      request, allowing: QueryParameters.paging.union(["state"]))
    let page = try await exhibits.page(
      try query.choice("state", ExhibitAnswer.self), after: try query.cursor(of: "exhibits"),
      limit: try query.limit(), person: person)
    try await consultations.note("exhibits.list", person: person)
    return try JSONAnswer.response(page)
  }

  @Sendable private func detail(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let reference = try context.exhibitReference()
    _ = try QueryParameters(request, allowing: [])
    let detail = try await exhibits.detail(reference, person: person)
    try await consultations.note(
      "exhibit.look", subject: "exhibit:\(detail.summary.reference)", person: person)
    return try JSONAnswer.response(detail)
  }

  @Sendable private func create(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(ExhibitBody.self, from: request)
    // Refused before anything is written: exhibit and seal are two entries.
    if let seal = body.seal { try Self.check(seal: seal, as: "seal") }
    let reference = try await services.desk.answer { file in
      try Self.check(parent: body.parent, file)
      let added = try file.addExhibit(body.reference, details: body.details, person: person)
      if let seal = body.seal {
        try file.addSeal(BagSeal(number: seal), to: added.reference, person: person)
      }
      return added.reference
    }
    return try await answer(reference, person: person, status: .created)
  }

  @Sendable private func change(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let reference = try context.exhibitReference()
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(ExhibitChange.self, from: request)
    guard !body.isEmpty else {
      throw Problem(
        .badRequest, "nothingToChange", "The body names nothing to change.",
        cure: "Send at least one of \(ExhibitChange.members.sorted().joined(separator: ", ")).")
    }
    try await services.desk.answer { file in
      guard let known = try file.exhibit(reference) else {
        throw Problem.exhibitMissing(reference)
      }
      let details = body.applied(to: known.details)
      // What is known already is no change, and leaves no entry in the log.
      guard details != known.details else { return }
      try Self.check(parent: details.parent, file)
      try Self.check(parent: details.parent, of: known, file)
      try file.setExhibit(known.reference, details: details, person: person)
    }
    return try await answer(reference, person: person, status: .ok)
  }

  @Sendable private func seal(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let reference = try context.exhibitReference()
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(SealBody.self, from: request)
    try Self.check(seal: body.number, as: "number")
    try await services.desk.answer { file in
      try file.addSeal(
        BagSeal(number: body.number, from: body.appliedAt), to: reference, person: person)
    }
    return try await answer(reference, person: person, status: .created)
  }

  /// The exhibit as it is now.
  private func answer(
    _ reference: String, person: String, status: HTTPResponse.Status
  ) async throws -> Response {
    var headers = HTTPFields()
    if status == .created {
      headers[.location] = "/\(StationRouter.prefix)/exhibits/\(Self.encoded(reference))"
    }
    return try JSONAnswer.response(
      try await exhibits.detail(reference, person: person), status: status, headers: headers)
  }

  /// What the body names and the case lacks is no missing address: 404 would say that of the exhibit itself.
  private static func check(parent: String?, _ file: CaseFile) throws {
    guard let parent, try file.exhibit(parent) == nil else { return }
    throw Problem(
      .conflict, "parentMissing",
      "The case has no exhibit “\(parent.visible(limit: ExhibitLimits.reference))” to be a part of.",
      cure: "Add it first, or check the reference.")
  }

  /// An exhibit cannot be a part of itself, by any way; that is no fault of the text, but of what is known.
  private static func check(parent: String?, of exhibit: Exhibit, _ file: CaseFile) throws {
    var above = parent
    while let reference = above, let parent = try file.exhibit(reference) {
      guard parent.key != exhibit.key else {
        throw Problem(
          .conflict, "partOfItself",
          "Exhibit “\(exhibit.reference.visible(limit: ExhibitLimits.reference))” would be a part of itself.",
          cure: "Name the exhibit that it was taken out of.")
      }
      above = parent.details.parent
    }
  }

  private static func check(seal: String, as member: String) throws {
    let trimmed = seal.trimmingCharacters(in: .whitespacesAndNewlines)
    guard (1...ExhibitLimits.seal).contains(trimmed.unicodeScalars.count),
      !trimmed.hasControls
    else {
      throw Problem.member(
        member, "is no number of a bag",
        cure: "Give it as printed, at most \(ExhibitLimits.seal) characters.")
    }
  }

  private static func encoded(_ reference: String) -> String {
    reference.addingPercentEncoding(
      withAllowedCharacters: .alphanumerics.intersection(.urlPathAllowed)) ?? ""
  }
}
