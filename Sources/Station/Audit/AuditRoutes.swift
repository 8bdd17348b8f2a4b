internal import CaseFile
internal import Hummingbird

/// The log of the case, its head and whether it is whole; the people of the case.
struct AuditRoutes: Sendable {
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
    group.get("audit", use: list)
    group.get("audit/head", use: head)
    group.post("audit/verify", use: verify)
    group.get("operators", use: operators)
  }

  @Sendable private func list(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let asking = try context.requireOperator().person
    let query = try QueryParameters(
      request,
      allowing: QueryParameters.paging.union(["after", "kind", "person", "newest"]))
    let filter = EventFilter(
      kind: try query.text("kind", limit: 80), person: try query.text("person", limit: 200),
      isNewestFirst: try query.flag("newest"))
    let after = try query.whole("after", in: 0...Int.max).map(Int64.init)
    let list = filter.isNewestFirst ? "audit.newest" : "audit"
    let row = try query.cursor(of: list) == nil ? after : try query.row(of: list)
    let limit = try query.limit()
    try await consultations.note("audit.look", person: asking)
    let events = try await services.desk.answer {
      try $0.eventEntries(filter, after: row, limit: limit + 1)
    }
    let shown = events.prefix(limit)
    let next = events.count > limit ? shown.last.map { String($0.sequence) } : nil
    let covers = try await covers(of: shown, person: asking)
    return try JSONAnswer.response(
      Page(
        shown.map { AuditItem($0, $0.photo.flatMap { covers[$0] } ?? .none) },
        next: next.map { PageCursor(list: list, place: $0) }))
  }

  /// What covers the names of photos that events tell of. Whole numbers are in no event; a name may hold a
  /// part of one.
  private func covers(
    of events: some Sequence<EventEntry>, person: String
  ) async throws -> [String: NameCover] {
    let photos = Set(events.compactMap(\.photo))
    let known = try await services.desk.answer { file in
      try photos.filter { try file.photo($0) != nil }
    }
    return try await blind.covers(of: known, person: person, desk: services.desk)
  }

  @Sendable private func head(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    _ = try context.requireOperator()
    _ = try QueryParameters(request, allowing: [])
    guard let head = try await services.desk.answer({ try $0.auditHead() }) else {
      throw Problem(
        .notFound, "logEmpty", "The log has no events.", cure: "Run `imeikit audit verify`.")
    }
    return try JSONAnswer.response(HeadAnswer(head))
  }

  @Sendable private func verify(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    _ = try QueryParameters(request, allowing: [])
    let problems = try await services.auditVerifier()
    let head = try await services.desk.answer { file in
      let head = try file.auditHead()
      _ = try file.log([
        AuditEntry(
          act: .consultation, kind: "audit.verify", person: person,
          details: ["problems": .count(problems.count)])
      ])
      return head
    }
    return try JSONAnswer.response(
      VerifyAnswer(
        isWhole: problems.isEmpty, problems: problems.map { $0.visible(limit: 2_000) },
        events: head?.sequence ?? 0, head: head.map(HeadAnswer.init)))
  }

  @Sendable private func operators(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    _ = try context.requireOperator()
    _ = try QueryParameters(request, allowing: [])
    let people = try await services.desk.answer { try $0.operators() }
    return try JSONAnswer.response(Page(people.map(OperatorItem.init)))
  }
}
