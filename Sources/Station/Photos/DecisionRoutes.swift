internal import BlockList
internal import CaseFile
internal import Hummingbird
internal import IMEI

/// Decisions for pipelines: the rules are those of the review page.
struct DecisionRoutes: Sendable {
  /// What was recorded, and where the number stands then.
  struct Decided: Codable, Sendable {
    /// The event's sequence number.
    var event: Int64
    /// How far the number is.
    var phase: String
  }

  /// What was recorded.
  struct Recorded: Codable, Sendable {
    /// The event's sequence number.
    var event: Int64
  }

  private let services: StationServices
  private let blind: any BlindWithholding
  private let lists: ListDesk

  init(_ services: StationServices, blind: any BlindWithholding) {
    self.services = services
    self.blind = blind
    lists = ListDesk(path: services.listStorePath)
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("decisions", use: list)
    group.post("photos/{sha256}/decisions", use: decide)
    group.post("photos/{sha256}/exhibit", use: assign)
    group.post("decisions/{event}/undo", use: undo)
  }

  @Sendable private func list(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let query = try QueryParameters(request, allowing: ["photo"])
    guard let photo = try query.text("photo", limit: 64)?.lowercased() else {
      throw Problem.parameter("photo", "is missing", cure: "Give the photo's SHA-256.")
    }
    guard photo.utf8.count == 64, photo.allSatisfy(\.isHexDigit) else {
      throw Problem.parameter("photo", "is no SHA-256", cure: "Give 64 hexadecimal digits.")
    }
    guard try await services.desk.answer({ try $0.photo(photo) }) != nil else {
      throw Problem.photoMissing
    }
    guard try await blind.withholding(photo: photo, person: person) < .standing else {
      return try JSONAnswer.response(Page<HistoryItem>([]))
    }
    let items = try await services.desk.answer { file in
      try file.history(ofPhoto: photo).filter { $0.kind.hasPrefix("decision.") }
        .map(HistoryItem.init)
    }
    return try JSONAnswer.response(Page(items))
  }

  @Sendable private func decide(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let sha256 = try context.photoDigest()
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(DecisionBody.self, from: request)
    var decision = try body.decision(on: sha256)
    if let imei = body.imei.flatMap({ IdentifierInput.parse($0).imei }) {
      decision.answer = try await lists.answer(to: imei)
    }
    let decided = try await services.desk.answer { [decision] file in
      let event = try file.decide(decision, person: person)
      let number = try file.standing(of: sha256).numbers.first { $0.subject == decision.subject }
      return Decided(
        event: event.sequence, phase: (number?.state.phase ?? .open).rawValue)
    }
    try services.announce(photo: sha256)
    return try JSONAnswer.response(decided, status: .created)
  }

  @Sendable private func assign(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let sha256 = try context.photoDigest()
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(AssignmentBody.self, from: request)
    let event = try await services.desk.answer { file in
      try file.decideExhibit(of: sha256, is: body.exhibit, note: body.note, person: person)
    }
    try services.announce(photo: sha256)
    return try JSONAnswer.response(Recorded(event: event.sequence))
  }

  @Sendable private func undo(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let sequence = try context.number("event", in: 1...Int64.max)
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(NoteBody.self, from: request, emptyText: "{}")
    let event = try await services.desk.answer { file in
      try file.undo(event: sequence, note: body.note, person: person)
    }
    if case .text(let photo)? = event.entry.details["photo"] {
      try services.announce(photo: photo)
    }
    return try JSONAnswer.response(Recorded(event: event.sequence), status: .created)
  }
}
