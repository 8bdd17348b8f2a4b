internal import CaseFile
internal import HTTPTypes
internal import Hummingbird

/// The pages.
struct PageRoutes {
  private struct Page: Sendable {
    let path: String
    let name: String
    let title: String
  }

  private static let pages = [
    Page(path: "haul", name: "haul", title: "Haul"),
    Page(path: "drop", name: "drop", title: "Drop photos"),
    Page(path: "review", name: "review", title: "Review"),
    Page(path: "sheets", name: "sheets", title: "Digit sheets"),
    Page(path: "exhibits", name: "exhibits", title: "Exhibits"),
    Page(path: "exhibits/:reference", name: "exhibit", title: "Exhibit"),
    Page(path: "photos/:sha256", name: "photo", title: "Photo"),
    Page(path: "findings", name: "findings", title: "Findings"),
    Page(path: "lists", name: "lists", title: "Lists"),
    Page(path: "audit", name: "audit", title: "Audit"),
    Page(path: "settings", name: "settings", title: "Settings"),
    Page(path: "login", name: "login", title: "Log in"),
  ]

  private let services: StationServices
  private let files: [String: StationFiles.File]

  init(_ services: StationServices, files: [String: StationFiles.File] = StationFiles.all) {
    self.services = services
    self.files = files
  }

  /// Adds the routes.
  func add(to router: Router<StationContext>) {
    // A template that cannot be read is a fault of the build; each page then says so.
    let templates = Result { try PageTemplates(files: files) }
    router.get("/") { _, _ in Response(status: .seeOther, headers: [.location: "/haul"]) }
    for page in Self.pages {
      router.get(RouterPath(page.path)) { _, context in
        try await answer(page, try templates.get(), context)
      }
    }
  }

  private func answer(
    _ page: Page, _ templates: PageTemplates, _ context: StationContext
  ) async throws -> Response {
    let session = context.session
    let status = session == nil ? nil : try await services.desk.use { try $0.status() }
    let text = templates.render(
      PageContext(
        title: page.title, page: page.name, caseReference: status?.details.reference ?? "",
        urn: status?.details.uniqueReferenceNumber, person: session?.person,
        role: session?.role.rawValue, version: services.version,
        isClosed: status?.closedAt != nil))
    guard let text else {
      throw Problem(.internalServerError, "templateMissing", "The page has no template.")
    }
    return Response(
      status: .ok, headers: [.contentType: "text/html; charset=utf-8"],
      body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }
}
