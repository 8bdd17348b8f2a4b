internal import BlockList
internal import CaseFile
internal import Hummingbird
internal import IMEI

/// Checks numbers against the block lists.
struct CheckRoutes: Sendable {
  private static let bodyLimit = 8 << 20

  private let services: StationServices
  private let desk: ListDesk

  init(_ services: StationServices, lists: ListDesk) {
    self.services = services
    desk = lists
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.post("check", use: check)
  }

  @Sendable private func check(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    _ = try QueryParameters(request, allowing: [])
    let body = try await RequestBody.decode(
      CheckBody.self, from: request, limit: Self.bodyLimit)
    let inputs = body.imeis.enumerated().map { line, text in
      ListedInput(line: line + 1, text: text, outcome: IdentifierInput.parse(text))
    }
    let checked = try await desk.check(inputs)
    let lists = checked.first { !$0.answer.lists.isEmpty }?.answer.lists ?? []
    let entry = AuditEntry(
      act: .combination, kind: "numbers.check", person: person, subject: nil,
      details: [
        "count": .count(checked.count),
        "flagged": .count(checked.count { $0.answer.state == .flagged }),
        "lists": .texts(lists.map { "\($0.name.visible()) \($0.date) \($0.sha256)" }),
      ])
    _ = try await services.desk.answer { try $0.log([entry]) }
    return try JSONAnswer.response(Page(checked.map(CheckItem.init)))
  }
}
