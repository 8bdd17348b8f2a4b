public import EquipmentRegister
internal import HTTPTypes
public import Hummingbird

/// Mounts the register's answers in a router: takes what is below `/n5g-eir-eic/`, passes the rest on.
///
/// A middleware and not routes, so that a method or path that the standard does not have is answered in
/// the standard's way too.
public struct EquipmentStatusMiddleware<Source: EquipmentStatusSource, Context: RequestContext>:
  RouterMiddleware
{
  private let responder: EquipmentStatusResponder<Source>

  /// A middleware that answers with `responder`.
  public init(_ responder: EquipmentStatusResponder<Source>, context: Context.Type = Context.self) {
    self.responder = responder
  }

  /// Answers what is the register's.
  public func handle(
    _ request: Request, context: Context,
    next: (Request, Context) async throws -> Response
  ) async throws -> Response {
    let target = request.head.path ?? "/"
    guard responder.serves(target) else { return try await next(request, context) }
    return Self.response(
      await responder.respond(
        to: EquipmentStatusRequest(
          method: request.method.rawValue, target: target, accept: request.headers[.accept])),
      isHead: request.method == .head)
  }

  /// An answer as the server sends it; HEAD gets the headers of GET and no body.
  static func response(_ answer: EquipmentStatusResponse, isHead: Bool) -> Response {
    var headers = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { headers[name] = value }
    }
    let body: ResponseBody =
      isHead
      ? ResponseBody(contentLength: answer.body.count) { try await $0.finish(nil) }
      : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body))
    return Response(status: .init(code: answer.status), headers: headers, body: body)
  }
}
