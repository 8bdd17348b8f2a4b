internal import BlockList
internal import CaseFile
internal import HTTPTypes
internal import Hummingbird
internal import Synchronization

/// Block lists: what is loaded, import, and checking numbers against them.
struct ListRoutes: Sendable {
  private let services: StationServices
  private let desk: ListDesk
  private let imports = ImportTurn()

  init(_ services: StationServices) {
    self.services = services
    desk = ListDesk(path: services.listStorePath)
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.get("lists", use: list)
    group.post("lists", use: take)
    CheckRoutes(services, lists: desk).add(to: group)
  }

  @Sendable private func list(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    _ = try context.requireOperator()
    _ = try QueryParameters(request, allowing: [])
    let (inForce, former) = try await desk.everyList()
    return try JSONAnswer.response(
      Page(
        inForce.map { ListItem($0, isInForce: true) }
          + former.map { ListItem($0, isInForce: false) }))
  }

  @Sendable private func take(_ request: Request, _ context: StationContext) async throws
    -> Response
  {
    let session = try context.requireOperator()
    try session.require(.officerInCharge)
    let plan = try ListImportPlan(
      try QueryParameters(request, allowing: ListImportPlan.parameters))
    guard ListType(header: request.headers[.contentType]) != nil else {
      throw Problem(
        .unsupportedMediaType, "notAList", "The body is not declared as a list file.",
        cure: "Send it as \(ListType.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    try request.requireLength(atMost: ListImportPlan.mostBytes, or: Self.tooLarge)
    guard imports.begin() else {
      throw Problem(
        .conflict, "importRunning", "Another list is being imported.",
        cure: "Wait until it is done.", headers: [.retryAfter: "10"])
    }
    defer { imports.end() }
    let report = try await imported(request, plan)
    try await log(report, plan, person: session.person)
    services.recheck.start(person: session.person)
    return try JSONAnswer.response(
      ImportAnswer(report), status: report.outcome == .unchanged ? .ok : .created)
  }

  private func imported(_ request: Request, _ plan: ListImportPlan) async throws -> ImportReport {
    let spool = ListSpool()
    try await spool.open(beside: services.newListStorePath)
    var size = 0
    for try await chunk in request.body {
      size += chunk.readableBytes
      guard size <= ListImportPlan.mostBytes else { throw Self.tooLarge }
      try await spool.append(Array(chunk.readableBytesView))
    }
    return try await spool.imported(as: plan.file, into: services.newListStorePath, plan)
  }

  private func log(_ report: ImportReport, _ plan: ListImportPlan, person: String) async throws {
    let list = report.info.list
    let entry = AuditEntry(
      act: .collection, kind: "list.import", person: person,
      subject: "list:\(list.name.visible())",
      details: [
        "name": .text(list.name.visible()), "date": .text(list.date.description),
        "sha256": .text(list.sha256), "kind": .text(list.kind.rawValue),
        "outcome": .text(report.outcome.rawValue), "entries": .count(report.info.total),
        "rejected": .count(report.info.counts.refused),
        "allowed": .texts(report.info.overrides.map(\.name.rawValue)),
      ])
    _ = try await services.desk.answer { try $0.log([entry]) }
  }

  private static var tooLarge: Problem {
    Problem(
      .contentTooLarge, "listTooLarge",
      "The list file is larger than \(ListImportPlan.mostBytes) bytes.",
      cure: "Import it with `imeikit blocklist import`.")
  }
}

/// One import at a time: each may fill the disk with its file.
private final class ImportTurn: Sendable {
  private let isTaken = Mutex(false)

  func begin() -> Bool {
    isTaken.withLock { isTaken in
      guard !isTaken else { return false }
      isTaken = true
      return true
    }
  }

  func end() { isTaken.withLock { $0 = false } }
}
