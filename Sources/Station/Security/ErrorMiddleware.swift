internal import HTTPTypes
internal import Hummingbird
internal import Intake
internal import Logging
internal import NIOCore
internal import NIOHTTP1

/// Answers every error with a problem that says what to do, and none with what is nobody's business.
struct ErrorMiddleware: RouterMiddleware {
  typealias Context = StationContext

  let routes: RouteTable
  let logger: Logger

  func handle(
    _ request: Request, context: StationContext,
    next: (Request, StationContext) async throws -> Response
  ) async throws -> Response {
    do {
      return try await next(request, context)
    } catch let error as HTTPParserError {
      // The connection cannot be read any further; the server closes it.
      throw error
    } catch {
      let problem = problem(error, request)
      if problem.status.code >= 500 { log(error, request) }
      return try problem.shown.response(from: request, context: context)
    }
  }

  private func problem(_ error: any Error, _ request: Request) -> Problem {
    switch error {
    case let error as IntakeError: Problem(error)
    case let error as HTTPError where error.status == .notFound: missing(request)
    case let error as HTTPError: Problem(refusal: error.status)
    case is NIOTooManyBytesError: Problem(refusal: .contentTooLarge)
    case is DecodingError: Problem(refusal: .badRequest)
    default: Problem.of(error) ?? .internalFailure
    }
  }

  private func missing(_ request: Request) -> Problem {
    let methods = routes.methods(of: request.uri.path)
    guard !methods.isEmpty, !methods.contains(request.method) else {
      return Problem(.notFound, "noSuchAddress", "There is nothing at this address.")
    }
    let names = methods.map(\.rawValue).joined(separator: ", ")
    return Problem(
      .methodNotAllowed, "methodNotAllowed", "This address does not take that method.",
      cure: "Use one of \(names).", headers: [.allow: names])
  }

  private func log(_ error: any Error, _ request: Request) {
    let text = (error as? Problem).map { "\($0.code): \($0.detail)" } ?? "\(error)"
    logger.error(
      "\(LogText.line(request.method.rawValue, limit: 16)) \(LogText.line(request.uri.path)): \(LogText.line(text, limit: 500))"
    )
  }
}
