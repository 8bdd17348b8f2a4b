internal import Foundation

/// Turns a register's HTTP response into an answer; whatever is not plainly one is “not checked”.
enum ResponseReader {
  static func answer(http: Int, contentType: String?, body: Data) -> RegisterAnswer {
    switch http {
    case 200:
      guard let data = try? JSONDecoder().decode(EirResponseData.self, from: body) else {
        return .unusable(http: http, "the response is not one of an equipment identity register")
      }
      return .listed(data.status, http: http)
    case 404:
      guard let problem = problem(contentType, body), saysUnknown(problem, contentType) else {
        return .unusable(
          http: http, "nothing at the address says that it knows no such equipment",
          problem: self.problem(contentType, body))
      }
      return .unknown(problem, http: http)
    case 300..<400:
      return .unusable(
        http: http, "the register sends elsewhere, which would disclose the question to another")
    default:
      return .unusable(
        http: http, "the register did not answer", problem: problem(contentType, body))
    }
  }

  /// Whether a 404 speaks of the equipment and not of the address: by its cause, or by being problem
  /// details without one. Any other web server says 404 too.
  private static func saysUnknown(_ problem: ProblemDetails, _ contentType: String?) -> Bool {
    guard let cause = problem.cause else {
      return mediaType(contentType) == EquipmentStatusAPI.problemJSON
    }
    return cause == ProblemCause.equipmentUnknown.rawValue
  }

  private static func problem(_ contentType: String?, _ body: Data) -> ProblemDetails? {
    let type = mediaType(contentType)
    guard type == EquipmentStatusAPI.problemJSON || type == EquipmentStatusAPI.json else {
      return nil
    }
    return try? JSONDecoder().decode(ProblemDetails.self, from: body)
  }

  private static func mediaType(_ header: String?) -> String {
    let type = header?.split(separator: ";").first ?? ""
    return type.filter { $0 != " " && $0 != "\t" }.lowercased()
  }
}
