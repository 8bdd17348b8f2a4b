internal import HTTPTypes
internal import Hummingbird

/// Numbers that people decide on.
struct ReviewRoutes {
  /// The most items that are handed out at once.
  static let mostItems = 8
  /// The most items that one request names.
  static let mostNamed = 200
  /// The longest name of an item or sheet, in bytes.
  private static let longestName = 64

  private let review: ReviewDesk

  init(_ services: StationServices) {
    review = services.review
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    let group = group.group("review")
    group.get(use: overview)
    group.post("next", use: next)
    group.get("items/{item}", use: item)
    group.post("items/{item}", use: decide)
    group.post("undo", use: undo)
    group.post("release", use: release)
    group.get("sheets", use: sheets)
    group.get("sheets/{sheet}", use: sheet)
    group.post("sheets/{sheet}", use: takeBack)
  }

  @Sendable private func overview(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    _ = try QueryParameters(request, allowing: [])
    return try JSONAnswer.response(try await review.overview(for: session))
  }

  @Sendable private func next(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let body = try await RequestBody.decode(ReviewNextBody.self, from: request, emptyText: "{}")
    let count = body.count ?? 1
    guard (1...Self.mostItems).contains(count) else {
      throw Problem(
        .badRequest, "badCount", "\(count) items cannot be fetched at once.",
        cure: "Ask for 1 to \(Self.mostItems).")
    }
    let kept = try Self.named(body.skip ?? [])
    let items = try await review.next(
      ReviewDesk.Request(count: count, kinds: body.kinds.map(Set.init), keeping: kept),
      for: session)
    return try JSONAnswer.response(ReviewItems(items: items))
  }

  @Sendable private func item(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    _ = try QueryParameters(request, allowing: [])
    let id = try Self.name(context.parameters.get("item"))
    return try JSONAnswer.response(try await review.item(id, for: session))
  }

  @Sendable private func decide(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let id = try Self.name(context.parameters.get("item"))
    let body = try await RequestBody.decode(ReviewSubmission.self, from: request)
    return try JSONAnswer.response(try await review.decide(id, body, for: session))
  }

  @Sendable private func undo(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let body = try await RequestBody.decode(ReviewUndoBody.self, from: request, emptyText: "{}")
    return try JSONAnswer.response(
      try await review.undo(event: body.event, note: body.note, for: session))
  }

  @Sendable private func release(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let body = try await RequestBody.decode(ReviewReleaseBody.self, from: request)
    await review.release(try Self.named(body.items), for: session)
    return Response(status: .noContent)
  }

  @Sendable private func sheets(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    _ = try QueryParameters(request, allowing: [])
    return try JSONAnswer.response(
      DigitSheetCounts(items: try await review.sheetCounts(for: session)))
  }

  @Sendable private func sheet(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    guard let digit = Int(context.parameters.get("sheet") ?? ""), (0...9).contains(digit) else {
      throw Problem(
        .badRequest, "badDigit", "There are sheets of single digits only.", cure: "Ask for 0 to 9.")
    }
    let parameters = try QueryParameters(request, allowing: ["limit"])
    let limit = try parameters.whole("limit", in: 1...DigitSheetTicket.mostGlyphs)
    return try JSONAnswer.response(
      try await review.sheet(
        of: digit, limit: limit ?? DigitSheetTicket.mostGlyphs, for: session))
  }

  @Sendable private func takeBack(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    let id = try Self.name(context.parameters.get("sheet"))
    let body = try await RequestBody.decode(DigitSheetSubmission.self, from: request)
    guard body.struck.count + body.confirmed.count <= DigitSheetTicket.mostGlyphs else {
      throw Problem(
        .badRequest, "tooManyGlyphs", "No sheet has so many glyphs.",
        cure: "Name glyphs of this sheet only.")
    }
    return try JSONAnswer.response(try await review.takeBack(id, body, for: session))
  }

  /// Items that are named; a name that can be none is passed over, as one that is not known is.
  private static func named(_ ids: [String]) throws -> [String] {
    guard ids.count <= mostNamed else {
      throw Problem(
        .badRequest, "tooManyItems", "More than \(mostNamed) items are named.",
        cure: "Name fewer at once.")
    }
    return ids.filter { (1...longestName).contains($0.utf8.count) }
  }

  private static func name(_ text: String?) throws -> String {
    guard let text, (1...longestName).contains(text.utf8.count) else { throw Problem.unknownItem }
    return text
  }
}
