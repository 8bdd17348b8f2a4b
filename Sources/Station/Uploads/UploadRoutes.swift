internal import CaseFile
internal import Hummingbird
internal import Intake

/// Photos that are sent to the station.
struct UploadRoutes {
  /// The longest that an answer is waited for, in seconds.
  private static let longestWait = 30
  private static let list = "uploads"

  private let services: StationServices
  private let blind: any BlindWithholding
  private var uploads: UploadDesk { services.uploads }

  init(_ services: StationServices, blind: (any BlindWithholding)? = nil) {
    self.services = services
    self.blind = blind ?? CaseBlindWithholding(services.desk)
  }

  /// Adds the routes.
  func add(to group: RouterGroup<StationContext>) {
    group.post("photos", use: receive)
    group.get("uploads", use: list)
    group.get("uploads/{id}", use: one)
  }

  /// Takes photos; when it has answered, they are on the disk and logged.
  @Sendable private func receive(_ request: Request, context: StationContext) async throws
    -> Response
  {
    let person = try context.requireOperator().person
    let head = try UploadHead(request)
    let reader = UploadReader(uploads)
    let received: ReceivedUploads
    switch head.form {
    case .single(let name):
      received = try await reader.single(request, name: name, exhibits: head.exhibits)
    case .multipart(let boundary):
      received = try await reader.multipart(request, boundary: boundary, exhibits: head.exhibits)
    }
    guard !received.kept.isEmpty else { throw Problem.nothingTaken(received.refused) }
    let records = try await uploads.record(received, key: head.key, person: person)
    services.events.noteHaulChange()
    return try JSONAnswer.response(
      UploadsAnswer(records, refused: received.refused), status: .accepted)
  }

  @Sendable private func list(_ request: Request, context: StationContext) async throws -> Response
  {
    let person = try context.requireOperator().person
    let parameters = try QueryParameters(
      request, allowing: QueryParameters.paging.union(["state"]))
    let state = try parameters.choice("state", UploadState.self)
    let limit = try parameters.limit()
    let row = try parameters.row(of: Self.list)
    let records = try await services.desk.answer {
      try $0.uploads(state: state, after: row, limit: limit + 1)
    }
    let page = records.prefix(limit)
    let next = records.count > limit ? page.last : nil
    let covers = try await blind.covers(
      of: page.filter { $0.state == .read }.map(\.sha256), person: person, desk: services.desk)
    return try JSONAnswer.response(
      Page(
        page.map { UploadItem($0, covers[$0.sha256] ?? .none) },
        next: next.map { PageCursor(list: Self.list, place: String($0.row)) }))
  }

  /// One upload; waits for its result when it is asked to.
  @Sendable private func one(_ request: Request, context: StationContext) async throws -> Response {
    let person = try context.requireOperator().person
    let parameters = try QueryParameters(request, allowing: ["wait"])
    let seconds = try parameters.whole("wait", in: 0...Self.longestWait) ?? 0
    let id = context.parameters.get("id") ?? ""
    let notice = uploads.notices.listen(to: .upload(id))
    var detail = try await detail(of: id, for: person)
    if detail.isWaiting, seconds > 0 {
      await UploadNotices.wait(for: notice, atMost: .seconds(seconds))
      detail = try await self.detail(of: id, for: person)
    }
    return try JSONAnswer.response(detail)
  }

  private func detail(of id: String, for person: String) async throws -> UploadDetail {
    guard let upload = try await services.desk.answer({ try $0.upload(id) }) else {
      throw Problem(
        .notFound, "itemMissing", "There is no upload “\(id.visible(limit: 60))”.",
        cure: "Take the id from the answer to the upload, or list them by GET /api/v1/uploads.")
    }
    let withholding =
      upload.state == .read
      ? try await blind.withholding(photo: upload.sha256, person: person) : .nothing
    return try await services.desk.answer { try Self.detail(of: upload, withholding, $0) }
  }

  private static func detail(
    of upload: UploadRecord, _ withholding: Withholding, _ file: CaseFile
  ) throws -> UploadDetail {
    guard upload.state != .waiting, let photo = try file.photo(upload.sha256) else {
      return UploadDetail(upload, photo: nil, refusal: nil)
    }
    var refusal: PhotoResult?
    if upload.state == .refused, let stored = try file.resultInForce(of: upload.sha256),
      !stored.json.isEmpty
    {
      refusal = try PhotoResult(json: stored.json.utf8)
    }
    let cover = withholding.isWithheld ? NameCover(try file.standing(of: upload.sha256)) : .none
    return UploadDetail(upload, photo: photo, refusal: refusal, withholding, cover)
  }
}

extension Problem {
  private static let mostNamed = 5

  /// The problem of a request of which nothing was taken.
  fileprivate static func nothingTaken(_ refused: [RefusedUpload]) -> Problem {
    guard let first = refused.first else {
      return Problem(
        .badRequest, "nothingSent", "The request brings no file.",
        cure: "Send a picture as the body, or files as multipart/form-data.")
    }
    let isTooLarge = refused.allSatisfy(\.refusal.isTooLarge)
    let sentences = refused.prefix(mostNamed).map { file in
      let name = UploadItem.shown(file.name)
      return name.isEmpty ? file.refusal.reason : "“\(name.prefix(120))”: \(file.refusal.reason)"
    }
    let more = refused.count > mostNamed ? " And \(refused.count - mostNamed) more." : ""
    return Problem(
      isTooLarge ? .contentTooLarge : .unsupportedMediaType,
      isTooLarge ? "fileTooLarge" : "notTaken", sentences.joined(separator: " ") + more,
      cure: first.refusal.cure)
  }
}
