internal import CaseFile
internal import Hummingbird
internal import Intake

/// What a person has to look at.
struct FindingRoutes: Sendable {
  private struct Count: Encodable {
    let count: Int
  }

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
    group.get("findings", use: list)
    group.post("findings/{id}/acknowledge", use: acknowledge)
  }

  @Sendable private func list(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let query = try QueryParameters(
      request, allowing: QueryParameters.paging.union(["all", "severity"]))
    let all = try query.flag("all")
    let severity = try query.choice("severity", Finding.Severity.self)
    let row = try query.row(of: "findings")
    let limit = try query.limit()
    var (found, known) = try await services.desk.answer { file in
      let kept = try file.findings(all: all).lazy.filter { kept in
        kept.id > row && (severity.map { kept.finding.severity == $0.rawValue } ?? true)
      }
      let found = Array(kept.prefix(limit + 1))
      return (found, try FindingSubjects(found.prefix(limit), in: file))
    }
    known.covers = try await blind.covers(
      of: known.all, person: person, desk: services.desk, cover: WithheldDigits.cover)
    let withheld = WithheldDigits(try await blind.withheldNumbers(person: person))
    try await consultations.note("findings.list", person: person)
    let shown = found.prefix(limit)
    let next = found.count > limit ? shown.last.map { String($0.id) } : nil
    return try JSONAnswer.response(
      Page(
        shown.map { [known] in FindingItem($0, known: known, withheld: withheld) },
        next: next.map { PageCursor(list: "findings", place: $0) }))
  }

  @Sendable private func acknowledge(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let id = try context.number("id", in: 1...Int64.max)
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(NoteBody.self, from: request, emptyText: "{}")
    let open = try await services.desk.answer { file in
      try file.acknowledge(finding: id, note: body.note, person: person)
      return try file.findings(all: false).count
    }
    services.events.publish(
      StationEvent(
        name: "finding",
        json: String(decoding: try JSONAnswer.data(Count(count: open)), as: UTF8.self)))
    return Response(status: .noContent)
  }
}
