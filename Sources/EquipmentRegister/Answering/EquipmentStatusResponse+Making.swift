internal import Foundation

extension EquipmentStatusResponse {
  /// The answer that a list has the equipment.
  static func status(_ status: EquipmentStatus) -> EquipmentStatusResponse {
    make(200, EquipmentStatusAPI.json, EirResponseData(status: status))
  }

  /// The answer that no list has it.
  static var unknownEquipment: EquipmentStatusResponse {
    problem(
      404, "Not Found", detail: "The equipment is on no list.", cause: .equipmentUnknown)
  }

  /// The answer to a query that cannot be used.
  static func problem(_ refusal: EquipmentStatusQuery.Refusal) -> EquipmentStatusResponse {
    problem(
      400, "Bad Request", detail: nil, cause: refusal.cause,
      invalidParams: [.init(param: refusal.parameter ?? "query", reason: refusal.reason)])
  }

  /// An answer with problem details.
  static func problem(
    _ status: Int, _ title: String, detail: String?, cause: ProblemCause? = nil,
    invalidParams: [ProblemDetails.InvalidParameter]? = nil,
    headers: [(name: String, value: String)] = []
  ) -> EquipmentStatusResponse {
    var response = make(
      status, EquipmentStatusAPI.problemJSON,
      ProblemDetails(
        title: title, status: status, detail: detail, cause: cause?.rawValue,
        invalidParams: invalidParams))
    response.headers += headers
    return response
  }

  private static func make(
    _ status: Int, _ type: String, _ value: some Encodable
  ) -> EquipmentStatusResponse {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    // Strings and whole numbers only: there is nothing in them that JSON cannot hold.
    let body = (try? encoder.encode(value)) ?? Data("{}".utf8)
    return EquipmentStatusResponse(
      status: status,
      headers: [
        ("Content-Type", type), ("Cache-Control", "no-store"), ("Server", "5G_EIR"),
      ], body: Array(body))
  }
}
