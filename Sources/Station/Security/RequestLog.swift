internal import BlockList
internal import HTTPTypes
internal import Hummingbird
internal import Logging

/// One line for each request: never a token, never a query, never a number that could be an IMEI.
struct RequestLog: RouterMiddleware {
  typealias Context = StationContext

  let metrics: StationMetrics
  let logger: Logger

  func handle(
    _ request: Request, context: StationContext,
    next: (Request, StationContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    let response = try await next(request, context)
    metrics.answered(response.status.code)
    let milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    logger.info(
      "\(LogText.line(request.method.rawValue, limit: 16)) \(LogText.line(request.uri.path)) \(response.status.code) \(Int(milliseconds)) ms"
    )
    return response
  }
}

/// Text from outside as it may stand in a log.
enum LogText {
  /// The most digits in a row that are shown: an IMEI has one more.
  private static let mostDigits = 13

  /// `text` in one line, without control characters and long numbers.
  static func line(_ text: String, limit: Int = 200) -> String {
    var result = ""
    var digits = ""
    for character in VisibleText.escaping(text, limit: limit) {
      if character.isASCII, character.isNumber {
        digits.append(character)
        continue
      }
      result += shown(digits)
      digits = ""
      result.append(character)
    }
    return result + shown(digits)
  }

  private static func shown(_ digits: String) -> String {
    digits.count > mostDigits ? "[\(digits.count) digits]" : digits
  }
}
