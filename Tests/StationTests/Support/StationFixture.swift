import CaseFile
import Foundation
import HTTPTypes
import Hummingbird
import Intake
import Logging
import NIOCore
import NIOEmbedded

@testable import Station

/// A station over a new case in a folder of its own, which goes with it. Answers without a socket.
final class StationFixture: Sendable {
  /// The folder that all of it lies in.
  let folder: String
  /// The case's path.
  let path: String
  /// What the routes work with.
  let services: StationServices
  private let responder: RouterResponder<StationContext>

  /// The port that clients believe they talk to.
  static let port = 8512

  /// - Parameter change: a last change of the services, before the router is built.
  init(
    reference: String = "OP HERON/12", lists: String? = nil,
    change: (inout StationServices) throws -> Void = { _ in }
  ) throws {
    folder = FileManager.default.temporaryDirectory.path + "/station-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    path = folder + "/haul.case"
    let file = try CaseFile.create(
      at: path, details: CaseDetails(reference: reference),
      session: CaseSession(person: "system", program: "imeikit 0.6.0", machine: "desk1"))
    var services = StationServices(
      desk: CaseDesk(file), events: EventHub(), listStorePath: { lists },
      newListStorePath: folder + "/lists.sqlite",
      originals: try OriginalStore(PhotoPath(folder + "/originals")),
      previews: { _, _ in throw Problem(.notFound, "noPreview", "There is no preview here.") },
      auditVerifier: { [] }, version: "0.6.0",
      hosts: AllowedHosts(port: Self.port))
    services.logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    try change(&services)
    self.services = services
    responder = StationRouter.build(services).buildResponder()
  }

  deinit {
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// Somebody who is not logged in, asking as a page of the station would.
  var stranger: StationVisitor { StationVisitor(station: self, person: "", headers: Self.page) }

  /// Makes a person known to the case and gives a token; the person's former ones are withdrawn by it.
  func token(_ name: String, role: OperatorRole = .reader) async throws -> String {
    try await services.desk.use { file in
      if try !file.operators().contains(where: { $0.name == name }) {
        try file.addOperator(name: name, role: role)
      }
      return try file.issueToken(for: name).secret
    }
  }

  /// Somebody who is logged in by cookie; makes the person known to the case first.
  func logIn(_ name: String, role: OperatorRole = .reader) async throws -> StationVisitor {
    let digest = OperatorToken.digest(of: try await token(name, role: role))
    let known = try await services.desk.use { try $0.findOperator(name) }
    let secret = services.sessions.open(for: known, token: digest).secret
    var headers = Self.page
    headers[.cookie] = "imeikit_session=\(secret)"
    return StationVisitor(station: self, person: known.person, headers: headers)
  }

  /// A program that sends a token along.
  func program(_ name: String, role: OperatorRole = .reader) async throws -> StationVisitor {
    let token = try await token(name, role: role)
    var headers = HTTPFields()
    headers[.authorization] = "Bearer \(token)"
    return StationVisitor(station: self, person: name, headers: headers)
  }

  /// Asks the station. `headers` are all there are; `Host` is the station's unless `host` is another.
  func ask(
    _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = [],
    host: String? = "127.0.0.1:\(port)"
  ) async throws -> StationAnswer {
    let request = Request(
      head: HTTPRequest(
        method: method, scheme: "http", authority: host, path: path, headerFields: headers),
      body: RequestBody(buffer: ByteBuffer(bytes: body)))
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    logger[metadataKey: "hb.request.id"] = "1"
    let context = StationContext(source: .init(channel: NIOAsyncTestingChannel(), logger: logger))
    let response = try await responder.respond(to: request, context: context)
    let collected = CollectedBody()
    try await response.body.write(CollectingWriter(body: collected))
    return StationAnswer(
      status: response.status.code, headers: response.headers, bytes: collected.bytes)
  }

  private static var page: HTTPFields {
    [.origin: "http://127.0.0.1:\(port)"]
  }
}
